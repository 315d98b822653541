// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/notificationbus.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QTimer>
#include <QUuid>
#include <QVariantMap>
#include <utility>

namespace deskbell::notify {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString desktopEntry = QStringLiteral("org.deskbell.Deskbell"); // packaging/org.deskbell.Deskbell.desktop

QDBusMessage method(const QString &name)
{
    return QDBusMessage::createMethodCall(service, path, service, name);
}

Error errorOf(const QDBusError &error)
{
    const QString name = error.name();
    const auto ends = [&](const char *end) { return name.endsWith(QLatin1String(end)); };
    // Spawn: the bus has started a service by itself, which then found no screen, say.
    if (ends(".ServiceUnknown") || ends(".NameHasNoOwner") || name.contains(QLatin1String(".Error.Spawn.")))
        return {ErrorKind::Missing, QStringLiteral("this desktop has no service that shows notifications")};
    if (ends(".NoReply") || ends(".Timeout") || ends(".TimedOut"))
        return {ErrorKind::Timeout, QStringLiteral("the desktop does not answer")};
    if (ends(".Disconnected"))
        return {ErrorKind::Offline, QStringLiteral("the connection to the desktop's bus is gone")};
    return {ErrorKind::Refused, error.message()};
}

QVariantMap hintsOf(const Bubble &bubble)
{
    return {{QStringLiteral("urgency"), QVariant::fromValue<uchar>(bubble.critical ? 2 : 1)},
        {QStringLiteral("category"), bubble.category}, {QStringLiteral("desktop-entry"), desktopEntry}};
}

} // namespace

/// One call's answer. Named before the call is sent: Qt's pending-call watcher, made after it, tells an answer that was
/// faster than itself one turn late, and the press of a button overtakes the id it belongs to.
class Answer : public QObject
{
    Q_OBJECT
public:
    Answer(std::function<void(Result<QDBusMessage>)> done, QObject *parent)
        : QObject(parent)
        , m_done(std::move(done))
    {
    }

public Q_SLOTS:
    void came(const QDBusMessage &reply) { end(reply); }
    /// Beside the error Qt hands back the call, not the answer.
    void failed(const QDBusError &error, const QDBusMessage &) { end(tl::make_unexpected(errorOf(error))); }

private:
    void end(const Result<QDBusMessage> &result)
    {
        deleteLater();
        m_done(result);
    }
    std::function<void(Result<QDBusMessage>)> m_done;
};

NotificationBus::NotificationBus(Duration limit, QObject *parent)
    : QObject(parent)
    , m_limit(limit)
    , m_name(QStringLiteral("deskbell-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_bus(m_name)
{
    m_owner.addWatchedService(service);
    connect(&m_owner, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        m_capabilities.reset();
        Q_EMIT changedHands();
    });
}

NotificationBus::~NotificationBus()
{
    QDBusConnection::disconnectFromBus(m_name);
}

bool NotificationBus::connected()
{
    if (m_bus.isConnected())
        return true;
    // A connection of our own, so that a desktop that starts later is found: Qt's shared one never tries again.
    QDBusConnection::disconnectFromBus(m_name);
    m_capabilities.reset();
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name);
    if (!m_bus.isConnected())
        return false;
    m_owner.setConnection(m_bus);
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(quint32, QString)));
    m_bus.connect(service, path, service, QStringLiteral("ActivationToken"), this, SLOT(onToken(quint32, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(quint32, quint32)));
    return true;
}

void NotificationBus::call(const QDBusMessage &message, std::function<void(Result<QDBusMessage>)> done)
{
    if (!connected()) {
        QTimer::singleShot(
            0, this, [done] { done(failure(ErrorKind::Offline, QStringLiteral("there is no session bus"))); });
        return;
    }
    auto *answer = new Answer(std::move(done), this);
    if (!m_bus.callWithCallback(
            message, answer, SLOT(came(QDBusMessage)), SLOT(failed(QDBusError, QDBusMessage)), int(m_limit.count()))) {
        const QDBusError gone(QDBusMessage::createError(QDBusError::Disconnected, m_bus.lastError().message()));
        QTimer::singleShot(0, answer, [answer, gone] { answer->failed(gone, {}); });
    }
}

void NotificationBus::capabilities(std::function<void(Result<QStringList>)> told)
{
    call(method(QStringLiteral("GetCapabilities")), [this, told](const Result<QDBusMessage> &reply) {
        if (!reply)
            return told(tl::make_unexpected(reply.error()));
        m_capabilities = reply->arguments().value(0).toStringList();
        told(*m_capabilities);
    });
}

void NotificationBus::show(const Bubble &bubble, Shown shown)
{
    if (m_capabilities && m_bus.isConnected())
        return send(bubble, std::move(shown));
    capabilities([this, bubble, shown](const Result<QStringList> &known) {
        if (!known)
            return shown(tl::make_unexpected(known.error()));
        send(bubble, shown);
    });
}

void NotificationBus::send(const Bubble &bubble, Shown shown)
{
    const bool markup = m_capabilities->contains(QLatin1String("body-markup"));
    const bool actions = m_capabilities->contains(QLatin1String("actions"));
    QDBusMessage message = method(QStringLiteral("Notify"));
    message << QStringLiteral("Deskbell") << bubble.replaces << desktopEntry << bubble.title
            << (markup ? bubble.body.toHtmlEscaped() : bubble.body) << (actions ? bubble.actions : QStringList())
            << hintsOf(bubble) << (bubble.critical ? 0 : -1);
    call(message, [shown](const Result<QDBusMessage> &reply) {
        if (!reply)
            return shown(tl::make_unexpected(reply.error()));
        shown(reply->arguments().value(0).toUInt());
    });
}

void NotificationBus::close(quint32 id)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage message = method(QStringLiteral("CloseNotification"));
    message << id;
    m_bus.send(message);
}

void NotificationBus::onToken(quint32 id, const QString &token)
{
    m_tokenId = id;
    m_token = token;
}

void NotificationBus::onAction(quint32 id, const QString &key)
{
    // The token, where there is one, came just before.
    const QString token = m_tokenId == id ? std::exchange(m_token, {}) : QString();
    Q_EMIT actionInvoked(id, key, token);
}

void NotificationBus::onClosed(quint32 id, quint32)
{
    Q_EMIT closed(id);
}

} // namespace deskbell::notify

#include "notificationbus.moc"
