// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsdesk.h"
#include "app/sandbox/companythread.h"
#include "tests/support/ownsession.h"

#include <QHash>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::app;
using namespace deskbell::tests;

namespace {

using At = SettingsDesk::SecretsAt;

const QByteArray word = "s3cret";

Secret secret(const QByteArray &bytes)
{
    return Secret(QByteArrayView(bytes));
}

ProviderEntry entry(const QUrl &address)
{
    return {address.toString(), QStringLiteral("ACde5bbe11de5bbe11de5bbe11de5bbe11"), QStringLiteral("SK1"),
        QStringLiteral("(512) 555-0142"), true};
}

/// A desk and everything it has said.
struct Heard {
    explicit Heard(const QString &folder)
        : desk(folder)
    {
        desk.open();
    }
    SettingsDesk desk;
    QSignalSpy loaded{&desk, &SettingsDesk::loaded};
    QSignalSpy places{&desk, &SettingsDesk::secretsAt};
    QSignalSpy secrets{&desk, &SettingsDesk::secretKnown};
    QSignalSpy kept{&desk, &SettingsDesk::providerKept};
    QSignalSpy faults{&desk, &SettingsDesk::entryFaulty};
    QSignalSpy tested{&desk, &SettingsDesk::tested};
    QSignalSpy failed{&desk, &SettingsDesk::failed};

    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([&] { return secrets.count() > 0; }, 30'000);
    }
    [[nodiscard]] At place() const { return places.last()[0].value<At>(); }
    [[nodiscard]] Settings settings() const { return (kept.isEmpty() ? loaded : kept).last()[0].value<Settings>(); }
    [[nodiscard]] bool secretKept() const { return secrets.last()[0].toBool(); }
    [[nodiscard]] QString fault(ProviderPart part) const
    {
        return faults.isEmpty() ? QString() : faults.last()[0].value<EntryFaults>().value(part);
    }
};

} // namespace

/// Runs twice: without a bus, where a vault takes the place, and beside a real key store.
class DeskInWorld : public QObject
{
    Q_OBJECT
public:
    explicit DeskInWorld(bool keyStore)
        : m_keyStore(keyStore)
    {
    }
private Q_SLOTS:
    void init();
    void keepsAProviderThroughARestart();
    void triesWhatIsTypedAndWhatIsKept();
    void saysWhatIsWrongWithEachField();
    void anotherKeyNeedsItsSecret();
    void forgetsTheProviderWhole();
    void keepsSeatAndDisplay();
    void aBadFileIsTold();
    void aDiskThatIsFullIsTold();
    void asksForTheVaultBeforeTheSecret();
    void tellsAWrongPassphrase();

private:
    /// Ready to keep secrets.
    [[nodiscard]] bool ready(Heard &heard) const
    {
        if (!heard.isReady())
            return false;
        if (heard.place() == At::NoVaultYet)
            heard.desk.makeVault(secret("four words"));
        if (heard.place() == At::VaultLocked)
            heard.desk.unlockVault(secret("four words"));
        const At open = m_keyStore ? At::KeyStore : At::VaultOpen;
        return QTest::qWaitFor(
            [&] { return heard.place() == open && (m_keyStore || heard.secrets.count() > 1); }, 30'000);
    }
    [[nodiscard]] QUrl address() const { return m_company->company()->baseUrl(); }

    bool m_keyStore;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::CompanyThread> m_company;
};

void DeskInWorld::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    sandbox::Settings settings;
    settings.apiKey = "SK1:" + word;
    m_company = std::make_unique<sandbox::CompanyThread>(settings);
    QVERIFY(m_company->open());
}

void DeskInWorld::keepsAProviderThroughARestart()
{
    {
        Heard heard(m_folder->path());
        QVERIFY(ready(heard));
        QVERIFY(!heard.settings().hasProvider());
        QVERIFY(!heard.secretKept());
        heard.desk.saveProvider(entry(address()), secret(word));
        QTRY_COMPARE(heard.kept.count(), 1);
        QTRY_VERIFY(heard.secretKept());
    }
    Heard again(m_folder->path());
    QVERIFY(again.isReady());
    QCOMPARE(again.settings().accountSid, entry(address()).accountSid);
    QCOMPARE(again.settings().lookupAddress, address());
    QVERIFY(again.settings().push && again.secretKept());
    QCOMPARE(again.place(), m_keyStore ? At::KeyStore : At::VaultLocked);
    QVERIFY(ready(again));
    QVERIFY(again.secretKept());
    again.desk.testProvider(entry(address()), {}); // with the kept secret
    QTRY_COMPARE(again.tested.count(), 1);
    QCOMPARE(again.tested[0][0].value<Checks>().at(1).state, Check::State::Works);
}

void DeskInWorld::triesWhatIsTypedAndWhatIsKept()
{
    Heard heard(m_folder->path());
    QVERIFY(heard.isReady());
    heard.desk.testProvider(entry(address()), secret("wrong")); // no place for secrets needed to try one
    QTRY_COMPARE(heard.tested.count(), 1);
    QCOMPARE(heard.tested[0][0].value<Checks>().at(1).state, Check::State::Fails);
    heard.desk.testProvider(entry(address()), secret(word));
    QTRY_COMPARE(heard.tested.count(), 2);
    QCOMPARE(heard.tested[1][0].value<Checks>().at(1).state, Check::State::Works);
    QVERIFY(!QFile::exists(SettingsFile(m_folder->path()).path())); // trying keeps nothing
}

void DeskInWorld::saysWhatIsWrongWithEachField()
{
    Heard heard(m_folder->path());
    QVERIFY(ready(heard));
    heard.desk.saveProvider(
        {QStringLiteral("http://api.twilio.com"), {}, QStringLiteral("a b"), QStringLiteral("12"), false},
        secret(word));
    QCOMPARE(heard.faults.count(), 1);
    for (const auto part :
        {ProviderPart::Address, ProviderPart::AccountSid, ProviderPart::ApiKey, ProviderPart::Number})
        QVERIFY(!heard.fault(part).isEmpty());
    QVERIFY(!QFile::exists(SettingsFile(m_folder->path()).path()));
}

void DeskInWorld::anotherKeyNeedsItsSecret()
{
    Heard heard(m_folder->path());
    QVERIFY(ready(heard));
    heard.desk.saveProvider(entry(address()), secret(word));
    QTRY_VERIFY(heard.settings().hasProvider());
    auto other = entry(address());
    other.apiKey = QStringLiteral("SK2");
    heard.desk.saveProvider(other, {});
    QTRY_VERIFY(heard.fault(ProviderPart::Secret).contains(QStringLiteral("Type it")));
    QCOMPARE(SettingsFile(m_folder->path()).look().settings.apiKey, QStringLiteral("SK1"));
    auto renumbered = entry(address());
    renumbered.number = QStringLiteral("+15125550199");
    heard.desk.saveProvider(renumbered, {}); // the same key goes on with its secret
    QTRY_COMPARE(heard.settings().number.e164, QStringLiteral("+15125550199"));
}

void DeskInWorld::forgetsTheProviderWhole()
{
    Heard heard(m_folder->path());
    QVERIFY(ready(heard));
    heard.desk.saveProvider(entry(address()), secret(word));
    QTRY_VERIFY(heard.settings().hasProvider());
    heard.desk.disconnectProvider();
    QTRY_VERIFY(!heard.settings().hasProvider());
    QTRY_VERIFY(!heard.secretKept());
    QVERIFY(!SettingsFile(m_folder->path()).look().settings.hasProvider());
    heard.desk.testProvider(entry(address()), {});
    QTRY_VERIFY(!heard.fault(ProviderPart::Secret).isEmpty()); // the secret has gone, too
}

void DeskInWorld::keepsSeatAndDisplay()
{
    Heard heard(m_folder->path());
    QVERIFY(heard.isReady());
    heard.desk.change([](Settings &settings) { settings.seat = QStringLiteral("Desk 2"); });
    heard.desk.change([](Settings &settings) { settings.textPercent = 130; });
    QTRY_COMPARE(SettingsFile(m_folder->path()).look().settings.textPercent, 130);
    QCOMPARE(SettingsFile(m_folder->path()).look().settings.seat, QStringLiteral("Desk 2"));
}

void DeskInWorld::aBadFileIsTold()
{
    QFile file(SettingsFile(m_folder->path()).path());
    QVERIFY(file.open(QFile::WriteOnly) && file.write("{") == 1);
    file.close();
    Heard heard(m_folder->path());
    QVERIFY(heard.isReady());
    QCOMPARE(heard.loaded[0][1].toStringList().size(), 1);
}

void DeskInWorld::aDiskThatIsFullIsTold()
{
    const QString blocked = m_folder->filePath(QStringLiteral("a file")); // no file can be made in it
    QFile file(blocked);
    QVERIFY(file.open(QFile::WriteOnly));
    Heard heard(blocked);
    QVERIFY(heard.isReady());
    heard.desk.change([](Settings &settings) { settings.seat = QStringLiteral("Desk 2"); });
    QTRY_COMPARE(heard.failed.count(), 1);
    QVERIFY(heard.failed[0][0].toString().contains(blocked));
}

void DeskInWorld::asksForTheVaultBeforeTheSecret()
{
    if (m_keyStore)
        return;
    Heard heard(m_folder->path());
    QVERIFY(heard.isReady());
    QCOMPARE(heard.place(), At::NoVaultYet);
    heard.desk.saveProvider(entry(address()), secret(word));
    QVERIFY(heard.fault(ProviderPart::Secret).contains(QStringLiteral("Make the vault")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 0);
}

void DeskInWorld::tellsAWrongPassphrase()
{
    if (m_keyStore)
        return;
    {
        Heard heard(m_folder->path());
        QVERIFY(ready(heard));
        heard.desk.saveProvider(entry(address()), secret(word));
        QTRY_VERIFY(heard.settings().hasProvider());
    }
    Heard heard(m_folder->path());
    QVERIFY(heard.isReady());
    QCOMPARE(heard.place(), At::VaultLocked);
    heard.desk.unlockVault(secret("three words"));
    QTRY_COMPARE(heard.places.count(), 2);
    QCOMPARE(heard.place(), At::VaultLocked);
    QVERIFY(heard.places[1][2].toString().contains(QStringLiteral("not the vault's passphrase")));
    heard.desk.saveProvider(entry(address()), secret(word));
    QVERIFY(heard.fault(ProviderPart::Secret).contains(QStringLiteral("Unlock")));
}

/// Starts the others.
class SettingsDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutABus();
    void withAKeyStore();
};

void SettingsDeskTest::withoutABus()
{
    const QString wrong = runInWorld(QStringLiteral("nobus"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void SettingsDeskTest::withAKeyStore()
{
    if (!missingTool({QStringLiteral("dbus-run-session"), QStringLiteral("gnome-keyring-daemon")}).isEmpty())
        QSKIP("NOT TESTED with a real key store: dbus-run-session and gnome-keyring-daemon are needed");
    const QString wrong = runInWorld(QStringLiteral("keystore"),
        {QStringLiteral("dbus-run-session"), QStringLiteral("--"), QStringLiteral("bash"), QStringLiteral("-c"),
            QStringLiteral(
                "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\""),
            QCoreApplication::applicationFilePath()});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    DeskInWorld noBus(false);
    DeskInWorld keyStore(true);
    SettingsDeskTest all;
    const QHash<QString, QObject *> worlds{{QStringLiteral("nobus"), &noBus}, {QStringLiteral("keystore"), &keyStore}};
    return QTest::qExec(worlds.value(world(), &all), argc, argv);
}
#include "settingsdesktest.moc"
