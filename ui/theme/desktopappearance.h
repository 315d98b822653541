// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QDBusConnection>
#include <QObject>

class QDBusVariant;

namespace deskbell::ui {

/// Follows the desktop portal (org.freedesktop.portal.Settings, version 1: Read and SettingChanged):
/// org.freedesktop.appearance color-scheme (0 no wish, 1 dark, 2 light) and org.gnome.desktop.interface
/// enable-animations. Asks without waiting; a desktop without a portal just never answers, and nothing is emitted.
/// Main thread.
class DesktopAppearance : public QObject
{
    Q_OBJECT
public:
    explicit DesktopAppearance(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Starts asking and watching. May be called again, e.g. after the portal was restarted.
    void follow();

Q_SIGNALS:
    void schemeRead(deskbell::ui::Scheme scheme);
    void reducesMotionRead(bool reduces);

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &space, const QString &key);
    void take(const QString &space, const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    bool m_watching = false;
};

} // namespace deskbell::ui
