// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/manualclock.h"
#include "core/link/intake.h"
#include "core/link/twilioreader.h"
#include "tests/link/linkfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace deskbell;
using namespace deskbell::link;

namespace {

QString call(const QString &sid, const QString &status, const QString &parent = {})
{
    return QStringLiteral(
        R"({"sid":"%1","parent_call_sid":%2,"account_sid":"AC1","to":"+15125550100","to_formatted":"(512) 555-0100",
        "from":"+15125550142","from_formatted":"(512) 555-0142","phone_number_sid":"PN1","status":"%3","direction":"%4",
        "start_time":"Tue, 14 Nov 2023 22:13:20 +0000","end_time":%5,"duration":null,"price":null,"price_unit":"USD",
        "answered_by":null,"caller_name":null,"uri":"/x","subresource_uris":{"events":"/y"}})")
        .arg(sid, parent.isEmpty() ? QStringLiteral("null") : u'"' + parent + u'"', status,
            parent.isEmpty() ? QStringLiteral("inbound") : QStringLiteral("outbound-dial"),
            status == QLatin1String("ringing") ? QStringLiteral("null")
                                               : QStringLiteral("\"Tue, 14 Nov 2023 22:13:50 +0000\""));
}

QString frame(const char *type, int seq, const char *member, const QString &object)
{
    return QStringLiteral(R"({"type":"%1","seq":%2,"%3":%4})")
        .arg(QLatin1String(type))
        .arg(seq)
        .arg(QLatin1String(member), object);
}

QString text(const QString &sid, const QString &direction, const QString &status)
{
    const bool in = direction == QLatin1String("inbound");
    return QStringLiteral(
        R"({"sid":"%1","direction":"%2","status":"%3","from":"%4","to":"%5","body":"Hi","error_code":null,
        "date_created":"Tue, 14 Nov 2023 22:13:20 +0000","date_sent":null})")
        .arg(sid, direction, status, in ? QStringLiteral("+15125550142") : QStringLiteral("+15125550100"),
            in ? QStringLiteral("+15125550100") : QStringLiteral("+15125550142"));
}

} // namespace

class PushReadingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesFactsOfFrames();
    void givesPushAndListTheSameFact();
    void movesTheCursorWithTheFact();
    void movesTheCursorOverWhatItSkips();
    void keepsTheCursorBeforeACallThatStillRings();
    void readsTheListsOverAGap();
    void followsAProviderThatCountsAnew();
    void goesOnAfterNonsense();
    void doesNotFillTheJournalWithNonsense();
    void keepsUpWithAFlood();

private:
    static constexpr Instant start{1'700'000'030'000}; // 22:13:50
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeInbox> m_inbox;
    std::unique_ptr<Intake> m_intake;
    SkewMeter m_skew;
    int m_gaps = 0;
};

void PushReadingTest::init()
{
    m_intake.reset();
    m_clock = std::make_unique<ManualClock>(start);
    m_inbox = std::make_unique<FakeInbox>();
    m_gaps = 0;
    m_intake = std::make_unique<Intake>(
        LinkSettings{}, 3s, *m_clock, m_skew, Intake::Watchers{[this] { ++m_gaps; }, [](int) {}});
    m_intake->attach(*m_inbox, false);
    m_intake->cursor().opened();
}

void PushReadingTest::makesFactsOfFrames()
{
    m_intake->takeFrame(frame("call.updated", 1, "call", call("CA1", "ringing")));
    m_intake->takeFrame(frame("call.missed", 2, "call", call("CA1", "no-answer")));
    m_intake->takeFrame(frame("message.received", 3, "message", text("SM1", "inbound", "received")));
    m_intake->takeFrame(frame("message.updated", 4, "message", text("SM2", "outbound-api", "sent")));
    QCOMPARE(m_inbox->ids, (QStringList{"call:CA1:ringing", "call:CA1:missed", "text:SM1", "foreign:SM2"}));
    const auto missed = m_inbox->all<engine::fact::CallMissed>();
    QCOMPARE(missed.front().call.startedAt.ms, 1'700'000'000'000);
    QCOMPARE(missed.front().call.from.e164, QStringLiteral("+15125550142"));
    QCOMPARE(m_inbox->facts.back().caller.e164, QStringLiteral("+15125550142"));
    QCOMPARE(m_inbox->facts.back().line.e164, QStringLiteral("+15125550100"));
}

void PushReadingTest::givesPushAndListTheSameFact()
{
    m_intake->takeFrame(frame("call.missed", 1, "call", call("CA1", "no-answer")));
    m_intake->takeFrame(frame("message.received", 2, "message", text("SM1", "inbound", "received")));
    const QByteArray calls = "{\"calls\":[" + call("CA1", "no-answer").toUtf8() + "]}";
    const QByteArray texts = "{\"messages\":[" + text("SM1", "inbound", "received").toUtf8() + "]}";
    m_intake->takeCalls(*readCalls(calls), {});
    m_intake->takeTexts(*readTexts(texts), {});
    QCOMPARE(m_inbox->ids.size(), 2);
    // After a restart the ids are the same, so the inbox knows them.
    const QStringList first = m_inbox->ids;
    init();
    m_intake->takeCalls(*readCalls(calls), {});
    m_intake->takeTexts(*readTexts(texts), {});
    QCOMPARE(m_inbox->ids, first);
}

void PushReadingTest::movesTheCursorWithTheFact()
{
    m_intake->takeFrame(frame("call.missed", 7, "call", call("CA1", "no-answer")));
    QVERIFY(m_inbox->facts.front().cursor);
    QCOMPARE(m_inbox->facts.front().cursor->stream, QStringLiteral("push"));
    QCOMPARE(m_inbox->facts.front().cursor->value, QStringLiteral("7"));
}

void PushReadingTest::movesTheCursorOverWhatItSkips()
{
    m_intake->takeFrame(frame("weather.changed", 1, "sky", QStringLiteral("{\"deep\":[1,2,{}]}")));
    m_intake->takeFrame(frame("call.missed", 2, "call", QStringLiteral("{\"sid\":7,\"to\":[]}")));
    m_intake->takeFrame(frame("call.updated", 3, "message", call("CA1", "ringing")));
    QVERIFY(m_inbox->ids.isEmpty());
    QCOMPARE(m_inbox->complaints.size(), 3);
    QVERIFY(m_inbox->complaints.at(0).contains(QStringLiteral("skipped")));
    QVERIFY(m_inbox->complaints.at(1).contains(QStringLiteral("row 7")));
    m_clock->settle();
    QCOMPARE(m_inbox->cursors.value("push"), QStringLiteral("3"));
}

void PushReadingTest::keepsTheCursorBeforeACallThatStillRings()
{
    m_intake->takeFrame(frame("call.updated", 1, "call", call("CA1", "ringing")));
    m_intake->takeFrame(frame("message.received", 2, "message", text("SM1", "inbound", "received")));
    m_clock->settle();
    QCOMPARE(m_inbox->cursors.value("push"), QString());
    m_intake->takeFrame(frame("call.updated", 3, "call", call("CA1", "completed")));
    m_clock->settle();
    QCOMPARE(m_inbox->cursors.value("push"), QString()); // waits for legs that may come
    m_clock->advance(3s);
    QVERIFY(m_inbox->has("call:CA1:missed"));
    QCOMPARE(m_inbox->cursors.value("push"), QStringLiteral("3"));
}

void PushReadingTest::readsTheListsOverAGap()
{
    m_intake->takeFrame(frame("message.received", 1, "message", text("SM1", "inbound", "received")));
    m_intake->takeFrame(frame("message.received", 4, "message", text("SM4", "inbound", "received")));
    QCOMPARE(m_gaps, 1);
    m_clock->settle();
    QCOMPARE(m_inbox->cursors.value("push"), QStringLiteral("1"));
    m_intake->takeFrame(frame("message.received", 3, "message", text("SM3", "inbound", "received"))); // late
    QVERIFY(m_inbox->has("text:SM3"));
    m_intake->passEnded(true);
    QCOMPARE(m_inbox->cursors.value("push"), QStringLiteral("4"));
}

void PushReadingTest::followsAProviderThatCountsAnew()
{
    m_intake->cursor().resume(QStringLiteral("5000"));
    m_intake->cursor().opened();
    m_intake->takeFrame(frame("message.received", 1, "message", text("SM1", "inbound", "received")));
    QCOMPARE(m_gaps, 1);
    QCOMPARE(m_inbox->cursors.value("push"), QStringLiteral("1"));
    QCOMPARE(m_intake->cursor().last(), quint64(1));
}

void PushReadingTest::goesOnAfterNonsense()
{
    for (const char *bad : {"", "{", "[]", "null", "hello", "{\"type\":\"call.missed\"}", "{\"seq\":\"x\"}",
             "{\"seq\":-1}", "{\"seq\":1}}", "{\"seq\":99999999999999999999999}", "{\"type\":7,\"seq\":{}}"})
        m_intake->takeFrame(QString::fromUtf8(bad));
    QCOMPARE(m_inbox->complaints.size(), 11);
    m_intake->takeFrame(frame("call.missed", 1, "call", call("CA1", "no-answer")));
    QVERIFY(m_inbox->has("call:CA1:missed"));
}

void PushReadingTest::doesNotFillTheJournalWithNonsense()
{
    for (int i = 0; i < 10000; ++i)
        m_intake->takeFrame(u"nonsense");
    QVERIFY(m_inbox->complaints.size() < 60);
    m_clock->advance(2min);
    m_intake->takeFrame(u"nonsense");
    QVERIFY(m_inbox->complaints.last().contains(QStringLiteral("no JSON object")));
}

void PushReadingTest::keepsUpWithAFlood()
{
    constexpr int count = 50000;
    m_inbox->keepFacts = false;
    QStringList frames;
    for (int i = 1; i <= count; ++i)
        frames << frame("call.missed", i, "call", call(QStringLiteral("CA%1").arg(i), "no-answer"));
    QElapsedTimer timer;
    timer.start();
    for (const QString &one : std::as_const(frames))
        m_intake->takeFrame(one);
    const qint64 took = timer.elapsed();
    QCOMPARE(m_inbox->ids.size(), count);
    qInfo("%d frames of %d characters in %lld ms", count, int(frames.first().size()), took);
    QVERIFY2(took < 5000, "a tenth of what a second must carry"); // wide: other work shares the machine
}

QTEST_GUILESS_MAIN(PushReadingTest)
#include "pushreadingtest.moc"
