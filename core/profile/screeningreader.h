// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/screeningrules.h"
#include "core/profile/jsonnode.h"

namespace deskbell::profile {

/// policy.missed and policy.screening; what is not there keeps its default.
[[nodiscard]] MissedRules readMissedRules(const JsonNode &node);
[[nodiscard]] ScreeningRules readScreeningRules(const JsonNode &node);
[[nodiscard]] QJsonObject writeMissedRules(const MissedRules &rules);
[[nodiscard]] QJsonObject writeScreeningRules(const ScreeningRules &rules);

} // namespace deskbell::profile
