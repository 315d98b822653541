// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/language/tokens.h"

namespace deskbell::language {

/// A written rule that fetches a person. Needs no model, no network and no window.
struct Trigger {
    QString kind; ///< a word of the escalation list, or one of the shop's own
    AlertLevel level = AlertLevel::Now;
    bool whenOpen = false; ///< people are not woken for it: paged from the next opening on
    QString rule; ///< the caller's words that matched, lower case
    bool operator==(const Trigger &) const = default;
};

/// The gravest trigger of a text: those of every trade, of \p trade, and the shop's own. Words of denial right before
/// them ("no smell of gas") make them none; "not urgent", "no longer leaking" make a matter of property one for today.
/// Neither touches threats and self-harm. \p policy may switch kinds off, never one of danger to life.
[[nodiscard]] std::optional<Trigger> findTrigger(const Tokens &tokens, const QString &trade, const Policy &policy);

/// How grave a kind is when somebody else (a mind) speaks of it: it may raise, so unknown words are AlertLevel::Now.
[[nodiscard]] AlertLevel levelOf(const QString &kind, const QString &rule);

// The written tables, in core/language/triggertables.cpp.
struct TriggerRow {
    const char *trades; ///< "law|legal": a part of the trade's name; empty: every trade
    AlertLevel level = AlertLevel::Now;
    bool whenOpen = false;
    const char *kind;
    std::vector<const char *> wordings; ///< as core/language/pattern.h writes them
};
[[nodiscard]] const std::vector<TriggerRow> &triggerTable();

} // namespace deskbell::language
