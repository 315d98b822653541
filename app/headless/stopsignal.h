// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace deskbell::app {

/// Ctrl C and a service manager's stop, as a Qt signal on the thread that made it. One at a time.
class StopSignal : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void stopped();
};

} // namespace deskbell::app
