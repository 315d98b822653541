// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settingsdesk.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QString>
#include <functional>

namespace deskbell::runtime {
class Desk;
}
namespace deskbell::ui {
class SettingsPage;
class ShellWindow;
} // namespace deskbell::ui

namespace deskbell::app {

/// Between the settings page and what does its wishes: values of the one in words of the other. Lives on the window's
/// thread and belongs to the page's window, which must not outlive the theme.
class SettingsWire : public QObject
{
    Q_OBJECT
public:
    enum class Beside { RunningShop, DemoShop, NothingYet };
    /// The look that was kept comes into force. \p beside: what runs while the page is open.
    SettingsWire(ui::SettingsPage &page, ui::Theme &theme, const QString &folder, Beside beside, QObject *parent);

    /// A provider is set up, and its secret can be read.
    [[nodiscard]] bool hasProvider() const;
    /// The kept settings with their secret; an error in plain words. Answers later, once.
    void readConnections(std::function<void(Result<Connections>)> done);

Q_SIGNALS:
    /// At the start if one was kept, and with each change.
    void seatNamed(const QString &seat);
    /// hasProvider() may be another now.
    void providerChanged();

private:
    void takeWishes(ui::Theme &theme);
    void showAnswers(ui::Theme &theme);
    void onLoaded(const Settings &settings, const QStringList &reset);
    void onKept(const Settings &settings);

    ui::SettingsPage &m_page;
    SettingsDesk m_settings;
    Beside m_beside;
    Settings m_running; ///< what the link was made from
    bool m_providerKept = false;
    bool m_secretKept = false;
    bool m_locked = true;
};

/// Puts the settings page into the shop's window, and the kept look and seat in force.
void addSettings(ui::ShellWindow &window, runtime::Desk &desk, ui::Theme &theme, const QString &folder, bool demo);

} // namespace deskbell::app
