// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settingsdesk.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QString>

namespace deskbell::runtime {
class Desk;
}
namespace deskbell::ui {
class SettingsPage;
class ShellWindow;
} // namespace deskbell::ui

namespace deskbell::app {

/// Between the settings page and what does its wishes: values of the one in words of the other. Lives on the window's
/// thread; belongs to the window, which must not outlive theme and desk.
class SettingsWire : public QObject
{
    Q_OBJECT
public:
    /// Puts the page into the window, and the kept look and seat in force.
    SettingsWire(ui::ShellWindow &window, runtime::Desk &desk, ui::Theme &theme, const QString &folder, bool demo);

private:
    void takeWishes(ui::Theme &theme);
    void showAnswers(ui::Theme &theme);
    void onLoaded(const Settings &settings, const QStringList &reset);
    void onKept(const Settings &settings);
    void useSeat(const QString &seat);

    ui::ShellWindow &m_window;
    runtime::Desk &m_desk;
    ui::SettingsPage *m_page;
    SettingsDesk m_settings;
    Settings m_running; ///< what the link was made from
};

} // namespace deskbell::app
