// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/link/linksettings.h"
#include "core/llm/modelsettings.h"

#include <optional>

namespace deskbell::app {

/// What a shop is connected to, secrets included. Lives in memory only.
struct Connections {
    link::LinkSettings link;
    std::optional<llm::ModelSettings> model; ///< none: the embedded mind answers alone
};

} // namespace deskbell::app
