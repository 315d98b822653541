// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellwindow.h"

namespace deskbell::ui {

/// The window with its desk. The desk lives on the core thread: everything from it comes queued, everything to it
/// queues itself, so nothing here ever waits for disk or network. The desk must outlive the window.
class MainWindow : public ShellWindow
{
    Q_OBJECT
public:
    /// Asks the desk to start; the window fills as its answers come.
    MainWindow(runtime::Desk &desk, ShellOptions options, QWidget *parent = nullptr);

private:
    void takeValues();
    void tellThreads();
    void tellCallbacks();
    void tellCalendar();
    void tellPlan();

    runtime::Desk &m_desk;
};

} // namespace deskbell::ui
