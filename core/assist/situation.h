// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/understanding.h"
#include "core/runtime/ports.h"

namespace deskbell::assist {

/// What the rules look at: what was said, what it means in this conversation, and what is known by now.
struct Situation {
    const engine::ThreadState &state;
    const std::vector<engine::HistoryLine> &history;
    const Profile &profile;
    Instant now;

    QString text; ///< the caller's words that wait for an answer, one text a line
    language::Understanding heard;
    QString lastRule; ///< of our last text: what we asked
    std::vector<const Service *> meant; ///< services that may be meant, by this text or before; one: settled
    bool namedService = false; ///< this text names it
    QString variant; ///< of the settled service; empty: unknown or of no matter
    std::optional<engine::Wish> wish; ///< of this text
    std::optional<engine::Wish> pendingWish; ///< said before, while we asked for something else
    std::vector<LeadFact> learnt; ///< by this text

    [[nodiscard]] const Service *service() const { return meant.size() == 1 ? meant.front() : nullptr; }
    /// A fact of the lead or of this text.
    [[nodiscard]] QString known(const QString &key) const;
    /// Whether we have asked by this rule ("ask.name") in this conversation.
    [[nodiscard]] bool hasSaid(const QString &rule) const;
    [[nodiscard]] bool hasQuoted(const Service &service) const;
    [[nodiscard]] bool isBooked() const;
};

/// \p request and \p profile outlive the answer.
[[nodiscard]] Situation readSituation(const runtime::TurnRequest &request, const Profile &profile);

/// "Fri Dec 11 after 1:00 PM": for people to read, and readable by readWish again.
[[nodiscard]] QString describeWish(const engine::Wish &wish);
[[nodiscard]] std::optional<engine::Wish> readWish(const QString &words, const Profile &profile, Instant now);

/// The variant of a service that the text names in its own words ("long hair"); empty when none or several.
[[nodiscard]] QString variantByWords(const Service &service, const language::Tokens &tokens);

} // namespace deskbell::assist
