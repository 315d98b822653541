// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/rows.h"

#include <functional>

namespace deskbell::ui {

// Models hold values only. Screen readers ask a model for text, so the page lends it its words.

struct ThreadSpeech {
    std::function<QString(const engine::ThreadRow &)> row;
    std::function<QString(engine::Section, int)> heading;
};

using CallbackSpeech = std::function<QString(const engine::CallbackRow &)>;

} // namespace deskbell::ui
