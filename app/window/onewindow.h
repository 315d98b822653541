// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace deskbell::app {

/// One window per data folder: a second start asks the first to come forward and ends.
class OneWindow : public QObject
{
    Q_OBJECT
public:
    explicit OneWindow(const QString &folder, QObject *parent = nullptr);
    /// True: another window of this folder was there and has been raised.
    [[nodiscard]] bool raiseOther();
    /// From now on answer later starts.
    void listen();

Q_SIGNALS:
    void raiseWanted();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace deskbell::app
