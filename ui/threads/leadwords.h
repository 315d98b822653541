// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/desk.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/pill.h"

namespace deskbell::ui {

/// The card on top of the lead panel: the one thing to do next, or what stands.
struct NextStep {
    Tone tone = Tone::Neutral;
    QString head; ///< "Held for Tom, 4:12 left"
    QString title; ///< "Sat 14 Jun, 09:00 to 15:00"
    QString detail; ///< "Bay 2 · Ceramic coating · $1,240"
    QStringList more; ///< other held times
    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
    bool operator==(const NextStep &) const = default;
};
[[nodiscard]] NextStep nextStep(const runtime::ThreadView &view, const Profile &profile, Instant now);

struct FactLine {
    QString name;
    QString value; ///< empty: still to ask
    FactRow::Source source = FactRow::Source::ToAsk;
    bool operator==(const FactLine &) const = default;
};
/// What is wanted first, then the service's questions in their order, then whatever else is known.
[[nodiscard]] std::vector<FactLine> factLines(const Lead &lead, const Profile &profile);

struct TextingLine {
    Icon icon = Icon::Check;
    QString text;
    bool operator==(const TextingLine &) const = default;
};
/// Why we may text, and what stops it.
[[nodiscard]] std::vector<TextingLine> textingLines(
    const runtime::ThreadView &view, const Profile &profile, Instant now);

} // namespace deskbell::ui
