// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/decide.h"

namespace deskbell::engine {

/// Figures of a proposed text that trace to nothing: not to a price row, an opening hour, the address, a question and
/// its answer, a service's words, the shop's number, an appointment, an emergency number, or the caller's own words.
/// Empty: the text may go. Whoever made the text (rules or a model) passes here; design promise "never invented".
[[nodiscard]] QStringList untracedFigures(const Turn &turn, const ThreadState &state, const Context &context);

} // namespace deskbell::engine
