// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/works.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace deskbell::sandbox {
namespace {

Settings completed(Settings wishes)
{
    if (!wishes.clockMs)
        wishes.clockMs = [] { return QDateTime::currentMSecsSinceEpoch(); };
    if (wishes.seed == 0)
        wishes.seed = QRandomGenerator::global()->generate64();
    return wishes;
}

} // namespace

Works::Works(Settings wishes)
    : settings(completed(std::move(wishes)))
    , ledger(settings.seed)
{
    schedule.setSpeed(settings.speed);
    wire.setSpeed(settings.speed);
}

qint64 Works::hiddenUntil(Place list)
{
    const auto lag = faults.take(FaultKind::ListLag, list);
    return lag ? now() + qint64(double(lag->ms) / settings.speed) : 0;
}

} // namespace deskbell::sandbox
