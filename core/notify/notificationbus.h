// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QStringList>
#include <functional>
#include <optional>

class QDBusMessage;

namespace deskbell::notify {

/// What stands in one notification.
struct Bubble {
    quint32 replaces = 0; ///< the id of the one to replace; 0: a new one
    QString title;
    QString body; ///< plain; markup is escaped here where the desktop reads any
    QStringList actions; ///< key, label, key, label …; "default" is the bubble itself
    bool critical = false; ///< stays until somebody sees to it
    QString category; ///< of the freedesktop list
};

/// Speaks org.freedesktop.Notifications on the session bus. Never waits: answers come by callback, on the thread it
/// lives on. Works, with errors, where there is no bus and no desktop; a desktop that comes later is found.
class NotificationBus : public QObject
{
    Q_OBJECT
public:
    /// \p limit is how long the desktop may take for one answer.
    explicit NotificationBus(Duration limit = 2s, QObject *parent = nullptr);
    ~NotificationBus() override;

    using Shown = std::function<void(Result<quint32>)>;
    /// Answers the bubble's id. Offline: no bus; Missing: no desktop that shows notifications; Timeout; Refused.
    void show(const Bubble &bubble, Shown shown);
    void close(quint32 id);
    /// What the desktop says it can do ("actions", "body-markup", …). Errors as show().
    void capabilities(std::function<void(Result<QStringList>)> told);

Q_SIGNALS:
    /// Broadcast to every program on the desktop: look whether \p id is yours. \p token lets a window raise itself
    /// where the desktop hands one out.
    void actionInvoked(quint32 id, const QString &key, const QString &token);
    void closed(quint32 id);
    /// Another desktop service is at work: every id is void.
    void changedHands();

private Q_SLOTS:
    void onAction(quint32 id, const QString &key);
    void onToken(quint32 id, const QString &token);
    void onClosed(quint32 id, quint32 reason);

private:
    [[nodiscard]] bool connected();
    void call(const QDBusMessage &message, std::function<void(Result<QDBusMessage>)> done);
    void send(const Bubble &bubble, Shown shown);

    Duration m_limit;
    QString m_name; ///< of the connection, unique in the program
    QDBusConnection m_bus;
    QDBusServiceWatcher m_owner;
    std::optional<QStringList> m_capabilities;
    quint32 m_tokenId = 0;
    QString m_token;
};

} // namespace deskbell::notify
