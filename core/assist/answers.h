// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/situation.h"

namespace deskbell::assist {

/// A piece of a text with what it stands on. An empty text means there is nothing to say.
struct Answer {
    QString text;
    std::vector<engine::Source> sources;

    void add(const Answer &other);
};

/// Does \p what and says words that stand on no row of the profile; no words: says nothing.
[[nodiscard]] engine::Turn plainTurn(engine::Proposal what, const QString &text, const char *rule);

// Sentences made of rows of the profile and nothing else.

/// One service: of the known variant, else of every variant. Empty when the profile has no price for it.
[[nodiscard]] Answer priceOf(const Situation &s, const Service &service, const QString &variant);
/// Several packages side by side, each with its description and price.
[[nodiscard]] Answer packages(const Situation &s, const std::vector<const Service *> &services);
/// Of the day the caller speaks of, else of the week.
[[nodiscard]] Answer openingHours(const Situation &s);
/// "We're closed on Sun Dec 13." when the wish falls on a closed day.
[[nodiscard]] Answer closedDay(const Situation &s, const engine::Wish &wish);
[[nodiscard]] Answer location(const Situation &s);
[[nodiscard]] Answer serviceNames(const Situation &s, int most);
[[nodiscard]] Answer notOffered(const Situation &s);

/// Words the network takes as plain GSM-7: typographic marks straightened, everything else that needs Unicode dropped,
/// and cut at a sentence when it is longer than two parts.
[[nodiscard]] QString plainText(const QString &text);

/// "A, B and C"
[[nodiscard]] QString listed(const QStringList &items, const QString &lastJoin = QStringLiteral(" and "));

} // namespace deskbell::assist
