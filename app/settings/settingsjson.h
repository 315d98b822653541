// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QStringList>

namespace deskbell::app {

struct SettingsRead {
    Settings settings;
    QStringList reset; ///< what could not be used and has its default now, and why; plain sentences
};

/// Each field stands for itself: a bad one gets its default and is told, the others are kept. Malformed: nothing of it
/// can be used (no JSON object, cut, too large, written by a newer Deskbell); the detail is a plain sentence.
[[nodiscard]] Result<SettingsRead> readSettings(const QByteArray &json);
[[nodiscard]] QByteArray writeSettings(const Settings &settings);

} // namespace deskbell::app
