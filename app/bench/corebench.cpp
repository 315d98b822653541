// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/corebench.h"

#include "app/bench/silentports.h"
#include "core/base/manualclock.h"
#include "core/profile/demoprofile.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <unistd.h>

namespace deskbell::bench {
namespace {

runtime::Arrival deliveryOf(const ProviderId &text, Delivery delivery)
{
    runtime::Arrival arrival;
    arrival.id = u"delivery:" % text.value % u':' % QString::number(static_cast<int>(delivery));
    arrival.fact = engine::fact::DeliveryChanged{text, delivery, 0};
    return arrival;
}

/// Resident pages of this process, in MB.
double residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

Figures coreBurst(int calls)
{
    QTemporaryDir folder;
    auto keeper = store::SqliteStore::open(folder.path());
    if (!keeper)
        qFatal("bench: %s", qPrintable(keeper.error().detail));
    Profile profile = profile::demoProfile();
    profile.policy.screening.firstTextsPerHour = 0; // a burst is measured, not guarded against
    ManualClock clock(Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC)));
    Core core(**keeper, clock, profile);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < calls; ++i)
        core.loop.put(arrivalOf(callNumber(i, clock.now(), profile.phone)));
    clock.settle();
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (core.phone.accepted != calls)
        qFatal("bench: %d of %d texts", core.phone.accepted, calls);
    return {{QStringLiteral("core alone, burst of %1, all kept and sent").arg(calls), took, QStringLiteral("ms"), {}, true},
        {QStringLiteral("core alone, per missed call"), took * 1000 / calls, QStringLiteral("us"), {}, true}};
}

Figures decisions()
{
    const Profile profile = profile::demoProfile();
    const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC));
    std::vector<std::pair<engine::ThreadState, engine::Fact>> cases; // making them is no part of deciding
    for (int i = 0; i < 1000; ++i) {
        const Call call = callNumber(i, now, profile.phone);
        cases.emplace_back(engine::newThread(call.from, call.line), engine::fact::CallMissed{call});
    }
    constexpr int rounds = 100;
    size_t orders = 0;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < rounds; ++round) {
        for (const auto &[state, fact] : cases)
            orders += engine::decide(state, fact, {now, profile}).orders.size();
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const double each = static_cast<double>(orders) / seconds;
    return {{QStringLiteral("pure decisions, missed call of a new caller"), each, QStringLiteral("/s"), QStringLiteral(">= 300,000"), each >= 300000}};
}

Figures memory()
{
    constexpr int factsPerCall = 4; // missed, accepted, sent, delivered
    constexpr int early = 100'000 / factsPerCall;
    constexpr int all = 1'000'000 / factsPerCall;
    QTemporaryDir folder;
    auto keeper = store::SqliteStore::open(folder.path());
    if (!keeper)
        qFatal("bench: %s", qPrintable(keeper.error().detail));
    const Profile profile = profile::demoProfile();
    ManualClock clock(Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC)));
    Core core(**keeper, clock, profile);
    double before = 0;
    constexpr int salvo = 500;
    for (int i = 0; i < all; i += salvo) {
        for (int j = i; j < i + salvo; ++j)
            core.loop.put(arrivalOf(callNumber(j, clock.now(), profile.phone)));
        clock.settle();
        for (int j = i; j < i + salvo; ++j) {
            core.loop.put(deliveryOf(core.phone.idOf(j + 1), Delivery::Sent));
            core.loop.put(deliveryOf(core.phone.idOf(j + 1), Delivery::Delivered));
        }
        clock.advance(1s);
        if (i + salvo == early)
            before = residentMemory();
    }
    const double after = residentMemory();
    return {{QStringLiteral("memory after 100,000 facts of 25,000 callers"), before, QStringLiteral("MB"), {}, true},
        {QStringLiteral("memory after 1,000,000 facts of 250,000 callers"), after, QStringLiteral("MB"), QStringLiteral("<= 1.2 x"), after <= 1.2 * before}};
}

} // namespace deskbell::bench
