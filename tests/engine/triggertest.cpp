// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/normalise.h"
#include "core/language/triggers.h"
#include "core/language/urgency.h"

#include <QTest>

using namespace deskbell;

namespace {

std::optional<language::Trigger> heard(const QString &text, const QString &trade = {}, const Policy &policy = {})
{
    return language::findTrigger(language::tokenise(language::normalise(text)), trade, policy);
}

QString levelWord(const std::optional<language::Trigger> &trigger)
{
    if (!trigger)
        return QStringLiteral("none");
    switch (trigger->level) {
    case AlertLevel::Danger: return QStringLiteral("danger");
    case AlertLevel::Now: return QStringLiteral("now");
    case AlertLevel::Today: return QStringLiteral("today");
    }
    return {};
}

} // namespace

/// The written trigger rules: for every trade, trade by trade, denied, calmed, and the shop's own.
class TriggerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTrade_data();
    void everyTrade();
    void tradeByTrade_data();
    void tradeByTrade();
    void anotherTradesRowsDoNotCount_data();
    void anotherTradesRowsDoNotCount();
    void denialsAndCalm_data();
    void denialsAndCalm();
    void ordinaryTextsFetchNobody_data();
    void ordinaryTextsFetchNobody();
    void theShopAddsItsOwn();
    void theShopsOwnCanBeGraverThanTheHouses();
    void theShopSwitchesAKindOff();
    void dangerCannotBeSwitchedOff();
    void theGravestWins();
    void aMindsWordForItHasALevel_data();
    void aMindsWordForItHasALevel();
    void whatSilencesTheAssistantWakesNobodyAtNightUnlessItMust();
    void dangerNeverWaitsForTheOpening();
};

void TriggerTest::everyTrade_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *text, const char *level, const char *kind) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(level) << QString::fromLatin1(kind);
    };
    row("I smell gas in the kitchen", "danger", "gas");
    row("the carbon monoxide alarm is going off", "danger", "gas");
    row("the dryer is on fire", "danger", "fire");
    row("he cant breathe and is turning blue", "danger", "medical");
    row("I want to end my life", "danger", "self_harm");
    row("my husband says he will kill me", "danger", "threat");
    row("I got shocked touching the faucet", "danger", "electric");
    row("my brakes are gone and I am on the highway", "danger", "vehicle");
    row("my baby is locked in the car", "danger", "lockout");
    row("i am locked out", "now", "lockout");
    row("a pipe burst and water is pouring out", "now", "water");
    row("sewage is backing up in the tub", "now", "sewage");
    row("my dog was hit by a car", "now", "animal");
    row("my son got arrested tonight", "now", "legal");
    row("please help me now", "now", "distress");
    row("I will sue you for this", "now", "complaint");
    row("you will hear from my lawyer", "now", "complaint");
    row("I'm going to leave a bad review", "now", "complaint");
    row("I am doing a chargeback", "now", "complaint");
    row("I want my money back", "now", "complaint");
    row("you scratched my door", "now", "damage");
    row("your tech damaged the floor", "now", "damage");
    row("hi, I am a reporter", "now", "official");
    row("are you hiring right now", "today", "job");
    row("I'm delivering your order of soap", "today", "supplier");
}

void TriggerTest::everyTrade()
{
    QFETCH(QString, text);
    QFETCH(QString, level);
    QFETCH(QString, kind);
    const auto trigger = heard(text);
    QCOMPARE(levelWord(trigger), level);
    QCOMPARE(trigger->kind, kind);
    QVERIFY(!trigger->rule.isEmpty());
}

void TriggerTest::tradeByTrade_data()
{
    QTest::addColumn<QString>("trade");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *trade, const char *text, const char *level, const char *kind) {
        QTest::addRow("%s: %s", trade, text)
            << QString::fromLatin1(trade) << QString::fromLatin1(text) << QString::fromLatin1(level) << QString::fromLatin1(kind);
    };
    row("plumbing", "we all have headaches since the boiler came on", "danger", "gas");
    row("plumbing", "there is sewage in the tub and we have a newborn", "danger", "sewage");
    row("plumbing", "the ceiling is about to give, its coming down", "danger", "water");
    row("plumbing", "we have no water at all", "now", "water");
    row("plumbing", "our only toilet is clogged", "now", "water");
    row("plumbing", "the leak you fixed is leaking again", "now", "repeat");
    row("plumbing", "I need a landlord cert", "today", "certificate");
    row("property letting", "there is no power in the flat", "now", "electric");
    row("property letting", "the door was kicked in and wont lock", "now", "security");
    row("property letting", "I'll go to the ombudsman", "now", "complaint");
    row("property letting", "I am behind on my rent", "today", "tenancy");
    row("law office", "my hearing is tomorrow", "now", "legal");
    row("law office", "he hits me", "now", "threat");
    row("law office", "this is opposing counsel in the Lee case", "today", "counsel");
    row("dental", "the swelling is near my eye now", "danger", "medical");
    row("dental", "still bleeding after the extraction", "now", "medical");
    row("dental", "my toddler is in pain", "now", "distress");
    row("dental", "my crown fell out", "today", "repair");
    row("salon", "my scalp is blistering from the bleach", "danger", "medical");
    row("salon", "I have a rash from the tint, hives from the dye", "now", "medical");
    row("salon", "my hair is falling out", "now", "medical");
    row("salon", "my wedding is tomorrow", "now", "event");
    row("salon", "you gave me the wrong color", "today", "complaint");
    row("auto detailing", "they wont give me my car back", "now", "vehicle_held");
    row("auto detailing", "theres blood on the back seat", "today", "biohazard");
    row("auto detailing", "we have a fleet of 12 vans", "today", "fleet");
}

void TriggerTest::tradeByTrade()
{
    QFETCH(QString, trade);
    QFETCH(QString, text);
    QFETCH(QString, level);
    QFETCH(QString, kind);
    const auto trigger = heard(text, trade);
    QCOMPARE(levelWord(trigger), level);
    QCOMPARE(trigger->kind, kind);
}

void TriggerTest::anotherTradesRowsDoNotCount_data()
{
    QTest::addColumn<QString>("trade");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *trade, const char *text) {
        QTest::addRow("%s: %s", trade, text) << QString::fromLatin1(trade) << QString::fromLatin1(text);
    };
    row("salon", "we have a fleet of 12 vans");
    row("auto detailing", "my wedding is tomorrow");
    row("plumbing", "my crown fell out");
    row("dental", "I am behind on my rent");
    row("auto detailing", "this is opposing counsel in the Lee case");
}

void TriggerTest::anotherTradesRowsDoNotCount()
{
    QFETCH(QString, trade);
    QFETCH(QString, text);
    QCOMPARE(levelWord(heard(text, trade)), QStringLiteral("none"));
}

void TriggerTest::denialsAndCalm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("level");
    const auto row = [](const char *text, const char *level) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(level);
    };
    row("no smell of gas, just a service please", "none");
    row("I don't smell gas", "none");
    row("there is no gas leak", "none");
    row("there isn't any smoke coming out", "none");
    row("without any gas smell", "none");
    row("no, smell of gas everywhere", "danger"); // another part of the sentence
    row("no smoke but I smell gas", "danger"); // one is denied, the other is not
    row("not a gas leak, the co alarm is going off", "danger");
    row("the burst pipe is no longer leaking", "today");
    row("a pipe burst but it is not urgent", "today");
    row("pipe burst, its under control", "today");
    row("I smell gas but its not urgent", "danger"); // nothing lowers danger to life
    row("not urgent but I want to kill myself", "danger");
    row("I don't want to kill myself anymore", "danger"); // never lowered, a person looks
    row("I won't sue you", "none");
    row("you did not scratch my car", "none");
}

void TriggerTest::denialsAndCalm()
{
    QFETCH(QString, text);
    QFETCH(QString, level);
    QCOMPARE(levelWord(heard(text)), level);
}

void TriggerTest::ordinaryTextsFetchNobody_data()
{
    QTest::addColumn<QString>("trade");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *trade, const char *text) {
        QTest::addRow("%s: %s", trade, text) << QString::fromLatin1(trade) << QString::fromLatin1(text);
    };
    row("auto detailing", "how much for an suv full detail on friday at 10");
    row("auto detailing", "can you get dog hair and smoke smell out of the seats");
    row("auto detailing", "yes the second one works, thanks");
    row("auto detailing", "Dana Reyes, 2021 Tahoe");
    row("plumbing", "faucet drips at night");
    row("plumbing", "need a new gas water heater quoted");
    row("plumbing", "how much do you charge to unclog a toilet");
    row("plumbing", "can you come tomorrow between 9 and 12");
    row("dental", "lost my insurance card, can I still come in");
    row("dental", "need a cleaning and checkup");
    row("salon", "need a trim before friday");
    row("salon", "do you do balayage, and whats the price");
    row("law office", "do you offer free consults");
    row("law office", "want to sue my landlord over the deposit");
    row("property letting", "when can I tour the studio");
    row("", "");
    row("", "???");
}

void TriggerTest::ordinaryTextsFetchNobody()
{
    QFETCH(QString, trade);
    QFETCH(QString, text);
    QCOMPARE(levelWord(heard(text, trade)), QStringLiteral("none"));
}

void TriggerTest::theShopAddsItsOwn()
{
    Policy policy;
    policy.triggers = {{QStringLiteral("Pool pump ... smoking|sparking"), QStringLiteral("pool"), AlertLevel::Now}};
    const auto trigger = heard(QStringLiteral("the pool pump is sparking"), {}, policy);
    QCOMPARE(trigger->kind, QStringLiteral("pool"));
    QCOMPARE(trigger->level, AlertLevel::Now);
    QVERIFY(!heard(QStringLiteral("the pool pump is loud"), {}, policy));
    QVERIFY(!heard(QStringLiteral("no pool pump is sparking"), {}, policy));
}

void TriggerTest::theShopsOwnCanBeGraverThanTheHouses()
{
    Policy policy;
    policy.triggers = {{QStringLiteral("pipe burst"), QStringLiteral("archive"), AlertLevel::Danger}};
    QCOMPARE(heard(QStringLiteral("a pipe burst and water is pouring out"), {}, policy)->kind, QStringLiteral("archive"));
}

void TriggerTest::theShopSwitchesAKindOff()
{
    Policy policy;
    policy.triggersOff = {QStringLiteral("lockout"), QStringLiteral("complaint")};
    QVERIFY(!heard(QStringLiteral("i am locked out"), {}, policy));
    QVERIFY(!heard(QStringLiteral("I will sue you for this"), {}, policy));
    QVERIFY(heard(QStringLiteral("a pipe burst and water is pouring out"), {}, policy));
}

void TriggerTest::dangerCannotBeSwitchedOff()
{
    Policy policy;
    for (const char *kind : {"gas", "fire", "medical", "self_harm", "threat", "electric", "lockout"})
        policy.triggersOff << QString::fromLatin1(kind);
    QCOMPARE(levelWord(heard(QStringLiteral("I smell gas"), {}, policy)), QStringLiteral("danger"));
    QCOMPARE(levelWord(heard(QStringLiteral("my baby is locked in the car"), {}, policy)), QStringLiteral("danger"));
}

void TriggerTest::theGravestWins()
{
    const auto trigger = heard(QStringLiteral("I will sue you, my kitchen is on fire"));
    QCOMPARE(trigger->kind, QStringLiteral("fire"));
}

void TriggerTest::aMindsWordForItHasALevel_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("level");
    QTest::newRow("gas") << "gas" << int(AlertLevel::Danger);
    QTest::newRow("self-harm") << "self_harm" << int(AlertLevel::Danger);
    QTest::newRow("water") << "water" << int(AlertLevel::Now);
    QTest::newRow("a word nobody knows") << "meteor" << int(AlertLevel::Now);
}

void TriggerTest::aMindsWordForItHasALevel()
{
    QFETCH(QString, kind);
    QFETCH(int, level);
    QCOMPARE(int(language::levelOf(kind, {})), level);
}

void TriggerTest::whatSilencesTheAssistantWakesNobodyAtNightUnlessItMust()
{
    QVERIFY(heard(QStringLiteral("I will sue you for this"))->whenOpen);
    QVERIFY(!heard(QStringLiteral("I smell gas"))->whenOpen);
    QVERIFY(!heard(QStringLiteral("we have no water at all"), QStringLiteral("plumbing"))->whenOpen);
}

void TriggerTest::dangerNeverWaitsForTheOpening()
{
    for (const language::TriggerRow &row : language::triggerTable()) {
        QVERIFY(!row.wordings.empty());
        // Danger never waits for the opening.
        QVERIFY(row.level != AlertLevel::Danger || !row.whenOpen);
        QVERIFY(qstrlen(row.kind) > 0);
    }
}

QTEST_GUILESS_MAIN(TriggerTest)
#include "triggertest.moc"
