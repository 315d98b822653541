// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktopappearance.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace deskbell::ui {

namespace {

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String colorScheme("color-scheme");
constexpr QLatin1String gnome("org.gnome.desktop.interface");
constexpr QLatin1String animations("enable-animations");

/// Read() of portal version 1 wraps its answer twice, some implementations only once.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopAppearance::DesktopAppearance(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void DesktopAppearance::follow()
{
    if (!m_bus.isConnected())
        return;
    // Qt looks the slot's types up by name: unregistered, the slot counts as missing and connect() says no.
    qRegisterMetaType<QDBusVariant>();
    if (!m_watching)
        m_watching = m_bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                                   SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(appearance, colorScheme);
    ask(gnome, animations);
}

void DesktopAppearance::ask(const QString &space, const QString &key)
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    message << space << key;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, space, key, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(space, key, reply.value().variant());
    });
}

void DesktopAppearance::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    take(space, key, value.variant());
}

void DesktopAppearance::take(const QString &space, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    if (space == appearance && key == colorScheme && plain.canConvert<uint>())
        Q_EMIT schemeRead(plain.toUInt() == 1 ? Scheme::Dark : Scheme::Light);
    else if (space == gnome && key == animations && plain.canConvert<bool>())
        Q_EMIT reducesMotionRead(!plain.toBool());
}

} // namespace deskbell::ui
