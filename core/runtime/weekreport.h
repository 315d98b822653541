// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/storeport.h"

#include <QTimeZone>

namespace deskbell::runtime {

/// The counters of one week and every missed call behind them. Definitions: core/engine/outcomes.h.
struct WeekReport {
    engine::Week week;
    engine::OutcomeCounters counters;
    std::vector<EpisodeLine> lines; ///< by time of the call, those set aside too
};

/// Blocks on the store. Errors: of the store.
[[nodiscard]] Result<WeekReport> weekReport(StorePort &store, const engine::Week &week, const QTimeZone &zone);

} // namespace deskbell::runtime
