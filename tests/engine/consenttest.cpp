// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// STOP, START and HELP, plain words, people's and the provider's word: never a text after a no.
class ConsentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopWords_data();
    void stopWords();
    void plainWords_data();
    void plainWords();
    void afterStopNothingLeaves();
    void atTheGateTheNumbersWordCounts_data();
    void atTheGateTheNumbersWordCounts();
    void plainWordsGetOneConfirmation();
    void plainWordsAreHeardWhileAPersonHasTheThread();
    void whatTheAssistantHearsIsANoThatAPersonLooksAt();
    void aKeywordIsConfirmedByTheProviderUnlessToldOtherwise();
    void theConfirmationSurvivesTheirNextText();
    void startLiftsAnOptOut();
    void startFromSomebodyWhoNeverStoppedIsAText();
    void yesCountsOnlyAsTheAnswerToOurQuestion_data();
    void yesCountsOnlyAsTheAnswerToOurQuestion();
    void aLoneCancelStopsTextsAndLeavesTheVisit();
    void stopWithAVisitLeavesTheVisitAndAsksNobody();
    void dontTextCallMeBecomesACall();
    void aBlockingProviderIsANo_data();
    void aBlockingProviderIsANo();
    void aSpokenWishIsKeptWithItsSeat();
    void onlyAWrittenReasonLifts_data();
    void onlyAWrittenReasonLifts();
    void aCallLaterLiftsNothing();
    void aTextAfterANoIsAPersonsToAnswer();
    void aNoOnAnotherLineHoldsHere();
    void aYesOnAnotherLineHoldsHere();
    void anEmergencyStaysOnTopAfterANo();
    void everyWordIsInTheLedger();
    void peoplesWaitingTextsAreTakenBackToo();
};

namespace {

ConsentEntry wordOf(const Story &s, bool given, Instant at)
{
    return {s.state.caller, given, at, given ? QStringLiteral("start") : QStringLiteral("keyword"), QStringLiteral("w"),
        QStringLiteral("text"), {}};
}

PlannedOrder textOf(const Story &s, TextKind kind)
{
    order::SendText text{s.state.line, s.state.caller, QStringLiteral("words"), kind, s.state.holder.version};
    return {{QStringLiteral("o")}, s.state.id, text, {}, {}, 5};
}

bool passes(const Verdict &verdict)
{
    return std::holds_alternative<verdict::Send>(verdict);
}

} // namespace

void ConsentTest::stopWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("out");
    for (const char *word : {"STOP", "stop.", " S T O P ", "Stop All", "STOPALL", "unsubscribe", "Cancel", "END", "quit",
             "REVOKE", "OPT OUT", "optout", "opt-out", "remove", "ARRET", "arr\xc3\xaat", "alto", "BAJA", "parar", "TD",
             "s.t.o.p", "\xef\xbc\xb3\xef\xbc\xb4\xef\xbc\xaf\xef\xbc\xb0", "st\xe2\x80\x8bop"})
        QTest::newRow(word) << QString::fromUtf8(word) << true;
    for (const char *word : {"stop by at 3?", "cancel my 2pm", "end of the week", "can i stop in", "the bus stop",
             "can you remove scratches", "quit smoking smell removal?", "help", "start", "yes", "info",
             "my dog won't stop barking", "can i cancel?", "don't stop texting me updates"})
        QTest::newRow(word) << QString::fromUtf8(word) << false;
}

void ConsentTest::stopWords()
{
    QFETCH(QString, body);
    QFETCH(bool, out);
    Story s;
    s.missed();
    s.accepts();
    s.writes(body);
    QCOMPARE(s.state.optOut.has_value(), out);
    QCOMPARE(s.ledger.size(), size_t(out ? 1 : 0));
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 0);
}

void ConsentTest::plainWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("out");
    for (const char *word : {"please stop texting me", "thanks but stop messaging me", "take me off your list",
             "STOP SENDING ME THIS CRAP!!!", "dont text me again", "no more texts please", "leave me alone",
             "stop txting me", "quit texting", "remove my number", "no me manden mas mensajes",
             "I already found someone, please don't text me anymore"})
        QTest::newRow(word) << QString::fromUtf8(word) << true;
    for (const char *word : {"stop by at 3", "cancel my 2pm", "see you at the end of the week", "thanks!",
             "can you text me the price", "my dog can't stop shedding", "don't text while driving lol"})
        QTest::newRow(word) << QString::fromUtf8(word) << false;
}

void ConsentTest::plainWords()
{
    QFETCH(QString, body);
    QFETCH(bool, out);
    Story s = talking();
    s.writes(body);
    QCOMPARE(s.state.optOut.has_value(), out);
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), out ? 1 : 0);
    QCOMPARE(s.in<phase::Answering>(), !out);
}

void ConsentTest::afterStopNothingLeaves()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends on the car."));
    const PlannedOrder pending = *s.newestText();
    s.writes(QStringLiteral("STOP"));
    QCOMPARE(std::get<verdict::Cancel>(gate(pending, s.state, {s.now, s.profile})).reason, QStringLiteral("opted_out"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending.id) != s.cancelled.end());
    const auto before = s.texts().size();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("one more thing")});
    QCOMPARE(s.texts().size(), before); // nobody can text them, staff neither
    s.wait(24h);
    s.missed();
    QCOMPARE(s.texts().size(), before);
    QCOMPARE(s.state.callback->reason, Reason::OptedOut);
    QVERIFY(!s.due().isSet());
}

void ConsentTest::atTheGateTheNumbersWordCounts_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("word"); // of the number: -1 no, 0 none, 1 yes again
    QTest::addColumn<bool>("leaves");
    const auto row = [](const char *name, TextKind kind, int word, bool leaves) {
        QTest::newRow(name) << static_cast<int>(kind) << word << leaves;
    };
    row("a first text to a number that said nothing leaves", TextKind::FirstText, 0, true);
    row("a first text after a no stays", TextKind::FirstText, -1, false);
    row("a first text after a yes leaves", TextKind::FirstText, 1, true);
    row("a reply after a no stays", TextKind::Reply, -1, false);
    row("a follow-up after a no stays", TextKind::FollowUp, -1, false);
    row("a reminder after a no stays", TextKind::Reminder, -1, false);
    row("a person's text after a no stays", TextKind::Staff, -1, false);
    row("a person's text after a yes leaves", TextKind::Staff, 1, true);
    row("help after a no leaves", TextKind::Help, -1, true);
    row("the confirmation after a no leaves", TextKind::OptOutConfirmation, -1, true);
}

void ConsentTest::atTheGateTheNumbersWordCounts()
{
    QFETCH(int, kind);
    QFETCH(int, word);
    QFETCH(bool, leaves);
    Story s = talking();
    std::optional<ConsentEntry> latest;
    if (word != 0)
        latest = wordOf(s, word > 0, s.now);
    QVERIFY(!s.state.optOut); // the thread itself has not heard of it: it was said on another line
    QCOMPARE(passes(gate(textOf(s, static_cast<TextKind>(kind)), s.state, {s.now, s.profile, false, {}, latest})), leaves);
}

void ConsentTest::plainWordsGetOneConfirmation()
{
    Story s = talking();
    s.writes(QStringLiteral("please stop texting me"));
    s.writes(QStringLiteral("I said stop texting me"));
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 1);
    QVERIFY(passes(s.gateNow()));
    QCOMPARE(s.state.lead.outcome, LeadOutcome::OptedOut);
}

void ConsentTest::plainWordsAreHeardWhileAPersonHasTheThread()
{
    Story s = talking();
    s.tell(fact::OperatorTookOver{QStringLiteral("Jess")});
    s.writes(QStringLiteral("stop texting me"));
    QVERIFY(s.state.optOut);
    QVERIFY(!s.due().isSet()); // nobody waits for an answer any more
}

void ConsentTest::whatTheAssistantHearsIsANoThatAPersonLooksAt()
{
    Story s = talking();
    s.proposes(proposal::OptOut{QStringLiteral("I have had enough of this")});
    QVERIFY(s.state.optOut);
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 1);
    QCOMPARE(s.ledger.back().manner, QStringLiteral("assistant"));
    QCOMPARE(s.state.callback->reason, Reason::OptedOut);
}

void ConsentTest::aKeywordIsConfirmedByTheProviderUnlessToldOtherwise()
{
    Story s = talking();
    s.profile.policy.providerConfirmsStop = false;
    s.writes(QStringLiteral("STOP"));
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 1);
    QCOMPARE(s.newestText()->expiresAt, s.now + 5min);
}

void ConsentTest::theConfirmationSurvivesTheirNextText()
{
    Story s = talking();
    s.writes(QStringLiteral("please stop texting me"));
    const OrderId confirmation = s.newestText()->id;
    s.writes(QStringLiteral("thank you"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), confirmation) == s.cancelled.end());
}

void ConsentTest::startLiftsAnOptOut()
{
    for (const char *word : {"start", "UNSTOP", "Start."}) {
        Story s = talking();
        s.writes(QStringLiteral("STOP"));
        s.writes(QString::fromLatin1(word));
        QVERIFY(!s.state.optOut);
        QVERIFY(s.ledger.back().given);
        QCOMPARE(s.ledger.back().manner, QStringLiteral("start"));
        QVERIFY(!s.due().isSet()); // they are not chased for having come back
        s.writes(QStringLiteral("sorry, wrong button"));
        QVERIFY(s.in<phase::Answering>());
    }
}

void ConsentTest::startFromSomebodyWhoNeverStoppedIsAText()
{
    Story s = talking();
    s.writes(QStringLiteral("Start"));
    QVERIFY(s.in<phase::Answering>());
    QVERIFY(s.ledger.empty());
}

void ConsentTest::yesCountsOnlyAsTheAnswerToOurQuestion_data()
{
    QTest::addColumn<QString>("confirmation");
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("lifted");
    const QString asks = QStringLiteral("{biz}: no more texts. Reply YES to get them again.");
    QTest::newRow("asked and answered") << asks << 1 << QStringLiteral("Yes!") << true;
    QTest::newRow("asked, but days ago") << asks << 25 << QStringLiteral("yes") << false;
    QTest::newRow("yes with more words is an answer to something else") << asks << 1 << QStringLiteral("yes 3pm") << false;
    QTest::newRow("never asked") << QString() << 1 << QStringLiteral("yes") << false;
    QTest::newRow("yesterday is no yes") << QStringLiteral("Texts ended yesterday, {biz}") << 1 << QStringLiteral("yes") << false;
}

void ConsentTest::yesCountsOnlyAsTheAnswerToOurQuestion()
{
    QFETCH(QString, confirmation);
    QFETCH(int, hours);
    QFETCH(QString, body);
    QFETCH(bool, lifted);
    Story s = talking();
    s.profile.words.optOutConfirmation = confirmation;
    s.writes(QStringLiteral("please stop texting me"));
    s.wait(hours * 1h);
    s.writes(body);
    QCOMPARE(!s.state.optOut, lifted);
    QCOMPARE(s.ledger.back().given, lifted);
}

void ConsentTest::aLoneCancelStopsTextsAndLeavesTheVisit()
{
    Story s = bookedVisit();
    const AppointmentId visit = s.state.appointments.back().id;
    s.writes(QStringLiteral("Cancel"));
    QVERIFY(s.state.optOut);
    QCOMPARE(s.state.callback->reason, Reason::MaybeAppointment);
    QCOMPARE(s.state.appointments.back().id, visit);
    QVERIFY(!s.newest<order::CancelAppointment>());
    // The calendar may hold a visit that the thread does not know of: without one, a person asks all the same.
    Story without = talking();
    without.writes(QStringLiteral("CANCEL"));
    QCOMPARE(without.state.callback->reason, Reason::MaybeAppointment);
}

void ConsentTest::stopWithAVisitLeavesTheVisitAndAsksNobody()
{
    Story s = bookedVisit();
    s.writes(QStringLiteral("STOP"));
    QVERIFY(s.state.optOut);
    QCOMPARE(s.state.appointments.size(), size_t(1));
    QVERIFY(!s.newest<order::CancelAppointment>());
    QVERIFY(!s.state.callback || s.state.callback->done);
}

void ConsentTest::dontTextCallMeBecomesACall()
{
    Story s = talking();
    s.writes(QStringLiteral("Don't text me, call me"));
    QVERIFY(s.state.optOut);
    QCOMPARE(s.ledger.back().manner, QStringLiteral("call_instead"));
    QCOMPARE(s.state.callback->reason, Reason::AskedForPerson);
    QVERIFY(!s.state.callback->done);
}

void ConsentTest::aBlockingProviderIsANo_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("out");
    QTest::newRow("Twilio: the number stopped us") << 21610 << true;
    QTest::newRow("Telnyx: the number stopped us") << 40300 << true;
    QTest::newRow("a landline is no refusal") << 30006 << false;
    QTest::newRow("an unknown handset is no refusal") << 30005 << false;
}

void ConsentTest::aBlockingProviderIsANo()
{
    QFETCH(int, code);
    QFETCH(bool, out);
    for (const bool late : {false, true}) {
        Story s;
        s.missed();
        if (late) {
            s.accepts();
            s.delivers(Delivery::Failed, code);
        } else {
            s.refuses(code);
        }
        QCOMPARE(s.state.optOut.has_value(), out);
        QCOMPARE(s.ledger.size(), size_t(out ? 1 : 0));
        QVERIFY(s.state.callback && !s.state.callback->done); // never lost
        QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 0);
    }
}

void ConsentTest::aSpokenWishIsKeptWithItsSeat()
{
    Story s = talking();
    s.tell(fact::OperatorOptedOut{QStringLiteral("Jess"), QStringLiteral("said so at the counter")});
    QVERIFY(s.state.optOut);
    const ConsentEntry entry = s.ledger.back();
    QCOMPARE(entry.who, QStringLiteral("Jess"));
    QCOMPARE(entry.manner, QStringLiteral("spoken"));
    QCOMPARE(entry.words, QStringLiteral("said so at the counter"));
    QCOMPARE(entry.channel, QStringLiteral("staff"));
    QCOMPARE(entry.at, s.now);
    QCOMPARE(s.textsOf(TextKind::OptOutConfirmation), 0); // they were told face to face
    s.writes(QStringLiteral("ok so what now"));
    QCOMPARE(s.state.callback->reason, Reason::WroteAfterOptOut);
}

void ConsentTest::onlyAWrittenReasonLifts_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("lifted");
    QTest::newRow("a reason") << QStringLiteral("asked for texts on the phone today") << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("blanks") << QStringLiteral("   ") << false;
}

void ConsentTest::onlyAWrittenReasonLifts()
{
    QFETCH(QString, reason);
    QFETCH(bool, lifted);
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.tell(fact::OperatorLiftedOptOut{QStringLiteral("Jess"), reason});
    QCOMPARE(!s.state.optOut, lifted);
    QCOMPARE(s.ledger.size(), size_t(lifted ? 2 : 1));
    QCOMPARE(s.explained(QStringLiteral("consent.kept")), !lifted);
    if (lifted) {
        QCOMPARE(s.ledger.back().words, reason);
        QCOMPARE(s.ledger.back().who, QStringLiteral("Jess"));
    }
}

void ConsentTest::aCallLaterLiftsNothing()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    const auto before = s.texts().size();
    s.wait(24h * 30);
    s.missed();
    QVERIFY(s.state.optOut);
    QCOMPARE(s.texts().size(), before);
    QCOMPARE(s.state.callback->reason, Reason::OptedOut);
    QVERIFY(s.ledger.size() == 1);
}

void ConsentTest::aTextAfterANoIsAPersonsToAnswer()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.writes(QStringLiteral("do you do ceramic though?"));
    QVERIFY(s.state.optOut);
    QCOMPARE(s.state.callback->reason, Reason::WroteAfterOptOut);
    QVERIFY(!s.in<phase::Answering>());
}

void ConsentTest::aNoOnAnotherLineHoldsHere()
{
    Story s = talking();
    s.proposes(proposal::JustReply{}, QStringLiteral("It depends on the car."));
    const OrderId pending = s.newestText()->id;
    s.ledger.push_back(wordOf(s, false, s.now));
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("opted_out")); // before the thread hears of it
    s.tell(fact::ConsentChanged{});
    QVERIFY(s.state.optOut);
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), pending) != s.cancelled.end());
    QCOMPARE(s.ledger.size(), size_t(1)); // it was said once
    QVERIFY(!s.due().isSet());

    // A caller who is new on this line: they ring, and are called back, not texted.
    Story fresh;
    fresh.ledger.push_back(wordOf(fresh, false, fresh.now));
    fresh.missed();
    QVERIFY(fresh.texts().isEmpty());
    QCOMPARE(fresh.state.callback->reason, Reason::OptedOut);
}

void ConsentTest::aYesOnAnotherLineHoldsHere()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.wait(1min);
    s.ledger.push_back(wordOf(s, true, s.now));
    s.tell(fact::ConsentChanged{});
    QVERIFY(!s.state.optOut);
    s.writes(QStringLiteral("hello again"));
    QVERIFY(s.in<phase::Answering>());
}

void ConsentTest::anEmergencyStaysOnTopAfterANo()
{
    Story s = talking();
    s.proposes(proposal::HandOver{QStringLiteral("gas"), {}, true});
    s.writes(QStringLiteral("stop texting me and call me"));
    QVERIFY(s.state.optOut);
    QCOMPARE(sectionOf(s.state), Section::NeedsPerson);
    QVERIFY(s.state.callback && !s.state.callback->done);

    Story calm = talking();
    calm.proposes(proposal::HandOver{QStringLiteral("human"), {}, false});
    calm.writes(QStringLiteral("STOP"));
    QVERIFY(calm.state.callback && !calm.state.callback->done); // they still wait for a person, by phone now
    QCOMPARE(calm.state.callback->reason, Reason::AskedForPerson);
}

void ConsentTest::everyWordIsInTheLedger()
{
    Story s = talking();
    s.writes(QStringLiteral("STOP"));
    s.wait(1min);
    s.writes(QStringLiteral("stop!!"));
    s.wait(1min);
    s.writes(QStringLiteral("START"));
    s.wait(1min);
    s.tell(fact::OperatorOptedOut{QStringLiteral("Jess"), {}});
    QCOMPARE(s.ledger.size(), size_t(4));
    for (const ConsentEntry &entry : s.ledger) {
        QCOMPARE(entry.number, s.state.caller);
        QVERIFY(entry.at.isSet());
        QVERIFY(!entry.manner.isEmpty());
        QVERIFY(!entry.channel.isEmpty());
    }
}

void ConsentTest::peoplesWaitingTextsAreTakenBackToo()
{
    Story s = talking();
    s.tell(fact::OperatorReplied{QStringLiteral("Jess"), QStringLiteral("d1"), QStringLiteral("on my way")});
    const OrderId typed = s.newestText()->id;
    s.writes(QStringLiteral("STOP"));
    QVERIFY(std::find(s.cancelled.begin(), s.cancelled.end(), typed) != s.cancelled.end());
    QCOMPARE(std::get<verdict::Cancel>(s.gateNow()).reason, QStringLiteral("opted_out"));
}

QTEST_GUILESS_MAIN(ConsentTest)
#include "consenttest.moc"
