// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/noticerelay.h"

#include "core/notify/desktopnotifier.h"
#include "ui/shell/shellwindow.h"
#include "ui/threads/threadspage.h"
#include "ui/words/noticewords.h"

namespace deskbell::app {

void NoticeRelay::addTo(HouseOptions &options)
{
    options.makeNotifier = [this, profile = options.profile]() -> std::shared_ptr<runtime::NotifierPort> {
        auto notifier = std::make_shared<notify::DesktopNotifier>(
            [profile](const runtime::Notice &notice) { return ui::noticeText(notice, profile); });
        connect(notifier.get(), &notify::DesktopNotifier::activated, this,
            [this](const ThreadId &thread, notify::NoticeAct act) {
                if (act == notify::NoticeAct::Acknowledge)
                    Q_EMIT seen(thread);
                else
                    Q_EMIT pressed(thread, act == notify::NoticeAct::Take);
            });
        return notifier;
    };
}

void NoticeRelay::connectTo(ui::ShellWindow &window)
{
    connect(this, &NoticeRelay::seen, &window, [&window](const ThreadId &thread) { window.acknowledge(thread); });
    connect(this, &NoticeRelay::pressed, &window, [&window](const ThreadId &thread, bool take) {
        window.raiseFromTray();
        window.go(ui::ShellWindow::Screen::Threads);
        window.openThread(thread);
        if (take)
            window.threads().takeOver(thread);
    });
}

} // namespace deskbell::app
