// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/codes.h"
#include "story.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <random>

using namespace deskbell;
using namespace deskbell::engine;

namespace {

struct Told {
    CallResult result = CallResult::NoAnswer;
    Duration before{0}; ///< it rang that long before everything is told
    Duration rang = 20s;
    bool outgoing = false;
};

/// Calls that all happened before now, told in any order. A text that is ordered leaves at once, as it does in a shop.
class Telling : public Story
{
public:
    void tellAll(const std::vector<Told> &calls, const std::vector<size_t> &order)
    {
        for (const size_t index : order)
            tellOne(calls[index], index);
    }
    void tellOne(const Told &told, size_t index)
    {
        Call call;
        call.id = {QStringLiteral("EP%1").arg(index)};
        call.from = state.caller;
        call.line = state.line;
        call.startedAt = now - told.before;
        call.rang = told.rang;
        call.endedAt = call.startedAt + told.rang;
        call.result = told.result;
        call.outgoing = told.outgoing;
        const int texts = textsOf(TextKind::FirstText);
        if (call.isMissed())
            tell(fact::CallMissed{call});
        else
            tell(fact::CallObserved{call});
        if (textsOf(TextKind::FirstText) > texts)
            accepts();
    }
    /// How the caller ends, told in words that do not depend on who said what first.
    [[nodiscard]] QString ending() const
    {
        if (state.quietList)
            return QStringLiteral("quiet");
        if (state.callback && !state.callback->done)
            return QStringLiteral("call back");
        if (state.lead.outcome == LeadOutcome::ReachedByPhone)
            return QStringLiteral("reached");
        return in<phase::WaitingForCaller>() && textsOf(TextKind::FirstText) > 0 ? QStringLiteral("texted") : QStringLiteral("nothing");
    }
};

QString described(const std::vector<Told> &calls, const std::vector<size_t> &order)
{
    QStringList words;
    for (const size_t index : order) {
        const Told &call = calls[index];
        words << QStringLiteral("%1%2 %3 s ago, rang %4 ms").arg(call.outgoing ? QStringLiteral("out ") : QString()).arg(int(call.result)).arg(call.before.count() / 1000).arg(call.rang.count());
    }
    return words.join(QStringLiteral("; "));
}

std::vector<size_t> straight(size_t count)
{
    std::vector<size_t> order(count);
    for (size_t i = 0; i < count; ++i)
        order[i] = i;
    return order;
}

using Calls = std::vector<Told>;

} // namespace
Q_DECLARE_METATYPE(Calls)

/// One attempt to reach the shop is one episode, in whatever order its calls are told.
class EpisodeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOrderEndsAlike_data();
    void everyOrderEndsAlike();
    void randomCallsInRandomOrderEndAlike();
    void aTalkIsNoRedial();
    void anEarlierCallNeverMovesTheEpisodeBack();
    void aRedialAfterAnExpiredTextIsTextedAnew();
    void aRedialAfterAFailedTextIsNotTextedAgain();
    void aRedialInTimeAnswersACallFoundLate();
    void aCallToldTwiceIsOneCall();
    void calledBackBeforeItWasKnownThatTheyCalled();
    void callingOutWithoutLuckPausesTheNudge();
    void callingOutWithLuckStopsTheNudge();
    void answeredWhileTheTextWaitsTakesItBack();
    void missedAgainAfterATalkIsNotLost();
    void aLateAnswerOfTheSameCallSettlesIt();
    void theLineIsAskedOnceAndNotAgainForNothing();
    void withheldCallersAreNotMerged();
};

void EpisodeTest::everyOrderEndsAlike_data()
{
    QTest::addColumn<Calls>("calls");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("texts"); ///< -1: depends on what left before the talk was known
    const auto row = [](const char *name, const char *ending, int texts, const Calls &calls) { QTest::newRow(name) << calls << QString::fromLatin1(ending) << texts; };
    using enum CallResult;
    row("one missed call", "texted", 1, {{NoAnswer, 1min}});
    row("three redials", "call back", 1, {{NoAnswer, 9min}, {NoAnswer, 5min}, {Busy, 1min}});
    row("a slip of the finger, then a call", "texted", 1, {{Abandoned, 3min, 400ms}, {NoAnswer, 1min}});
    row("a slip of the finger only", "quiet", 0, {{Abandoned, 3min, 400ms}});
    row("two slips", "quiet", 0, {{Abandoned, 3min, 400ms}, {Abandoned, 1min, 300ms}});
    row("missed, then answered", "reached", -1, {{NoAnswer, 8min}, {Answered, 3min}});
    row("missed twice, then answered", "reached", -1, {{NoAnswer, 9min}, {NoAnswer, 8min}, {Answered, 3min}});
    row("missed, then called back", "reached", -1, {{NoAnswer, 8min}, {Answered, 3min, 10s, true}});
    row("answered, then missed", "texted", 1, {{Answered, 8min}, {NoAnswer, 3min}});
    row("a slip, then answered", "reached", 0, {{Abandoned, 8min, 400ms}, {Answered, 3min}});
    row("found late", "call back", 0, {{NoAnswer, 20min}});
    row("found late, redialled in time", "texted", 1, {{NoAnswer, 25min}, {NoAnswer, 2min}});
    row("found very late, called again in time", "texted", 1, {{NoAnswer, 3h}, {NoAnswer, 2min}});
    row("found very late, then a slip", "call back", 0, {{NoAnswer, 3h}, {Abandoned, 2min, 400ms}});
    row("two that were found late", "call back", 0, {{NoAnswer, 3h}, {NoAnswer, 20min}});
    row("found late, answered since", "reached", 0, {{NoAnswer, 3h}, {Answered, 1h}});
    row("answered only", "nothing", 0, {{Answered, 5min}});
    row("tried in vain to call back", "texted", 1, {{NoAnswer, 8min}, {NoAnswer, 2min, 10s, true}});
}

void EpisodeTest::everyOrderEndsAlike()
{
    QFETCH(Calls, calls);
    QFETCH(QString, ending);
    QFETCH(int, texts);
    std::vector<size_t> order = straight(calls.size());
    do {
        Telling story;
        story.tellAll(calls, order);
        QVERIFY2(story.ending() == ending, qPrintable(described(calls, order) + QStringLiteral(" ended: ") + story.ending()));
        if (texts >= 0)
            QCOMPARE(story.textsOf(TextKind::FirstText), texts);
        QVERIFY(story.textsOf(TextKind::FirstText) <= 1);
        // Told once more in the same order, everything stays.
        const ThreadState before = story.state;
        for (const size_t index : order) {
            if (calls[index].result != CallResult::Answered && !calls[index].outgoing)
                story.tellOne(calls[index], index);
        }
        QCOMPARE(story.ending(), ending);
        QCOMPARE(story.state.episode, before.episode);
    } while (std::next_permutation(order.begin(), order.end()));
}

/// Whatever happened within the hour and in whatever order it came to light: at most one first text, nobody lost, and the
/// same end. After a talk in between, "texted" and "call back" are both right: it depends on what had left before.
void EpisodeTest::randomCallsInRandomOrderEndAlike()
{
    QRandomGenerator dice(20261207);
    for (int round = 0; round < 3000; ++round) {
        Calls calls(size_t(1 + dice.bounded(4)));
        bool talked = false;
        for (Told &call : calls) {
            static const CallResult results[] = {CallResult::NoAnswer, CallResult::Busy, CallResult::Abandoned, CallResult::Voicemail, CallResult::Answered};
            call.result = results[dice.bounded(5)];
            call.outgoing = call.result == CallResult::Answered && dice.bounded(2) == 0;
            call.before = 1s * dice.bounded(30, 3600);
            call.rang = call.result == CallResult::Abandoned && dice.bounded(2) == 0 ? Duration(500) : Duration(20s);
            talked = talked || call.result == CallResult::Answered;
        }
        // Three within a quarter of an hour go to the call-back queue as well, whenever the third is told.
        std::vector<Duration> agos;
        for (const Told &call : calls)
            agos.push_back(call.before);
        std::sort(agos.begin(), agos.end());
        bool insists = false;
        for (size_t i = 2; i < agos.size(); ++i)
            insists = insists || agos[i] - agos[i - 2] <= 15min;
        if (insists)
            continue;
        // A slip after a talk is settled either way; which word it gets depends on what was told first.
        for (Told &call : calls)
            call.rang = talked ? Duration(20s) : call.rang;
        QStringList endings;
        QString first;
        std::vector<size_t> order = straight(calls.size());
        std::mt19937 shuffler{static_cast<unsigned>(round)};
        for (int attempt = 0; attempt < 6; ++attempt) {
            Telling story;
            story.tellAll(calls, order);
            QString ending = story.ending();
            if (talked && ending == u"texted")
                ending = QStringLiteral("call back");
            if (attempt == 0)
                first = described(calls, order);
            QVERIFY2(story.textsOf(TextKind::FirstText) <= 1, qPrintable(described(calls, order)));
            const bool anyMissed = std::any_of(calls.begin(), calls.end(), [](const Told &call) { return call.result != CallResult::Answered; });
            QVERIFY2(!anyMissed || ending != u"nothing", qPrintable(described(calls, order)));
            if (!endings.isEmpty())
                QVERIFY2(endings.contains(ending), qPrintable(first + QStringLiteral(" ended ") + endings.join(u',') + QStringLiteral("\nbut ") + described(calls, order) + QStringLiteral(" ended ") + ending));
            endings << ending;
            std::shuffle(order.begin(), order.end(), shuffler);
        }
    }
}

void EpisodeTest::aTalkIsNoRedial()
{
    Telling s;
    s.tellAll({{CallResult::NoAnswer, 10min}, {CallResult::Answered, 6min}, {CallResult::NoAnswer, 2min}}, {0, 1, 2});
    QCOMPARE(s.state.episodes, 2);
    QCOMPARE(s.state.episode->calls, 1);
}

void EpisodeTest::anEarlierCallNeverMovesTheEpisodeBack()
{
    Telling s;
    s.tellAll({{CallResult::NoAnswer, 1min}, {CallResult::NoAnswer, 5h}}, {0, 1});
    QCOMPARE(s.state.episode->call.value, QStringLiteral("EP0"));
    QCOMPARE(s.state.episodes, 2);
    QVERIFY(s.explained(QStringLiteral("episode.earlier")));
    QVERIFY(!s.state.callback);
}

void EpisodeTest::aRedialAfterAnExpiredTextIsTextedAnew()
{
    Story s;
    s.missed();
    const OrderId first = s.newestText()->id;
    s.wait(16min);
    s.tell(fact::OrderSettled{first, fact::Ending::Cancelled, {}, 0, QStringLiteral("expired")});
    QCOMPARE(s.state.callback->reason, Reason::LateDiscovery);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 2); // the first never left
    QVERIFY(s.newestText()->id != first); // and its purpose can never be ordered again
    QVERIFY(s.state.callback->done);
    QCOMPARE(s.state.callback->result, QStringLiteral("texted"));
}

void EpisodeTest::aRedialAfterAFailedTextIsNotTextedAgain()
{
    Story s;
    s.missed();
    s.refuses(30003);
    s.wait(5min);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QVERIFY(!s.state.callback->done);
    QCOMPARE(s.state.callback->reason, Reason::Undelivered);
    QCOMPARE(s.state.episode->calls, 2);
}

void EpisodeTest::aRedialInTimeAnswersACallFoundLate()
{
    Story s;
    s.missedAgo(25min);
    QCOMPARE(s.state.callback->reason, Reason::LateDiscovery);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
    QVERIFY(s.state.callback->done);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Open);
}

void EpisodeTest::aCallToldTwiceIsOneCall()
{
    Telling s;
    s.tellAll({{CallResult::NoAnswer, 5min}, {CallResult::NoAnswer, 3min}}, {0, 1, 0, 1, 1});
    QCOMPARE(s.state.episode->calls, 2);
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
}

void EpisodeTest::calledBackBeforeItWasKnownThatTheyCalled()
{
    Telling s;
    s.tellAll({{CallResult::NoAnswer, 8min}, {CallResult::Answered, 4min, 5s, true}}, {1, 0});
    QCOMPARE(s.textsOf(TextKind::FirstText), 0);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::ReachedByPhone);
    QVERIFY(!s.due().isSet());
}

void EpisodeTest::callingOutWithoutLuckPausesTheNudge()
{
    Story s;
    s.missed();
    s.accepts();
    const Instant planned = s.due();
    s.wait(3h);
    Call call;
    call.id = {QStringLiteral("CAout")};
    call.outgoing = true;
    call.result = CallResult::NoAnswer;
    s.tell(fact::CallObserved{call});
    QVERIFY(s.due() > planned);
    QCOMPARE(s.due(), s.now + 4h);
    QCOMPARE(s.state.lead.outcome, LeadOutcome::Open); // nobody was reached
    QCOMPARE(sectionOf(s.state), Section::WaitingForCaller); // and nobody is lost
    QVERIFY(s.explained(QStringLiteral("nudge.paused")));
}

void EpisodeTest::callingOutWithLuckStopsTheNudge()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(1h);
    Call call;
    call.id = {QStringLiteral("CAout")};
    call.outgoing = true;
    call.result = CallResult::Answered;
    call.startedAt = s.now;
    s.tell(fact::CallObserved{call});
    QVERIFY(!s.due().isSet());
    QCOMPARE(s.lines.back().body, QStringLiteral("called_back"));
}

void EpisodeTest::answeredWhileTheTextWaitsTakesItBack()
{
    Story s;
    s.missed();
    const OrderId text = s.newestText()->id;
    Call call;
    call.id = {QStringLiteral("CAin")};
    call.result = CallResult::Answered;
    call.startedAt = s.now;
    s.tell(fact::CallObserved{call});
    QCOMPARE(s.cancelled, std::vector<OrderId>{text});
}

void EpisodeTest::missedAgainAfterATalkIsNotLost()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(5min);
    Call call;
    call.id = {QStringLiteral("CAin")};
    call.result = CallResult::Answered;
    call.startedAt = s.now;
    s.tell(fact::CallObserved{call});
    s.wait(10min);
    s.missed();
    QCOMPARE(s.textsOf(TextKind::FirstText), 1); // one in twelve hours
    QVERIFY(!s.state.callback->done);
    QCOMPARE(s.state.callback->reason, Reason::CalledAgainWhileHeld);
}

void EpisodeTest::aLateAnswerOfTheSameCallSettlesIt()
{
    Telling s;
    Call call;
    call.id = {QStringLiteral("CA1")};
    call.startedAt = s.now - 2min;
    call.endedAt = s.now - 1min;
    call.result = CallResult::NoAnswer;
    s.tell(fact::CallMissed{call});
    call.result = CallResult::Answered; // a leg that came to light late
    s.tell(fact::CallObserved{call});
    QCOMPARE(s.ending(), QStringLiteral("reached"));
    QCOMPARE(s.cancelled.size(), size_t(1));
}

void EpisodeTest::theLineIsAskedOnceAndNotAgainForNothing()
{
    Story s;
    s.profile.policy.lookUpLineType = true;
    s.missed();
    s.tell(fact::LineTypeKnown{LineType::Unknown}); // the provider does not know either
    QCOMPARE(s.textsOf(TextKind::FirstText), 1);
}

void EpisodeTest::withheldCallersAreNotMerged()
{
    Story s;
    s.state = newThread({}, s.profile.phone);
    s.missed();
    s.wait(1min);
    s.missed();
    QCOMPARE(s.state.episodes, 2); // perhaps two people: nobody can tell
    QCOMPARE(s.state.callback->reason, Reason::Withheld);
}

QTEST_GUILESS_MAIN(EpisodeTest)
#include "episodetest.moc"
