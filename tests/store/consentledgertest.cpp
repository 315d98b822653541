// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/stores.h"

using namespace deskbell;
using namespace deskbell::runtime;

/// What numbers said about being texted, and that no text is marked against it, on every kind of store.
class ConsentLedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }
    void init();

    void aNumberThatSaidNothingHasNoWord();
    void theLatestWordCounts();
    void theLedgerKeepsEveryWordInOrder();
    void theSameEntryTwiceIsOne();
    void aChangedMindWithinOneMillisecondIsKept();
    void aTextIsNotMarkedAgainstANoThatCameBetween();
    void aTextIsMarkedAgainAfterAYes();
    void whatTheLawWantsSaidIsMarkedAllTheSame();
    void aNoInTheSameCommitKeepsTheTextBack();
    void aThreadBehindItsNumberIsFound();
    void withheldCallersSayNothingForOthers();

private:
    OpenedStore m_store;
    const Instant m_noon{1'700'000'000'000};
    const PhoneNumber m_dana{QStringLiteral("+15125550142")};

    [[nodiscard]] engine::ConsentEntry word(bool given, Instant at, const QString &said = QStringLiteral("stop")) const
    {
        return {m_dana, given, at, QStringLiteral("keyword"), said, QStringLiteral("text"), QStringLiteral("Jess")};
    }
    void say(const QString &fact, const std::vector<engine::ConsentEntry> &words)
    {
        StepRecord other = step(fact, u"other" % fact);
        other.decision.next.caller = {QStringLiteral("+15125559999")};
        other.decision.consent = words;
        QVERIFY(m_store.port->commit(commitOf({other}, m_noon)));
    }
    StepRecord danaWith(const QString &fact, TextKind kind)
    {
        StepRecord record = step(fact, QStringLiteral("dana"));
        record.decision.next.caller = m_dana;
        engine::PlannedOrder order = textOrder(QStringLiteral("o"), QStringLiteral("dana"), kind, 2);
        std::get<engine::order::SendText>(order.what).to = m_dana;
        record.decision.orders = {order};
        return record;
    }
    [[nodiscard]] qsizetype marked(const PhoneNumber &number)
    {
        const auto set = m_store.port->markSending({{{QStringLiteral("o")}, {QStringLiteral("dana")}, 1, number}}, m_noon);
        return set ? set->size() : -1;
    }
};

void ConsentLedgerTest::init()
{
    m_store = openStore();
    QVERIFY(m_store.port);
}

void ConsentLedgerTest::aNumberThatSaidNothingHasNoWord()
{
    QVERIFY(!m_store.port->consent(m_dana)->has_value());
    QVERIFY(m_store.port->consentLedger(m_dana)->empty());
}

void ConsentLedgerTest::theLatestWordCounts()
{
    say(QStringLiteral("f1"), {word(false, m_noon)});
    QVERIFY(!(*m_store.port->consent(m_dana))->given);
    say(QStringLiteral("f2"), {word(true, m_noon + 1min)});
    QVERIFY((*m_store.port->consent(m_dana))->given);
    say(QStringLiteral("f3"), {word(false, m_noon + 1min)}); // the same millisecond: what was written last counts
    QVERIFY(!(*m_store.port->consent(m_dana))->given);
}

void ConsentLedgerTest::theLedgerKeepsEveryWordInOrder()
{
    const std::vector<engine::ConsentEntry> words{
        word(false, m_noon, QStringLiteral("no more texts")), word(true, m_noon + 1h, {}), word(false, m_noon + 2h)};
    say(QStringLiteral("f1"), words);
    QCOMPARE(*m_store.port->consentLedger(m_dana), words);
    QVERIFY(m_store.port->consentLedger({QStringLiteral("+15125550143")})->empty());
}

void ConsentLedgerTest::theSameEntryTwiceIsOne()
{
    say(QStringLiteral("f1"), {word(false, m_noon)});
    say(QStringLiteral("f2"), {word(false, m_noon, QStringLiteral("other words"))});
    QCOMPARE(m_store.port->consentLedger(m_dana)->size(), size_t(1));
    QCOMPARE(m_store.port->consentLedger(m_dana)->front().words, QStringLiteral("stop"));
}

// After an outage a caller's STOP, START and STOP are read in one go.
void ConsentLedgerTest::aChangedMindWithinOneMillisecondIsKept()
{
    say(QStringLiteral("f1"), {word(false, m_noon), word(true, m_noon, QStringLiteral("start")), word(false, m_noon, QStringLiteral("STOP!"))});
    QVERIFY(!(*m_store.port->consent(m_dana))->given);
    const auto ledger = m_store.port->consentLedger(m_dana);
    QCOMPARE(ledger->size(), size_t(3));
    QCOMPARE(ledger->back().words, QStringLiteral("STOP!"));
    say(QStringLiteral("f2"), {word(true, m_noon)});
    QVERIFY((*m_store.port->consent(m_dana))->given);
}

void ConsentLedgerTest::aTextIsNotMarkedAgainstANoThatCameBetween()
{
    QVERIFY(m_store.port->commit(commitOf({danaWith(QStringLiteral("d1"), TextKind::FirstText)}, m_noon)));
    say(QStringLiteral("f1"), {word(false, m_noon)}); // on another line, after the gate was asked
    QCOMPARE(marked(m_dana), 0);
    QCOMPARE(m_store.port->ready(m_noon, 9)->size(), size_t(1)); // still there, to be cancelled with a reason
}

void ConsentLedgerTest::aTextIsMarkedAgainAfterAYes()
{
    QVERIFY(m_store.port->commit(commitOf({danaWith(QStringLiteral("d1"), TextKind::FirstText)}, m_noon)));
    say(QStringLiteral("f1"), {word(false, m_noon), word(true, m_noon + 1s)});
    QCOMPARE(marked(m_dana), 1);
}

void ConsentLedgerTest::whatTheLawWantsSaidIsMarkedAllTheSame()
{
    QVERIFY(m_store.port->commit(commitOf({danaWith(QStringLiteral("d1"), TextKind::Help)}, m_noon)));
    say(QStringLiteral("f1"), {word(false, m_noon)});
    QCOMPARE(marked({}), 1);
}

void ConsentLedgerTest::aNoInTheSameCommitKeepsTheTextBack()
{
    for (const bool refused : {false, true}) {
        m_store = openStore();
        StepRecord other = step(QStringLiteral("f1"), QStringLiteral("other"));
        if (refused)
            other.decision.consent = {word(false, m_noon)};
        StepRecord dana = danaWith(QStringLiteral("d1"), TextKind::FirstText);
        dana.sending = {{QStringLiteral("o")}};
        const auto started = m_store.port->commit(commitOf({other, dana}, m_noon));
        QVERIFY(started);
        QCOMPARE(started->size(), qsizetype(refused ? 0 : 1));
    }
}

void ConsentLedgerTest::aThreadBehindItsNumberIsFound()
{
    StepRecord dana = danaWith(QStringLiteral("d1"), TextKind::FirstText);
    QVERIFY(m_store.port->commit(commitOf({dana}, m_noon)));
    QVERIFY(m_store.port->threadsBehindConsent({})->empty());
    say(QStringLiteral("f1"), {word(false, m_noon)});
    const std::vector<ThreadId> behind{{QStringLiteral("dana")}};
    QCOMPARE(*m_store.port->threadsBehindConsent(m_dana), behind);
    QCOMPARE(*m_store.port->threadsBehindConsent({}), behind);
    dana.fact = QStringLiteral("d2");
    dana.seenVersion = 1;
    dana.decision.orders.clear();
    dana.decision.next.optOut = engine::OptOutMark{m_noon, {}, QStringLiteral("text"), {}};
    QVERIFY(m_store.port->commit(commitOf({dana}, m_noon)));
    QVERIFY(m_store.port->threadsBehindConsent({})->empty());
    say(QStringLiteral("f2"), {word(true, m_noon + 1s)});
    QCOMPARE(*m_store.port->threadsBehindConsent(m_dana), behind);
}

void ConsentLedgerTest::withheldCallersSayNothingForOthers()
{
    engine::ConsentEntry nobody = word(false, m_noon);
    nobody.number = {};
    say(QStringLiteral("f1"), {nobody});
    QVERIFY(!m_store.port->consent({})->has_value());
    QVERIFY(m_store.port->threadsBehindConsent({})->empty());
}

QTEST_GUILESS_MAIN(ConsentLedgerTest)
#include "consentledgertest.moc"
