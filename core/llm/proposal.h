// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/ports.h"

#include <QJsonObject>

namespace deskbell::llm {

/// The shape of an answer. It has no field for a recipient, a price, a time or a link: there is nothing to fill in
/// wrongly.
[[nodiscard]] QJsonObject proposalSchema(const Profile &profile);

/// What a model proposes, with every value checked by our own code: service and variant exist, the number of an offered
/// time is one that was offered, the time is what our own reader finds in the caller's words, the text is rendered and
/// passes the gate (figures and claims trace to the shop). It may raise urgency, never lower it. Errors: Malformed, a
/// plain reason that can be told to the model; never what a caller wrote.
[[nodiscard]] Result<engine::Turn> readProposal(const QJsonObject &object, const runtime::TurnRequest &request, const Profile &profile);

} // namespace deskbell::llm
