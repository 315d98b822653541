// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/openshop.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace deskbell;

namespace {

constexpr int patience = 60'000; ///< ms; a loaded machine is slow, not wrong
constexpr double pace = 40; ///< the half minute until an absent text is sent again takes 0.75 s

using Faults = QList<QJsonObject>;

QJsonObject fault(const char *name, QJsonObject more = {})
{
    more.insert(QStringLiteral("name"), QLatin1String(name));
    return more;
}

QJsonObject once(const char *name, QJsonObject more = {})
{
    more.insert(QStringLiteral("times"), 1);
    return fault(name, std::move(more));
}

QJsonObject accepting(const char *name, QJsonObject more = {})
{
    more.insert(QStringLiteral("accept"), true);
    more.insert(QStringLiteral("on"), QStringLiteral("create"));
    return once(name, std::move(more));
}

QJsonObject refusing(const char *name)
{
    return once(name, {{QStringLiteral("accept"), false}, {QStringLiteral("on"), QStringLiteral("create")}});
}

QJsonObject onLists(const char *name, int times, QJsonObject more = {})
{
    more.insert(QStringLiteral("times"), times);
    more.insert(QStringLiteral("on"), QStringLiteral("lists"));
    return fault(name, std::move(more));
}

/// The company divides times by its speed of 100.
QJsonObject ms(qint64 real) { return {{QStringLiteral("ms"), real * 100}}; }

bool isAtRestWithTheCaller(const engine::ThreadState &thread)
{
    return std::holds_alternative<engine::phase::WaitingForCaller>(thread.phase) && thread.holder.kind == engine::HolderKind::Assistant
        && (!thread.callback || thread.callback->done);
}

bool allDelivered(const engine::ThreadState &thread, std::size_t texts)
{
    return thread.ownTexts.size() == texts && std::all_of(thread.ownTexts.begin(), thread.ownTexts.end(), [](const engine::OwnText &own) {
        return own.delivery == Delivery::Delivered && !own.text.isEmpty();
    });
}

/// What was to strike so and so often has, and what strikes until it is told to stop has done so: a row whose fault met
/// nobody would prove nothing.
bool everyFaultStruck(const OpenShop &shop)
{
    const QJsonArray inForce = shop.company->state(false)[u"faults"].toArray();
    return std::all_of(inForce.begin(), inForce.end(), [](const QJsonValue &fault) { return fault[u"times"].toInt() < 0 && fault[u"seen"].toInt() > 0; });
}

} // namespace

/// Every fault of the phone company, once while the first text leaves and once while the answer leaves: the handset
/// has each text exactly once, the thread ends right, the link is well again.
class WireFaultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void textsEachCallerOnce_data();
    void textsEachCallerOnce();

private:
    std::unique_ptr<OpenShop> m_shop;
    int m_callers = 0;

    QString ringNext();
    void proveTheListFresh();
};

void WireFaultTest::initTestCase() { qRegisterMetaType<Faults>(); }

void WireFaultTest::textsEachCallerOnce_data()
{
    QTest::addColumn<Faults>("faults");
    QTest::addColumn<bool>("push");
    const auto row = [](const char *name, const Faults &faults, bool push) {
        QTest::addRow("%s, %s", name, push ? "pushed" : "polled") << faults << push;
    };
    const auto both = [&](const char *name, const Faults &faults) {
        row(name, faults, true);
        row(name, faults, false);
    };
    both("no fault", {});
    both("late answer", {once("latency", ms(300))});
    both("429", {fault("too_many", {{QStringLiteral("times"), 2}})});
    both("429 with Retry-After", {once("too_many", {{QStringLiteral("retry_after"), 3}})});
    both("401 for a moment", {refusing("unauthorized")});
    both("500 before accepting", {once("error_before")});
    both("500 after accepting", {once("error_after")});
    both("reset after accepting", {once("reset_after")});
    both("closed without answer", {once("close_unanswered")});
    both("accepted, closed without answer", {accepting("close_unanswered")});
    both("never answered", {once("never_answer")});
    both("accepted, never answered", {accepting("never_answer")});
    row("answer cut off", {once("cut_answer")}, true);
    row("answer broken", {accepting("malformed")}, true);
    row("a web page", {refusing("html")}, true);
    row("accepted, a web page", {accepting("html")}, true);
    row("a huge answer", {refusing("huge_body")}, true);
    row("accepted, a huge answer", {accepting("huge_body", {{QStringLiteral("bytes"), 3'000'000}})}, true);
    row("bytes that are no UTF-8", {accepting("not_utf8")}, true);
    row("an unheard-of status", {accepting("bad_enum")}, true);

    row("lists lag", {fault("list_lag", ms(3000))}, false);
    row("lists show rows twice", {fault("list_duplicates")}, false);
    row("lists broken", {onLists("malformed", 4)}, false);
    row("lists cut off", {onLists("cut_answer", 4)}, false);
    row("lists are web pages", {onLists("html", 4)}, false);
    row("lists are huge", {onLists("huge_body", 2, {{QStringLiteral("bytes"), 70'000'000}})}, false);
    row("lists are no UTF-8", {onLists("not_utf8", 4)}, false);
    row("lists of unheard-of statuses", {onLists("bad_enum", 4)}, false);
    row("lists answer 500", {onLists("error_before", 4)}, false);
    row("lists answer 429", {onLists("too_many", 2)}, false);
    row("lists answer 401", {onLists("unauthorized", 2)}, false);
    row("lists late", {onLists("latency", 6, ms(300))}, false);
    row("lists reset", {onLists("reset_after", 4)}, false);
    row("a list never answers", {onLists("never_answer", 1)}, false);

    row("frames twice", {fault("push_duplicates")}, true);
    row("frames out of order", {fault("push_reorder", {{QStringLiteral("every"), 2}})}, true);
    row("frames lost", {fault("push_lose", {{QStringLiteral("every"), 2}, {QStringLiteral("times"), 4}})}, true);
    row("the stream breaks", {fault("push_disconnect", {{QStringLiteral("every"), 3}})}, true);
    row("the stream breaks and is refused", {once("push_disconnect"), fault("push_refuse", {{QStringLiteral("times"), 2}})}, true);
    row("broken frames", {fault("push_malformed")}, true);

    both("reset, and lists lag", {once("reset_after"), fault("list_lag", ms(200))});
    both("reset, and lists broken", {once("reset_after"), onLists("malformed", 6)});
    both("lost, and lists broken", {once("close_unanswered"), onLists("html", 6)});
    row("reset, and the stream breaks", {once("reset_after"), fault("push_disconnect", {{QStringLiteral("times"), 2}})}, true);
}

QString WireFaultTest::ringNext()
{
    const QString caller = QStringLiteral("+1312555%1").arg(100 + m_callers++, 4, 10, QLatin1Char('0'));
    m_shop->ring(caller);
    return caller;
}

/// An empty list proves something only once it shows what happened later: so the next caller rings.
void WireFaultTest::proveTheListFresh()
{
    const Instant later = m_shop->now() + 4s;
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->now() >= later, patience);
    const QString next = ringNext();
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(next).size(), 1, patience);
}

void WireFaultTest::textsEachCallerOnce()
{
    QFETCH(Faults, faults);
    QFETCH(bool, push);
    const Instant monday = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(18, 42), QTimeZone("America/Chicago")));
    m_shop = std::make_unique<OpenShop>(OpenShop::Wishes{.time = support::OtherTime(monday, pace), .push = push});
    m_shop->options.link.sendDeadline = m_shop->options.link.readDeadline = 600ms;
    m_shop->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isLive() && m_shop->link().pushOpen == push, patience);

    for (const QJsonObject &one : faults)
        m_shop->fault(one);
    const QString caller = ringNext();
    proveTheListFresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(caller).size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(allDelivered(m_shop->thread(caller), 1), patience);

    for (const QJsonObject &one : faults)
        m_shop->fault(one);
    m_shop->text(caller, QStringLiteral("How much is a full detail for a sedan?"));
    proveTheListFresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->texts(caller).size(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isAtRest(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(allDelivered(m_shop->thread(caller), 2), patience);

    QTRY_VERIFY2_WITH_TIMEOUT(everyFaultStruck(*m_shop), QJsonDocument(m_shop->company->state(false)).toJson().constData(), patience);
    m_shop->company->clearFaults();
    QTRY_VERIFY_WITH_TIMEOUT(m_shop->isLive(), patience);
    QVERIFY(isAtRestWithTheCaller(m_shop->thread(caller)));
    QVERIFY(!m_shop->saidTwice());
    QCOMPARE(m_shop->counter("messages_accepted"), 4); // two for the caller, one for each who rang meanwhile
    m_shop.reset();
}

QTEST_GUILESS_MAIN(WireFaultTest)
#include "wirefaulttest.moc"
