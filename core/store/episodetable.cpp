// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/episodetable.h"

#include "core/base/log.h"
#include "core/record/record.h"

namespace deskbell::store {

EpisodeTable::EpisodeTable(Database &database)
    : m_save(database,
        "INSERT INTO episode(call, thread, at, visit, record) VALUES(?,?,?,?,?) ON CONFLICT(call) DO UPDATE SET"
        " visit=excluded.visit, record=excluded.record")
    , m_follow(database, "UPDATE episode SET visit=? WHERE visit=?")
    , m_between(database,
          "SELECT t.id, t.caller, e.visit, e.record FROM episode e JOIN thread t ON t.num = e.thread"
          " WHERE e.at >= ? AND e.at < ? ORDER BY e.at, e.call")
{
}

void EpisodeTable::save(const engine::EpisodeRecord &record, ThreadNumber thread)
{
    QByteArray json;
    record::append(json, record);
    m_save.run(record.call.value, thread, record.at, NullIfEmpty{record.visit.value}, json);
}

void EpisodeTable::follow(const engine::VisitChange &change)
{
    m_follow.run(NullIfEmpty{change.now.value}, change.was.value);
}

Result<std::vector<runtime::EpisodeLine>> EpisodeTable::between(Instant from, Instant to)
{
    std::vector<runtime::EpisodeLine> found;
    const auto take = [&found](const Row &row) {
        auto record = record::readEpisode(row.bytes(3));
        if (!record) {
            qCWarning(logStore).noquote() << record.error().detail;
            return;
        }
        record->visit.value = row.text(2);
        found.push_back({{row.text(0)}, {row.text(1)}, std::move(*record)});
    };
    if (auto read = m_between.each(take, from, to); !read)
        return tl::make_unexpected(read.error());
    return found;
}

} // namespace deskbell::store
