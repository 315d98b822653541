// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notify/notificationbus.h"
#include "core/runtime/noticetext.h"

#include <QHash>
#include <QObject>
#include <optional>

namespace deskbell::notify {

enum class NoticeAct { Open, Take, Acknowledge };

/// Tells people by the desktop's notifications: one bubble a thread, newer news replace it, none for the digest. It
/// carries the first name and what happened, no message text. Everything it tells the window can show as well: shown()
/// comes for every notice, whether the desktop shows it or not. Lives on one thread, waits for nothing.
class DesktopNotifier final : public QObject, public runtime::NotifierPort
{
    Q_OBJECT
public:
    /// \p words is called on this thread.
    explicit DesktopNotifier(runtime::NoticeWords words, QObject *parent = nullptr);
    /// Takes its bubbles down: their buttons lead nowhere without the program.
    ~DesktopNotifier() override;

    void tell(const runtime::Notice &notice) override;
    void withdraw(const ThreadId &thread) override;

Q_SIGNALS:
    /// For the window's own banner; independent of the desktop, and first.
    void shown(const deskbell::runtime::Notice &notice);
    void withdrawn(const deskbell::ThreadId &thread);
    /// A person pressed the bubble or one of its buttons. \p token lets the window raise itself on some desktops.
    void activated(const deskbell::ThreadId &thread, deskbell::notify::NoticeAct act, const QString &token);
    /// The desktop did not show a notice; the window is the only place now. Once a notice; no words for people.
    void unavailable(const deskbell::Error &why);

private:
    /// One thread's bubble. Calls about it go out one after another, so that the next knows the id it replaces.
    struct Line {
        quint32 id = 0;
        bool calling = false;
        bool withdrawn = false; ///< while calling: take it down as soon as its id is known
        std::optional<runtime::Notice> next; ///< the newest that waits
    };

    void put(const runtime::Notice &notice);
    void answered(const ThreadId &thread, const Result<quint32> &id);
    void takeDown(const ThreadId &thread);
    void act(quint32 id, const QString &key, const QString &token);
    void forget(quint32 id);

    runtime::NoticeWords m_words;
    QHash<ThreadId, Line> m_lines;
    NotificationBus m_bus;
};

} // namespace deskbell::notify
