// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktopappearance.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace deskbell::ui;

/// Plays the desktop portal on a bus of its own.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint colorScheme = 0;
    bool animations = true;

    void sayChanged(const QString &space, const QString &key, const QVariant &value)
    {
        Q_EMIT SettingChanged(space, key, QDBusVariant(value));
    }

public Q_SLOTS:
    // Version 1 of the portal wraps its answer in a second variant.
    QDBusVariant Read(const QString &space, const QString &)
    {
        const QVariant plain = space == QLatin1String("org.freedesktop.appearance") ? QVariant(colorScheme)
                                                                                   : QVariant(animations);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(plain)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

class DesktopAppearanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsAndWatchesTheDesktop();
    void staysQuietWithoutAPortal();
    void staysQuietWithoutABus();

private:
    QProcess m_daemon;
    QString m_address;
};

void DesktopAppearanceTest::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        QSKIP("dbus-daemon is not installed: the portal is not tested");
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(!m_address.isEmpty());
}

void DesktopAppearanceTest::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void DesktopAppearanceTest::readsAndWatchesTheDesktop()
{
    auto theirs = QDBusConnection::connectToBus(m_address, QStringLiteral("portal"));
    FakePortal portal;
    portal.colorScheme = 1;
    portal.animations = false;
    QVERIFY(theirs.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                  QDBusConnection::ExportAllContents));
    QVERIFY(theirs.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));

    DesktopAppearance appearance(QDBusConnection::connectToBus(m_address, QStringLiteral("ours")));
    QList<Scheme> schemes;
    connect(&appearance, &DesktopAppearance::schemeRead, this, [&](Scheme scheme) { schemes << scheme; });
    QSignalSpy motion(&appearance, &DesktopAppearance::reducesMotionRead);
    appearance.follow();
    QTRY_COMPARE(schemes, QList{Scheme::Dark});
    QTRY_COMPARE(motion.count(), 1);
    QCOMPARE(motion[0][0].toBool(), true);

    portal.sayChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("accent-color"), 1u);
    portal.sayChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), 2u);
    QTRY_COMPARE(schemes.size(), 2);
    QCOMPARE(schemes[1], Scheme::Light);
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    QDBusConnection::disconnectFromBus(QStringLiteral("ours"));
}

void DesktopAppearanceTest::staysQuietWithoutAPortal()
{
    auto bus = QDBusConnection::connectToBus(m_address, QStringLiteral("lonely"));
    DesktopAppearance appearance(bus);
    bool said = false;
    connect(&appearance, &DesktopAppearance::schemeRead, this, [&] { said = true; });
    appearance.follow();
    // A call of our own on the same connection comes back after the refused ones.
    for (int i = 0; i < 3; ++i)
        (void)bus.call(QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                                      QStringLiteral("org.freedesktop.DBus"),
                                                      QStringLiteral("GetId")));
    QCoreApplication::processEvents();
    QVERIFY(!said);
    QDBusConnection::disconnectFromBus(QStringLiteral("lonely"));
}

void DesktopAppearanceTest::staysQuietWithoutABus()
{
    DesktopAppearance appearance(QDBusConnection(QStringLiteral("never connected")));
    appearance.follow();
    QVERIFY(appearance.children().isEmpty()); // no call is under way
}

QTEST_GUILESS_MAIN(DesktopAppearanceTest)
#include "desktopappearancetest.moc"
