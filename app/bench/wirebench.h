// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/figures.h"

#include <optional>

namespace deskbell::bench {

/// Call event -> text POST accepted, over real sockets: phone company, product (or floor) and this program are three
/// processes. Each load is played for the floor and for the product in turn, in one run.
[[nodiscard]] Figures wire(const QString &deskbell, const QString &self, bool quick);
/// kill -9 in the middle of a burst of 1,000 and start again: lost and twice, over so many rounds.
[[nodiscard]] Figures killed(const QString &deskbell, int rounds);
/// The window of the demo shop: painted after, memory, idle processor time. Nothing where no window opens (no display):
/// the program has then said why.
[[nodiscard]] std::optional<Figures> window(const QString &deskbell);

} // namespace deskbell::bench
