// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/connections.h"
#include "app/settings/profilefile.h"

#include <QMainWindow>
#include <QThreadPool>

class QStackedWidget;

namespace deskbell::ui {
class SetupPage;
class Theme;
class WelcomePage;
} // namespace deskbell::ui

namespace deskbell::app {

class SettingsWire;

/// The window of a start that cannot open the shop's: nothing is set up yet, the profile has a fault, the vault is
/// locked. One of the three signals is its end; the caller closes it.
class StartWindow : public QMainWindow
{
    Q_OBJECT
public:
    struct About {
        QString folder; ///< the data folder
        QString profileFile; ///< the shop's profile, there or not
        QString trouble; ///< why the shop's window cannot be opened; empty: nothing was tried yet
        bool nothingYet = true; ///< neither profile nor provider: begin with the choices
        bool wantsProvider = true; ///< false: the command line names one
    };
    StartWindow(const About &about, ui::Theme &theme);
    ~StartWindow() override;

    /// Shows in place of the last trouble.
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    void demoChosen();
    /// Everything is there. Without a provider of its own (see About) the settings are empty ones.
    void shopReady(const deskbell::app::Connections &connections);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void wireShop();
    void readShop();
    void onShopRead(const Result<Profile> &profile);
    void writeShop();
    void openShop();
    void tellMissing();
    void start();

    About m_about;
    QStackedWidget *m_pages;
    ui::WelcomePage *m_welcome;
    ui::SetupPage *m_setup;
    SettingsWire *m_settings;
    bool m_shopGood = false;
    QThreadPool m_disk; ///< files are read and written there, never on the window's thread
};

} // namespace deskbell::app
