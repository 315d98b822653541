// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/desktopappearance.h"
#include "ui/theme/theme.h"

class QApplication;

namespace deskbell::app {

/// Theme and desktop together, as every window of the program needs them. One beside the application object.
class ProgramLook
{
public:
    explicit ProgramLook(QApplication &application);
    [[nodiscard]] ui::Theme &theme() { return m_theme; }

private:
    ui::Theme m_theme;
    ui::DesktopAppearance m_desktop;
};

} // namespace deskbell::app
