// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace deskbell::language {

/// "We will call you by 9:30": what somebody of ours promised, and until when.
struct PromiseWords {
    QString words; ///< the promise as it was written, from who to when
    bool call = false; ///< a call was promised; else an answer
    Duration within{0}; ///< "in 20 minutes"; 0: a day or an hour was named instead
    QDate day; ///< invalid: none was named
    QTime time; ///< invalid: only a day was named
    bool operator==(const PromiseWords &) const = default;
};

/// The first promise of a text of ours that names a time. \p now is the shop's wall clock. Without a time it is
/// politeness, not a debt.
[[nodiscard]] std::optional<PromiseWords> findPromise(const QString &text, const QDateTime &now);

} // namespace deskbell::language
