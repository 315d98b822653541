// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/look.h"

#include <QApplication>
#include <QDBusConnection>

namespace deskbell::app {

ProgramLook::ProgramLook(QApplication &application)
    : m_desktop(QDBusConnection::sessionBus())
{
    m_theme.applyTo(application);
    QObject::connect(&m_desktop, &ui::DesktopAppearance::schemeRead, &m_theme, &ui::Theme::setDesktopScheme);
    QObject::connect(&m_desktop, &ui::DesktopAppearance::reducesMotionRead, &m_theme, &ui::Theme::setDesktopReducesMotion);
    m_desktop.follow();
}

} // namespace deskbell::app
