// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/house.h"

#include <QThread>

namespace deskbell::app {

/// The house on a thread of its own: nothing of it touches the window's thread but the desk's queued signals.
class CoreThread
{
public:
    CoreThread();
    /// Takes the house down on its own thread and waits for it.
    ~CoreThread();

    /// Builds and starts the house over there. Blocks until it stands or cannot. The desk lives until this object dies.
    [[nodiscard]] Result<runtime::Desk *> start(HouseOptions options);
    /// Over there, some time soon.
    void useProfile(const Profile &profile);

private:
    QThread m_thread;
    QObject m_there; ///< lives on the thread: where work is handed to
    std::unique_ptr<House> m_house;
};

} // namespace deskbell::app
