// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/storeport.h"
#include "core/store/threadtable.h"

namespace deskbell::store {

/// What became of each missed call. The column of the visit is newer than the one in the record: a visit may be moved
/// or called off long after its episode.
class EpisodeTable
{
public:
    explicit EpisodeTable(Database &database);

    // Inside a transaction.
    void save(const engine::EpisodeRecord &record, ThreadNumber thread);
    void follow(const engine::VisitChange &change);

    // Questions.
    [[nodiscard]] Result<std::vector<runtime::EpisodeLine>> between(Instant from, Instant to);

private:
    Statement m_save;
    Statement m_follow;
    Statement m_between;
};

} // namespace deskbell::store
