// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/house.h"

#include <QObject>

namespace deskbell::ui {
class ShellWindow;
}

namespace deskbell::app {

/// Between the desktop's notifications, which live with the core, and the window: a press on a bubble brings the thread
/// to the front. Lives on the window's thread; made before the core, so that nothing pressed is missed.
class NoticeRelay : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Adds the desktop's notifications to what a house is built from.
    void addTo(HouseOptions &options);
    void connectTo(ui::ShellWindow &window);

Q_SIGNALS:
    void pressed(const deskbell::ThreadId &thread, bool take);
    void seen(const deskbell::ThreadId &thread); ///< "I deal with it": the window stays where it is
};

} // namespace deskbell::app
