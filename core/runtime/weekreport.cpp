// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/weekreport.h"

namespace deskbell::runtime {

Result<WeekReport> weekReport(StorePort &store, const engine::Week &week, const QTimeZone &zone)
{
    auto lines = store.episodes(week.begin(zone), week.end(zone));
    if (!lines)
        return tl::make_unexpected(lines.error());
    std::vector<engine::EpisodeRecord> records;
    for (const EpisodeLine &line : *lines)
        records.push_back(line.record);
    return WeekReport{week, engine::countOutcomes(records), std::move(*lines)};
}

} // namespace deskbell::runtime
