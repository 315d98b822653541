// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlitestore.h"
#include "tests/store/stores.h"

using namespace deskbell;

namespace {

const PhoneNumber dana{QStringLiteral("+13105550142")};
const QDate today(2026, 12, 8);

Contact contactOf(ContactTag tag, const QString &name = QStringLiteral("Dana"))
{
    return {dana, tag, name, QStringLiteral("Jess"), {1'700'000'000'000}};
}

ComplaintDay complaint(QDate day, int count, int robocalls = 0) { return {dana, day, count, robocalls}; }

} // namespace

/// The shop's book of numbers and the public's complaints, in the store.
class CallerBookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nobodyIsKnownAtFirst();
    void aContactIsFoundByItsNumber();
    void aTagWithoutANameKeepsTheName();
    void noneTakesAContactOut();
    void aTagIsKeptInTheSameTransactionAsItsFact();
    void complaintsAreCountedFromADayOn();
    void aListTakenInTwiceCountsOnce();
    void oldComplaintsAreDropped();
    void aBookOutlivesTheProgram();
    void theCallsAndTextsOfTheLastDayAreToldAfterARestart();
    void manyNumbersAreKeptAtOnce();

private:
    std::unique_ptr<store::SqliteStore> m_store;

    [[nodiscard]] int complaintsSince(QDate day) const { return m_store->complaints(dana, day).value_or(ComplaintCount{-1, -1}).complaints; }
};

void CallerBookTest::init()
{
    auto opened = store::SqliteStore::openInMemory();
    QVERIFY(opened);
    m_store = std::move(*opened);
}

void CallerBookTest::nobodyIsKnownAtFirst()
{
    QVERIFY(!m_store->contact(dana)->has_value());
    QCOMPARE(*m_store->complaints(dana, today), ComplaintCount{});
}

void CallerBookTest::aContactIsFoundByItsNumber()
{
    QVERIFY(!m_store->contact(dana)->has_value()); // asked while empty, and found all the same later
    QVERIFY(m_store->keepContacts({contactOf(ContactTag::Supplier)}));
    QCOMPARE(**m_store->contact(dana), contactOf(ContactTag::Supplier));
    QVERIFY(!m_store->contact({QStringLiteral("+13105550143")})->has_value());
    QVERIFY(m_store->keepContacts({contactOf(ContactTag::Blocked)}));
    QCOMPARE((*m_store->contact(dana))->tag, ContactTag::Blocked);
}

void CallerBookTest::aTagWithoutANameKeepsTheName()
{
    QVERIFY(m_store->keepContacts({contactOf(ContactTag::Customer)}));
    QVERIFY(m_store->keepContacts({contactOf(ContactTag::Staff, {})}));
    QCOMPARE((*m_store->contact(dana))->name, QStringLiteral("Dana"));
}

void CallerBookTest::noneTakesAContactOut()
{
    QVERIFY(m_store->keepContacts({contactOf(ContactTag::Customer)}));
    QVERIFY(m_store->keepContacts({contactOf(ContactTag::None)}));
    QVERIFY(!m_store->contact(dana)->has_value());
}

void CallerBookTest::aTagIsKeptInTheSameTransactionAsItsFact()
{
    runtime::StepRecord tagged = step(QStringLiteral("click:1"), QStringLiteral("t1"));
    tagged.decision.contacts = {contactOf(ContactTag::Blocked)};
    QVERIFY(m_store->commit(commitOf({tagged})));
    QCOMPARE((*m_store->contact(dana))->tag, ContactTag::Blocked);

    runtime::StepRecord lost = step(QStringLiteral("click:2"), QStringLiteral("t1"), 7); // somebody else was faster
    lost.decision.contacts = {contactOf(ContactTag::None)};
    QVERIFY(!m_store->commit(commitOf({lost})));
    QCOMPARE((*m_store->contact(dana))->tag, ContactTag::Blocked);
}

void CallerBookTest::complaintsAreCountedFromADayOn()
{
    QVERIFY(m_store->keepComplaints({complaint(today, 2, 1), complaint(today.addDays(-10), 3, 3), complaint(today.addDays(-100), 9)}, {}));
    QCOMPARE(*m_store->complaints(dana, today.addDays(-10)), (ComplaintCount{5, 4}));
    QCOMPARE(complaintsSince(today.addDays(-9)), 2);
    QCOMPARE(complaintsSince(today.addDays(-100)), 14);
    QCOMPARE(complaintsSince(today.addDays(1)), 0);
}

void CallerBookTest::aListTakenInTwiceCountsOnce()
{
    for (const int count : {3, 3, 2})
        QVERIFY(m_store->keepComplaints({complaint(today, count)}, {}));
    QCOMPARE(complaintsSince(today), 3);
    QVERIFY(m_store->keepComplaints({complaint(today, 5)}, {})); // the agency added to the day
    QCOMPARE(complaintsSince(today), 5);
}

void CallerBookTest::oldComplaintsAreDropped()
{
    QVERIFY(m_store->keepComplaints({complaint(today.addDays(-20), 4)}, {}));
    QVERIFY(m_store->keepComplaints({complaint(today, 1), complaint(today.addDays(-30), 8)}, today.addDays(-10)));
    QCOMPARE(complaintsSince(today.addDays(-100)), 1);
}

void CallerBookTest::aBookOutlivesTheProgram()
{
    QTemporaryDir folder;
    for (const bool first : {true, false}) {
        auto opened = store::SqliteStore::open(folder.path());
        QVERIFY(opened);
        if (first) {
            QVERIFY((*opened)->keepContacts({contactOf(ContactTag::Customer)}));
            QVERIFY((*opened)->keepComplaints({complaint(today, 6)}, {}));
        } else {
            QCOMPARE(**(*opened)->contact(dana), contactOf(ContactTag::Customer));
            QCOMPARE((*opened)->complaints(dana, today)->complaints, 6);
        }
    }
}

void CallerBookTest::theCallsAndTextsOfTheLastDayAreToldAfterARestart()
{
    const Instant now{1'700'000'000'000};
    runtime::StepRecord called = step(QStringLiteral("call:1"), QStringLiteral("t1"));
    called.decision.next.caller = dana;
    called.decision.next.episode = engine::Episode{};
    called.decision.next.episode->lastCallAt = now;
    engine::HistoryLine text = line(QStringLiteral("first_text:1"), now);
    text.author = engine::Author::Assistant;
    text.kind = TextKind::FirstText;
    called.decision.history = {text, line(QStringLiteral("other"), now)};
    QVERIFY(m_store->commit(commitOf({called})));
    QCOMPARE(m_store->firstTextsSince(now)->size(), size_t(1));
    QCOMPARE(m_store->firstTextsSince(now + 1ms)->size(), size_t(0));
    const auto callers = m_store->callersSince(now - 1h);
    QCOMPARE(callers->size(), size_t(1));
    QCOMPARE(callers->front().caller, dana);
    QVERIFY(m_store->callersSince(now + 1h)->empty());
}

void CallerBookTest::manyNumbersAreKeptAtOnce()
{
    std::vector<ComplaintDay> days;
    for (int i = 0; i < 20'000; ++i)
        days.push_back({{QStringLiteral("+1%1").arg(3'000'000'000LL + i)}, today, 1, 0});
    QVERIFY(m_store->keepComplaints(days, {}));
    QCOMPARE(m_store->complaints({QStringLiteral("+13000019999")}, today)->complaints, 1);
}

QTEST_GUILESS_MAIN(CallerBookTest)
#include "callerbooktest.moc"
