// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/llm/dialect.h"
#include "core/runtime/ports.h"

namespace deskbell::llm {

/// What the model is told: the shop's public facts, what is known of the caller, the times on offer, and the
/// conversation. As little as will do: no number, no surname, no address, no e-mail of the caller leaves this computer
/// (they stand as [number], [name], …). Prices, hours, the address and answers are not there to be copied: the model
/// names the row ("{price:full/SUV or truck}") and render() puts the shop's own words in its place.
[[nodiscard]] Prompt briefing(const runtime::TurnRequest &request, const Profile &profile);

/// The same caller's text without what a model has no need of.
[[nodiscard]] QString withoutPersonal(const QString &text, const engine::ThreadState &state);

struct Rendered {
    QString text;
    std::vector<engine::Source> sources;
    QStringList unknown; ///< placeholders that name nothing of the profile
};
[[nodiscard]] Rendered render(const QString &text, const Profile &profile);

} // namespace deskbell::llm
