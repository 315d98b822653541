// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace deskbell::ui {

/// News for a screen reader. Qt 6.4.2 on Linux sends nothing for QAccessible::Alert (measured), but a label of role
/// AlertMessage is read when it is shown. It takes one pixel of its parent's corner. Urgent news is said at once,
/// other news merged every 5 s. Timers are not spoken: do not put clocks here.
class Announcer : public QLabel
{
    Q_OBJECT
public:
    explicit Announcer(QWidget *parent);

    void say(const QString &sentence);
    void sayNow(const QString &sentence);

Q_SIGNALS:
    void said(const QString &text);

private:
    void flush();

    QStringList m_waiting;
    QTimer m_pace;
};

} // namespace deskbell::ui
