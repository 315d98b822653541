// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QSystemTrayIcon;

namespace deskbell::ui {

/// The program's place in the tray while the window is closed and callers are still answered. Where the desktop has no
/// tray nothing is shown.
class TrayPresence : public QObject
{
    Q_OBJECT
public:
    explicit TrayPresence(QObject *parent = nullptr);
    ~TrayPresence() override;

    [[nodiscard]] bool isThere() const { return m_icon; }
    void setCount(int needPerson);

Q_SIGNALS:
    void openWanted();
    void quitWanted();

private:
    void draw();

    QSystemTrayIcon *m_icon = nullptr;
    QMenu *m_menu = nullptr;
    int m_count = -1;
};

/// The bell of the program, with a red dot while somebody needs a person. Drawn, so that it needs no file.
[[nodiscard]] class QIcon programIcon(bool alarmed);

} // namespace deskbell::ui
