// SPDX-License-Identifier: GPL-3.0-or-later
#include "awaited.h"
#include "core/secrets/keychainstore.h"
#include "core/secrets/opensecrets.h"
#include "tests/support/ownsession.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QHash>
#include <QTemporaryDir>

// The program starts itself again in a session of its own: with a real gnome-keyring, with a keyring nobody can unlock,
// without a bus. Nothing of the computer it runs on is touched or needed.

using namespace deskbell;
using namespace deskbell::tests;

namespace {

const QString dbusSession = QStringLiteral("dbus-run-session");

Result<void> probe(KeychainStore &store)
{
    return awaited<void>([&](auto done) { store.probe(done); });
}

Result<void> write(SecretStore &store, const QString &name, QByteArrayView value)
{
    return awaited<void>([&](auto done) { store.write(name, Secret(value), done); });
}

Result<Secret> read(SecretStore &store, const QString &name)
{
    return awaited<Secret>([&](auto done) { store.read(name, done); });
}

OpenedSecrets opened(const SecretsQuestion &question)
{
    auto answer = std::make_shared<std::optional<OpenedSecrets>>();
    QObject context;
    openSecrets(question, &context, [answer](OpenedSecrets came) { *answer = std::move(came); });
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 30'000))
        qFatal("openSecrets never answered");
    return std::move(**answer);
}

QString home()
{
    return qEnvironmentVariable("HOME");
}

QStringList filesAtHome()
{
    QStringList found;
    QDirIterator files(home(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext())
        found << files.next();
    return found;
}

} // namespace

/// Beside an unlocked gnome-keyring.
class WithKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passesTheProbeAndLeavesNothing();
    void keepsReplacesAndForgets();
    void servicesDoNotSeeEachOther();
    void isChosenWhereNothingWasKept();
    void isNotChosenOverAVaultThatHoldsTheSecrets();
    void refusesAnEmptySecret();
    void aStoreThatIsGoneAnswersNoMore();
};

void WithKeyStore::passesTheProbeAndLeavesNothing()
{
    KeychainStore store(QStringLiteral("Deskbell test"));
    const auto outcome = probe(store);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QProcess look;
    look.start(QStringLiteral("dbus-send"),
        {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets/collection/login"),
            QStringLiteral("org.freedesktop.DBus.Properties.Get"),
            QStringLiteral("string:org.freedesktop.Secret.Collection"), QStringLiteral("string:Items")});
    QVERIFY(look.waitForFinished());
    QCOMPARE(look.exitCode(), 0);
    QVERIFY(!look.readAllStandardOutput().contains("collection/login/")); // no item
}

void WithKeyStore::keepsReplacesAndForgets()
{
    KeychainStore store(QStringLiteral("Deskbell test"));
    const QString name = QStringLiteral("provider/AC1/SK1");
    QCOMPARE(read(store, name).error().kind, ErrorKind::Missing);
    QVERIFY(write(store, name, "first"));
    QVERIFY(write(store, name, QByteArrayView("z\0\xff\xc3\xa4", 5)));
    QCOMPARE(read(store, name)->reveal(), QByteArrayView("z\0\xff\xc3\xa4", 5));
    for (int time = 0; time < 2; ++time)
        QVERIFY(awaited<void>([&](auto done) { store.remove(name, done); }));
    QCOMPARE(read(store, name).error().kind, ErrorKind::Missing);
}

void WithKeyStore::servicesDoNotSeeEachOther()
{
    KeychainStore one(QStringLiteral("Deskbell test"));
    KeychainStore other(QStringLiteral("Deskbell test, other shop"));
    QVERIFY(write(one, QStringLiteral("n"), "1"));
    QCOMPARE(read(other, QStringLiteral("n")).error().kind, ErrorKind::Missing);
}

void WithKeyStore::isChosenWhereNothingWasKept()
{
    QTemporaryDir folder;
    SecretsQuestion question{QStringLiteral("Deskbell test"), folder.filePath(QStringLiteral("v"))};
    auto secrets = opened(question);
    QCOMPARE(secrets.place(), SecretPlace::KeyStore);
    QVERIFY(!secrets.vault && !secrets.noKeyStore && !secrets.keptBefore);
    QVERIFY(write(*secrets.store, QStringLiteral("m"), "1"));
    question.before = SecretPlace::Vault; // the vault file is gone: say both names
    QCOMPARE(opened(question).keptBefore, SecretPlace::Vault);
}

void WithKeyStore::isNotChosenOverAVaultThatHoldsTheSecrets()
{
    QTemporaryDir folder;
    PassphraseVault vault(folder.filePath(QStringLiteral("v")));
    QVERIFY(awaited<void>([&](auto done) { vault.create(Secret(QByteArrayView("p")), done); }));
    const auto secrets = opened({QStringLiteral("Deskbell test"), vault.file(), SecretPlace::Vault});
    QCOMPARE(secrets.place(), SecretPlace::Vault);
    QVERIFY(secrets.vault && !secrets.keptBefore);
    QCOMPARE(opened({QStringLiteral("Deskbell test"), vault.file()}).place(), SecretPlace::KeyStore); // entered anew
}

void WithKeyStore::refusesAnEmptySecret()
{
    KeychainStore store(QStringLiteral("Deskbell test"));
    QCOMPARE(write(store, QStringLiteral("e"), "").error().kind, ErrorKind::Unusable);
    QCOMPARE(read(store, QStringLiteral("e")).error().kind, ErrorKind::Missing);
}

void WithKeyStore::aStoreThatIsGoneAnswersNoMore()
{
    bool answered = false;
    {
        KeychainStore store(QStringLiteral("Deskbell test"));
        store.read(QStringLiteral("n"), [&](const Result<Secret> &) { answered = true; });
    }
    KeychainStore next(QStringLiteral("Deskbell test"));
    QVERIFY(write(next, QStringLiteral("later"), "1")); // jobs run one after another: the first has ended
    QVERIFY(!answered);
}

/// A key store is running, but its collection was never unlocked: reads say "nothing there", writes fail or wait for a
/// person.
class WithLockedKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNotTakenForAnEmptyOne();
    void aKeyStoreOfOldTimesIsNamed();
};

void WithLockedKeyStore::isNotTakenForAnEmptyOne()
{
    KeychainStore store(QStringLiteral("Deskbell test"), 2s);
    const auto outcome = probe(store);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().kind != ErrorKind::Missing);
}

void WithLockedKeyStore::aKeyStoreOfOldTimesIsNamed()
{
    QTemporaryDir folder;
    const auto secrets =
        opened({QStringLiteral("Deskbell test"), folder.filePath(QStringLiteral("v")), SecretPlace::KeyStore, 2s});
    QCOMPARE(secrets.place(), SecretPlace::Vault);
    QCOMPARE(secrets.keptBefore, SecretPlace::KeyStore);
    QVERIFY(secrets.noKeyStore);
}

/// Something owns the key store's name and says nothing.
class WithSilentKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isGivenUpAfterTheLimit();
};

void WithSilentKeyStore::isGivenUpAfterTheLimit()
{
    KeychainStore store(QStringLiteral("Deskbell test"), 300ms);
    QElapsedTimer watch;
    watch.start();
    const auto outcome = probe(store);
    QCOMPARE(outcome.error().kind, ErrorKind::Timeout);
    QVERIFY2(watch.elapsed() < 15'000, "the bus gave up, not we"); // its own limit is 25 s
}

/// A server, a console, a bare window manager.
class WithoutBus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysThatThereIsNoKeyStore();
    void fallsBackToTheVaultAndWritesNothing();
};

void WithoutBus::saysThatThereIsNoKeyStore()
{
    KeychainStore store(QStringLiteral("Deskbell test"));
    const auto outcome = probe(store);
    QVERIFY(!outcome);
    QVERIFY(!outcome.error().detail.isEmpty());
    QVERIFY(!write(store, QStringLiteral("n"), "the-secret"));
}

void WithoutBus::fallsBackToTheVaultAndWritesNothing()
{
    const auto secrets = opened({QStringLiteral("Deskbell test"), home() + QStringLiteral("/secrets.vault")});
    QCOMPARE(secrets.place(), SecretPlace::Vault);
    QVERIFY(secrets.noKeyStore && secrets.vault && !secrets.vault->exists());
    QCOMPARE(filesAtHome(), QStringList());
}

/// Starts the others.
class KeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withAKeyStore();
    void withALockedKeyStore();
    void withoutABus();
    void withAKeyStoreThatNeverAnswers();
};

void KeychainTest::withAKeyStore()
{
    if (!missingTool({dbusSession, QStringLiteral("gnome-keyring-daemon"), QStringLiteral("dbus-send")}).isEmpty())
        QSKIP("NOT TESTED against a real key store: dbus-run-session, dbus-send and gnome-keyring-daemon are needed");
    const QString wrong = runInWorld(QStringLiteral("keystore"),
        {dbusSession, QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"),
            QStringLiteral(
                "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\""),
            QCoreApplication::applicationFilePath()});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void KeychainTest::withALockedKeyStore()
{
    if (!missingTool({dbusSession, QStringLiteral("gnome-keyring-daemon")}).isEmpty())
        QSKIP("NOT TESTED against a locked key store: dbus-run-session and gnome-keyring-daemon are needed");
    const QString wrong = runInWorld(QStringLiteral("locked"),
        {dbusSession, QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"),
            QStringLiteral("gnome-keyring-daemon --start --components=secrets >/dev/null && exec \"$0\""),
            QCoreApplication::applicationFilePath()});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void KeychainTest::withoutABus()
{
    const QString wrong = runInWorld(QStringLiteral("nobus"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void KeychainTest::withAKeyStoreThatNeverAnswers()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    if (!missingTool({dbusSession, python}).isEmpty()
        || QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import dbus")}) != 0)
        QSKIP("NOT TESTED against a key store that hangs: dbus-run-session and python3-dbus are needed");
    const QString wrong = runInWorld(QStringLiteral("silent"),
        {dbusSession, QStringLiteral("--"), python, QStringLiteral("-c"),
            QStringLiteral("import dbus, subprocess, sys\n"
                           "dbus.SessionBus().request_name('org.freedesktop.secrets')\n"
                           "sys.exit(subprocess.run(sys.argv[1:]).returncode)"),
            QCoreApplication::applicationFilePath()});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    WithKeyStore keyStore;
    WithLockedKeyStore locked;
    WithSilentKeyStore silent;
    WithoutBus noBus;
    KeychainTest all;
    const QHash<QString, QObject *> worlds{{QStringLiteral("keystore"), &keyStore}, {QStringLiteral("locked"), &locked},
        {QStringLiteral("silent"), &silent}, {QStringLiteral("nobus"), &noBus}};
    return QTest::qExec(worlds.value(world(), &all), argc, argv);
}
#include "keychaintest.moc"
