// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/appointmentbook.h"
#include "core/store/sqlitestore.h"
#include "tests/wire/openshop.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace deskbell;

namespace {

constexpr int patience = 30'000; ///< ms; a loaded machine is slow, not wrong

QJsonObject story()
{
    QFile file(QStringLiteral(DESKBELL_TEST_DATA "/scenarios/story-1842.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Instant chicago(int day, int hour, int minute)
{
    return Instant::fromDateTime(QDateTime(QDate(2026, 12, day), QTime(hour, minute), QTimeZone("America/Chicago")));
}

const Instant callEnds = chicago(7, 18, 42);
const Instant opensNext = chicago(8, 8, 0);

} // namespace

/// The story of the guide over real sockets: an unanswered ring at 18:42, the team has gone home, a booking by 18:47.
class WireStoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void winsTheCallerBack_data();
    void winsTheCallerBack();

private:
    void tellTheStory(OpenShop &shop);
    static void checkWhatIsKept(const OpenShop &shop, const QString &caller);
};

void WireStoryTest::winsTheCallerBack_data()
{
    QTest::addColumn<bool>("push");
    QTest::newRow("pushed") << true;
    QTest::newRow("by polling alone") << false;
}

void WireStoryTest::winsTheCallerBack()
{
    QFETCH(bool, push);
    OpenShop shop({.time = support::OtherTime(callEnds - 500ms), .push = push});
    shop.open();
    QTRY_VERIFY_WITH_TIMEOUT(shop.isLive(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shop.now() >= callEnds, patience);
    tellTheStory(shop);
    if (QTest::currentTestFailed())
        return;
    const QString caller = story()[u"call"][u"from"].toString();
    QVERIFY(!shop.saidTwice());
    shop.close();
    checkWhatIsKept(shop, caller);
}

void WireStoryTest::tellTheStory(OpenShop &shop)
{
    const QString caller = story()[u"call"][u"from"].toString();
    shop.ring(caller);
    QTRY_COMPARE_WITH_TIMEOUT(shop.texts(caller).size(), 1, patience);
    QVERIFY2(shop.texts(caller).first().contains(shop.options.profile.name), qPrintable(shop.texts(caller).first()));
    const QJsonObject delay = shop.company->state()[u"delay_ms"].toObject();
    QCOMPARE(delay[u"count"].toInt(), 1);
    QVERIFY2(delay[u"max"].toDouble() < 20'000, qPrintable(QString::number(delay[u"max"].toDouble())));

    qsizetype heard = 1;
    for (const QJsonValue &event : story()[u"events"].toArray()) {
        shop.text(caller, event[u"text"].toString());
        ++heard;
        QTRY_COMPARE_WITH_TIMEOUT(shop.texts(caller).size(), heard, patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(shop.thread(caller).lead.outcome, LeadOutcome::Booked, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shop.nothingInDoubt(), patience);
    QVERIFY(shop.now() < chicago(7, 18, 47));
}

/// Asked of the folder after the house is gone.
void WireStoryTest::checkWhatIsKept(const OpenShop &shop, const QString &caller)
{
    auto opened = store::SqliteStore::open(shop.folder.path());
    QVERIFY(opened);
    store::SqliteStore &kept = **opened;
    const ThreadId thread = engine::threadOf({caller}, {shop.line});

    const auto visits = kept.between(chicago(7, 0, 0), chicago(30, 0, 0));
    QVERIFY(visits);
    QCOMPARE(visits->size(), std::size_t(1));
    const Appointment &visit = visits->front();
    QCOMPARE(visit.thread, thread);
    QCOMPARE(visit.slot.start, chicago(10, 10, 0));
    QCOMPARE(visit.phone.e164, caller);
    QCOMPARE(visit.by, BookedBy::Assistant);
    QVERIFY(kept.holds(shop.now())->empty()); // the offered places are free again

    const auto stored = kept.load(thread);
    QVERIFY(stored && *stored);
    const Lead &lead = (*stored)->state.lead;
    QCOMPARE(lead.outcome, LeadOutcome::Booked);
    QCOMPARE(lead.source, QStringLiteral("missed call"));
    QVERIFY(!lead.intent.isEmpty());
    QVERIFY(!lead.summary.isEmpty());
    QCOMPARE(lead.value(QStringLiteral("name")), QStringLiteral("Dana Reyes"));

    QStringList said;
    QStringList told;
    const auto lines = kept.history(thread, 1000);
    QVERIFY(lines);
    for (const engine::HistoryLine &one : *lines) {
        if (one.author == engine::Author::Caller)
            told << one.body;
        else if (one.author == engine::Author::Assistant)
            said << one.body;
    }
    QCOMPARE(told.size(), story()[u"events"].toArray().size());
    QCOMPARE(said, shop.texts(caller)); // the conversation that is attached is the one that was held

    const auto waitsNow = kept.ready(shop.now(), 100);
    QVERIFY(waitsNow);
    QVERIFY2(waitsNow->empty(), qPrintable(waitsNow->empty() ? QString() : waitsNow->front().order.id.value));
    const auto waitsThen = kept.ready(opensNext, 100);
    QVERIFY(waitsThen);
    const auto isBooked = [](const runtime::OutboxEntry &entry) {
        const auto *notice = std::get_if<engine::order::Notify>(&entry.order.what);
        return notice && notice->code == QLatin1String("booked");
    };
    const auto notice = std::find_if(waitsThen->begin(), waitsThen->end(), isBooked);
    QVERIFY(notice != waitsThen->end());
    QCOMPARE(notice->order.notBefore, opensNext);
}

QTEST_GUILESS_MAIN(WireStoryTest)
#include "wirestorytest.moc"
