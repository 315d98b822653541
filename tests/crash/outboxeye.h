// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

/// Looks into a running shop's database without touching it: the store's lock keeps a second store out, and a process
/// that is to be killed has no other way to say how far it is.
struct OutboxGlance {
    int open = 0; ///< texts ready, sending or of unknown fate
    int toAPerson = 0; ///< texts a person was told about, over all time
    int sentAgain = 0; ///< texts that left twice because the first was proven absent
    int takenOver = 0; ///< threads a person holds: a text of ours that is taken for somebody else's does that
};
/// Nothing: there is no database yet, or it cannot be read at this moment.
[[nodiscard]] std::optional<OutboxGlance> glanceAtOutbox(const QString &folder);
/// SQLite's own words; "ok" when nothing is wrong. Only while nobody uses it.
[[nodiscard]] QString integrityOf(const QString &folder);
