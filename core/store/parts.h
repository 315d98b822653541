// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/booktable.h"
#include "core/store/lifemark.h"
#include "core/store/consenttable.h"
#include "core/store/episodetable.h"
#include "core/store/linetable.h"
#include "core/store/markstable.h"
#include "core/store/numbertable.h"
#include "core/store/outboxtable.h"
#include "core/store/sqlitestore.h"
#include "core/store/storefolder.h"

namespace deskbell::store {

/// What a SqliteStore is made of; seen by its own files only.
struct SqliteStore::Parts {
    Parts(std::unique_ptr<StoreFolder> opened, std::unique_ptr<Database> connection)
        : folder(std::move(opened))
        , database(std::move(connection))
    {
    }

    std::unique_ptr<StoreFolder> folder; ///< none in memory
    std::unique_ptr<Database> database;
    std::unique_ptr<LifeMark> lifeMark; ///< none in memory
    bool setBack = false;
    ThreadTable threads{*database};
    EpisodeTable episodes{*database};
    OutboxTable outbox{*database};
    ConsentTable consent{*database};
    LineTable lines{*database};
    MarksTable marks{*database};
    BookTable book{*database};
    NumberTable numbers{*database};

    /// One transaction around \p change; what it returns counts only if all of it could be kept.
    template<class Change> [[nodiscard]] auto change(Change &&change) -> Result<decltype(change())>
    {
        using Answer = decltype(change());
        Transaction transaction(*database);
        if constexpr (std::is_void_v<Answer>) {
            change();
            return ended(transaction);
        } else {
            Answer answer = change();
            if (auto kept = ended(transaction); !kept)
                return tl::make_unexpected(kept.error());
            return answer;
        }
    }

    [[nodiscard]] Result<void> ended(Transaction &transaction);
    /// The text may begin to leave as far as its number's consent goes; asked inside the transaction that marks it.
    [[nodiscard]] bool mayReach(const engine::PlannedOrder &order);
    void keep(const runtime::StepRecord &step, Instant now, int &place, QSet<engine::OrderId> *started);
    /// Room for a text that begins to leave: while the reserve is gone, what little there is belongs to outcomes.
    [[nodiscard]] bool mayStart() { return !folder || folder->hasReserve() || folder->restoreReserve(); }
};

} // namespace deskbell::store
