// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlitestore.h"
#include "tests/wire/oddprovider.h"
#include "tests/wire/openshop.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

constexpr int patience = 60'000; ///< ms; a loaded machine is slow, not wrong
const QString caller = QStringLiteral("+13125550142");

/// A frame as the contract wants it, with one part of it replaced.
QString frame(const char *type, int number, const QString &what)
{
    return QStringLiteral(R"({"type":"%1","seq":%2,%3})").arg(QLatin1String(type)).arg(number).arg(what);
}

QString call(const QString &from = QStringLiteral("\"+13125550142\""))
{
    return QStringLiteral(R"("call":{"sid":"CA%1","parent_call_sid":null,"to":"+15125550100","from":%2,"status":"no-answer",
        "direction":"inbound","start_time":"%3","end_time":"%3","duration":null})")
        .arg(1, 32, 16, QLatin1Char('0'))
        .arg(from, QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")) + QStringLiteral(" +0000"));
}

QString message(const QString &body)
{
    return QStringLiteral(R"("message":{"sid":"SMbad","to":"+15125550100","from":"+13125550199","status":"received","direction":"inbound",
        "date_created":"%1","body":%2,"error_code":null})")
        .arg(QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")) + QStringLiteral(" +0000"), body);
}

} // namespace

/// Nonsense on the pushed stream and a full disk, to a whole house: it says so, stays up, loses nothing.
class WireBadInputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysUpOnNonsenseFromTheStream_data();
    void staysUpOnNonsenseFromTheStream();
    void losesNothingWhileTheDiskIsFull();
};

void WireBadInputTest::staysUpOnNonsenseFromTheStream_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("binary");
    const auto text = [](const char *name, const QString &what) { QTest::newRow(name) << what << QByteArray(); };
    const auto quoted = [](const QString &what) { return QString(u'"' + what + u'"'); };
    QTest::newRow("binary") << QString() << QByteArray("\x00\xff\x7f\x80 no text", 12);
    QTest::newRow("300 KiB binary") << QString() << QByteArray(300 * 1024, '\xff');
    text("empty object", QStringLiteral("{}"));
    text("an array", QStringLiteral("[1,2,3]"));
    text("a number", QStringLiteral("42"));
    text("no JSON", QStringLiteral("ring ring"));
    text("cut in the middle", frame("call.missed", 1, call()).left(80));
    text("a web page", QStringLiteral("<html><body>503</body></html>"));
    text("deep nesting", QString(100'000, u'['));
    text("unknown type", frame("fax.arrived", 1, QStringLiteral("\"fax\":{}")));
    text("type is a number", QStringLiteral(R"({"type":7,"seq":1,"call":{}})"));
    text("no number", QStringLiteral(R"({"type":"call.missed","call":{}})"));
    text("number is words", QStringLiteral(R"({"type":"call.missed","seq":"first","call":{}})"));
    text("number below zero", QStringLiteral(R"({"type":"call.missed","seq":-1,"call":{}})"));
    text("number with a fraction", QStringLiteral(R"({"type":"call.missed","seq":1.5,"call":{}})"));
    text("call is missing", QStringLiteral(R"({"type":"call.missed","seq":1})"));
    text("call is null", frame("call.missed", 1, QStringLiteral("\"call\":null")));
    text("call is a list", frame("call.missed", 1, QStringLiteral("\"call\":[1]")));
    text("call is empty", frame("call.missed", 1, QStringLiteral("\"call\":{}")));
    text("caller is an object", frame("call.missed", 1, call(QStringLiteral("{}"))).replace(QStringLiteral("CA0"), QStringLiteral("CB0")));
    text("message is missing", QStringLiteral(R"({"type":"message.received","seq":1})"));
    text("message body is an object", frame("message.received", 1, message(QStringLiteral("{}"))));
    text("300 KiB of one letter", QString(300 * 1024, u'x'));
    text("300 KiB of unknown type", frame("fax.arrived", 1, QStringLiteral("\"fax\":") + quoted(QString(300 * 1024, u'x'))));
    text("300 KiB in one message", frame("message.received", 1, message(quoted(QString(300 * 1024, u'x')))));
}

void WireBadInputTest::staysUpOnNonsenseFromTheStream()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, binary);
    OddProvider provider;
    OpenShop shop({});
    shop.options.link.base = provider.url();
    shop.options.link.settleAfter = Duration(0);
    shop.open();
    QSignalSpy complaints(&shop.house->loop(), &runtime::EngineLoop::inputMalformed);
    QTRY_VERIFY_WITH_TIMEOUT(shop.isLive() && provider.hasListener(), patience);

    binary.isEmpty() ? provider.pushText(text) : provider.pushBinary(binary);
    provider.pushText(frame("call.missed", provider.nextNumber(), call()));
    QTRY_COMPARE_WITH_TIMEOUT(provider.creates().size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shop.isAtRest(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shop.isLive() && shop.link().pushOpen && provider.hasListener(), patience);
    QVERIFY(!complaints.isEmpty());
    QVERIFY(provider.creates().first().contains("To=%2B13125550142"));
    QCOMPARE(provider.creates().size(), 1);
    QVERIFY(std::holds_alternative<engine::phase::WaitingForCaller>(shop.thread(caller).phase));
}

void WireBadInputTest::losesNothingWhileTheDiskIsFull()
{
    OpenShop shop({});
    store::SqliteStore *store = nullptr;
    shop.options.furnish = [&store](store::SqliteStore &opened, const Profile &, Instant) -> Result<void> {
        store = &opened;
        return {};
    };
    shop.open();
    QSignalSpy troubles(&shop.house->loop(), &runtime::EngineLoop::storeTroubled);
    QTRY_VERIFY_WITH_TIMEOUT(shop.isLive(), patience);
    QVERIFY(store->limitGrowth(0));

    const int callers = 40;
    const auto number = [](int i) { return QStringLiteral("+1312555%1").arg(100 + i, 4, 10, QLatin1Char('0')); };
    for (int i = 0; i < callers; ++i)
        shop.ring(number(i));
    QTRY_VERIFY_WITH_TIMEOUT(!troubles.isEmpty(), patience);
    QVERIFY(troubles.first().first().toString().contains(QLatin1String("disk is full")));
    QTRY_COMPARE_WITH_TIMEOUT(shop.counter("missed_calls"), callers, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shop.house->loop().waiting() >= callers, patience);
    const auto tried = troubles.size();
    QTRY_VERIFY_WITH_TIMEOUT(troubles.size() > tried, patience); // all of them were tried in vain
    QVERIFY(shop.house->loop().waiting() >= callers); // and wait on
    QCOMPARE(shop.counter("creates_arrived"), 0); // no write, no send
    QVERIFY(shop.isLive());

    QVERIFY(store->limitGrowth(100'000));
    QTRY_COMPARE_WITH_TIMEOUT(shop.counter("messages_accepted"), callers, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shop.isAtRest(), patience);
    QVERIFY(troubles.last().first().toString().isEmpty()); // told that it works again
    for (int i = 0; i < callers; ++i)
        QTRY_COMPARE_WITH_TIMEOUT(shop.texts(number(i)).size(), 1, patience);
    QVERIFY(!shop.saidTwice());
    QCOMPARE(shop.counter("messages_accepted"), callers);
}

QTEST_GUILESS_MAIN(WireBadInputTest)
#include "wirebadinputtest.moc"
