// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/booktable.h"
#include "core/store/schema.h"

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <atomic>
#include <thread>

using namespace deskbell;
using namespace deskbell::store;

namespace {

constexpr Instant noon{1'700'000'000'000};

std::unique_ptr<Database> connectTo(const QString &path)
{
    auto database = Database::open(Database::Kind::File, path);
    if (!database)
        qFatal("database: %s", qPrintable(database.error().detail));
    return std::move(*database);
}

Appointment visitOf(int caller, Instant start)
{
    Appointment visit;
    visit.id = {QStringLiteral("visit:%1:%2").arg(caller).arg(start.ms)};
    visit.thread = {QStringLiteral("t%1").arg(caller)};
    visit.slot = {1, start, start + 1h};
    visit.phone = {QStringLiteral("+1512555010%1").arg(caller)};
    return visit;
}

/// One seat: a connection and a thread of its own. Waits until all seats stand at the line.
class Seat
{
public:
    Seat(const QString &path, std::atomic<int> &ready, int seats)
        : m_path(path)
        , m_ready(ready)
        , m_seats(seats)
    {
    }
    /// How often \p take said yes, over \p rounds.
    template<class Take> int race(int rounds, Take take)
    {
        auto database = connectTo(m_path);
        BookTable book(*database);
        int won = 0;
        for (int round = 0; round < rounds; ++round) {
            ++m_ready;
            while (m_ready < (round + 1) * m_seats)
                std::this_thread::yield();
            Transaction transaction(*database);
            const bool got = take(book, round);
            if (!transaction.commit())
                qFatal("a commit failed");
            won += got;
        }
        return won;
    }

private:
    QString m_path;
    std::atomic<int> &m_ready;
    int m_seats;
};

} // namespace

/// Two callers, two threads, two connections, one place at the same instant: exactly one gets it, every time.
class BookRaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void onePlaceIsBookedOnce();
    void onePlaceIsHeldOnce();

private:
    template<class Take> std::array<int, 2> race(int rounds, Take take);
    QTemporaryDir m_folder;
    QString m_path;
};

void BookRaceTest::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("deskbell.db"));
    auto database = connectTo(m_path);
    QVERIFY(database->useLog());
    QVERIFY(migrate(*database, 0));
}

template<class Take> std::array<int, 2> BookRaceTest::race(int rounds, Take take)
{
    std::atomic<int> ready{0};
    std::array<int, 2> won{};
    std::array<std::thread, 2> seats;
    for (int caller = 0; caller < 2; ++caller) {
        seats[static_cast<size_t>(caller)] = std::thread([&, caller] {
            won[static_cast<size_t>(caller)] = Seat(m_path, ready, 2).race(
                rounds, [&](BookTable &book, int round) { return take(book, caller, round); });
        });
    }
    for (std::thread &seat : seats)
        seat.join();
    return won;
}

void BookRaceTest::onePlaceIsBookedOnce()
{
    constexpr int rounds = 60;
    const auto won = race(rounds, [](BookTable &book, int caller, int round) {
        const Instant start = noon + round * 2h + caller * 30min; // not even the same start: they overlap
        return book.book(visitOf(caller, start), {}, noon) == runtime::BookAnswer::Booked;
    });
    QCOMPARE(won[0] + won[1], rounds);
    auto database = connectTo(m_path);
    QCOMPARE(*database->number("SELECT count(*) FROM appointment"), rounds);
    QCOMPARE(*database->number("SELECT count(*) FROM appointment a JOIN appointment b ON a.id < b.id"
                               " AND a.resource = b.resource AND a.start_at < b.end_at AND b.start_at < a.end_at"),
        0);
}

void BookRaceTest::onePlaceIsHeldOnce()
{
    constexpr int rounds = 60;
    const auto won = race(rounds, [](BookTable &book, int caller, int round) {
        const Instant start = noon + 1000h + round * 2h;
        const Hold hold{QStringLiteral("hold:%1:%2").arg(caller).arg(round), {QStringLiteral("t%1").arg(caller)}, {}, {},
            {1, start, start + 1h}, noon + 10min};
        return book.hold(hold, noon);
    });
    QCOMPARE(won[0] + won[1], rounds);
}

QTEST_GUILESS_MAIN(BookRaceTest)
#include "bookracetest.moc"
