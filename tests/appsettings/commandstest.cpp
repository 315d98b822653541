// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/companythread.h"
#include "app/settings/connectcommand.h"
#include "app/settings/doctorcommand.h"
#include "app/settings/settingsfile.h"
#include "core/profile/demoprofile.h"
#include "tests/support/ownsession.h"

#include <QDirIterator>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

// The commands run as processes of their own (this program again), with a script at their input, against a phone company
// in this one. The secrets' place is a vault where there is no bus, and a real key store inside a session of its own.

using namespace deskbell;
using namespace deskbell::tests;

namespace {

const QByteArray secret = "s3cret-of-the-shop";

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// "works", "note" or "fails" of one check; empty when it was not made.
    [[nodiscard]] QString state(const QString &check) const
    {
        return find(check).value(QStringLiteral("state")).toString();
    }
    [[nodiscard]] QString what(const QString &check) const
    {
        return find(check).value(QStringLiteral("what")).toString();
    }
    [[nodiscard]] QByteArray all() const { return out + err; }

private:
    [[nodiscard]] QJsonObject find(const QString &check) const
    {
        for (const QJsonValue &value : json().value(QStringLiteral("checks")).toArray()) {
            if (value[QStringLiteral("check")].toString() == check)
                return value.toObject();
        }
        return {};
    }
};

Ran run(const QString &command, const QStringList &arguments, const QByteArray &input = {})
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DESKBELL_TEST_WORLD"), command);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {-2, "did not end", process.readAllStandardError()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

QString world(const QString &command)
{
    return QStringLiteral("command ") % command;
}

/// Every byte of every file below.
QByteArray everyFileIn(const QString &folder)
{
    QByteArray bytes;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QFile::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace

/// Runs twice: without a bus, and beside a real key store.
class Commands : public QObject
{
    Q_OBJECT
public:
    explicit Commands(bool keyStore)
        : m_keyStore(keyStore)
    {
    }
private Q_SLOTS:
    void init();
    void aScriptConnectsAShopAndTheDoctorFindsItWell();
    void nothingIsKeptWhereTheSecretIsWrong();
    void nothingIsKeptWhenTheScriptEndsEarly();
    void anotherSecretReplacesTheFirst();
    void aSecretThatIsGoneIsToldAndNothingIsDeleted();
    void theDoctorTriesAProviderOfThisMachineWithoutAnySetup();
    void theDoctorSaysWhatIsMissing();
    void theDoctorFindsADamagedDatabaseAndLeavesIt();
    void theDoctorNamesABadSettingsFileAndLeavesIt();
    void speaksToPeopleToo();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void aWrongPassphraseIsTold();

private:
    [[nodiscard]] Ran connect(const QByteArray &input, QStringList arguments = {}) const
    {
        return run(world(QStringLiteral("connect")), arguments << QStringLiteral("--data") << m_folder->path(), input);
    }
    [[nodiscard]] Ran doctor(QStringList arguments = {}, const QByteArray &input = "four words of mine\n") const
    {
        return run(world(QStringLiteral("doctor")),
            arguments << QStringLiteral("--json") << QStringLiteral("--data") << m_folder->path(), input);
    }
    /// What a script answers, in the order asked; the passphrase is only read where there is no key store.
    [[nodiscard]] QByteArray script(const QByteArray &word, bool newVault = true) const
    {
        return m_company->company()->baseUrl().toEncoded() + "\nACde5bbe11de5bbe11de5bbe11de5bbe11\nSK1\n" + word
            + "\n(512) 555-0142\nfour words of mine\n" + (newVault ? "four words of mine\n" : "");
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    bool m_keyStore;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::CompanyThread> m_company;
};

void Commands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    sandbox::Settings settings;
    settings.apiKey = "SK1:" + secret;
    m_company = std::make_unique<sandbox::CompanyThread>(settings);
    QVERIFY(m_company->open());
}

void Commands::aScriptConnectsAShopAndTheDoctorFindsItWell()
{
    const Ran connected = connect(script(secret), {QStringLiteral("--push")});
    QVERIFY2(connected.code == 0, connected.all());
    const auto settings = app::SettingsFile(m_folder->path()).look().settings;
    QCOMPARE(settings.accountSid, QStringLiteral("ACde5bbe11de5bbe11de5bbe11de5bbe11"));
    QCOMPARE(settings.number.e164, QStringLiteral("+15125550142"));
    QCOMPARE(settings.secretsIn, m_keyStore ? SecretPlace::KeyStore : SecretPlace::Vault);
    QVERIFY(!everyFileIn(m_folder->path()).contains(secret));
    QVERIFY(!connected.all().contains(secret));
    QCOMPARE(doctor().state(QStringLiteral("profile")), QStringLiteral("fails")); // it would not start
    QFile profile(file(QStringLiteral("profile.json")));
    QVERIFY(profile.open(QFile::WriteOnly) && profile.write(profile::demoProfileJson()) > 0 && profile.flush());
    const Ran seen = doctor();
    QVERIFY2(seen.code == 0, seen.all());
    QCOMPARE(seen.json().value(QStringLiteral("ok")).toBool(), true);
    for (const auto *check :
        {"data_folder", "settings_file", "secrets", "provider", "sign_in", "clock", "number", "push"})
        QVERIFY2(seen.state(QLatin1String(check)) == u"works", check);
    QVERIFY(!seen.all().contains(secret));
}

void Commands::nothingIsKeptWhereTheSecretIsWrong()
{
    const Ran connected = connect(script("not the one"));
    QCOMPARE(connected.code, 1);
    QVERIFY2(connected.err.contains("does not accept") && connected.err.contains("Nothing was kept"), connected.all());
    QVERIFY(!app::SettingsFile(m_folder->path()).look().settings.hasProvider());
    QVERIFY(!QFile::exists(file(QStringLiteral("secrets.vault"))));
    const Ran forced = connect(script("not the one"), {QStringLiteral("--untested")});
    QVERIFY2(forced.code == 0, forced.all());
    QCOMPARE(doctor().state(QStringLiteral("sign_in")), QStringLiteral("fails"));
}

void Commands::nothingIsKeptWhenTheScriptEndsEarly()
{
    const QByteArray whole = script(secret);
    for (int lines = 0; lines < 5; ++lines) {
        const QByteArray cut = whole.split('\n').first(lines).join('\n') + (lines > 0 ? "\n" : "");
        const Ran connected = connect(cut);
        QVERIFY2(connected.code == 1 && connected.err.contains("Nothing was kept"), connected.all());
        QVERIFY(!QFile::exists(app::SettingsFile(m_folder->path()).path()));
    }
}

void Commands::anotherSecretReplacesTheFirst()
{
    QCOMPARE(connect(script("an old one"), {QStringLiteral("--untested")}).code, 0);
    const Ran again = connect(script(secret, false));
    QVERIFY2(again.code == 0, again.all());
    QCOMPARE(doctor().state(QStringLiteral("sign_in")), QStringLiteral("works"));
}

void Commands::aSecretThatIsGoneIsToldAndNothingIsDeleted()
{
    QCOMPARE(connect(script(secret)).code, 0);
    auto settings = app::SettingsFile(m_folder->path()).look().settings;
    settings.apiKey = QStringLiteral("SK2");
    QVERIFY(app::SettingsFile(m_folder->path()).save(settings));
    const Ran seen = doctor();
    QCOMPARE(seen.code, 1);
    QCOMPARE(seen.state(QStringLiteral("secrets")), QStringLiteral("fails"));
    QVERIFY2(seen.what(QStringLiteral("secrets")).contains(QStringLiteral("Enter the secret again")), seen.all());
    settings.apiKey = QStringLiteral("SK1");
    QVERIFY(app::SettingsFile(m_folder->path()).save(settings));
    QCOMPARE(doctor().state(QStringLiteral("sign_in")), QStringLiteral("works"));
    settings.secretsIn = m_keyStore ? SecretPlace::Vault : SecretPlace::KeyStore; // this place is another one
    QVERIFY(app::SettingsFile(m_folder->path()).save(settings));
    const QString told = doctor().what(QStringLiteral("secrets"));
    QVERIFY2(
        told.contains(QStringLiteral("key store")) && told.contains(QStringLiteral("a vault that")), qPrintable(told));
}

void Commands::theDoctorTriesAProviderOfThisMachineWithoutAnySetup()
{
    sandbox::CompanyThread open; // takes any sign-in
    QVERIFY(open.open());
    const Ran seen =
        doctor({QStringLiteral("--provider-url"), open.company()->baseUrl().toString(), QStringLiteral("--push")}, {});
    QVERIFY2(seen.code == 0, seen.all());
    QCOMPARE(seen.state(QStringLiteral("push")), QStringLiteral("works"));
    QCOMPARE(seen.state(QStringLiteral("secrets")), QString());
}

void Commands::theDoctorSaysWhatIsMissing()
{
    const Ran seen = doctor();
    QCOMPARE(seen.code, 1);
    QCOMPARE(seen.state(QStringLiteral("provider")), QStringLiteral("fails"));
    QCOMPARE(seen.state(QStringLiteral("settings_file")), QStringLiteral("note"));
    QVERIFY(!seen.state(QStringLiteral("notifications")).isEmpty() && !seen.state(QStringLiteral("fonts")).isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 0); // it changes nothing
}

void Commands::theDoctorFindsADamagedDatabaseAndLeavesIt()
{
    const QByteArray garbage = QByteArray("this is no database ").repeated(500);
    QFile database(file(QStringLiteral("deskbell.db")));
    QVERIFY(database.open(QFile::ReadWrite) && database.write(garbage) == garbage.size() && database.flush());
    const Ran seen = doctor();
    QCOMPARE(seen.state(QStringLiteral("database")), QStringLiteral("fails"));
    QVERIFY(database.seek(0));
    QCOMPARE(database.readAll(), garbage);
}

void Commands::theDoctorNamesABadSettingsFileAndLeavesIt()
{
    QFile settings(file(QStringLiteral("settings.json")));
    QVERIFY(settings.open(QFile::ReadWrite) && settings.write("{\"version\": 9}") > 0 && settings.flush());
    const Ran seen = doctor();
    QCOMPARE(seen.state(QStringLiteral("settings_file")), QStringLiteral("fails"));
    QVERIFY(seen.what(QStringLiteral("settings_file")).contains(QStringLiteral("newer Deskbell")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("settings.json")});
    const Ran connected = connect(script(secret)); // this one does put it aside, and says so
    QVERIFY2(connected.code == 0 && connected.err.contains("newer Deskbell"), connected.all());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("settings.json.unusable-*")}).size(), 1);
}

void Commands::speaksToPeopleToo()
{
    const Ran seen = run(world(QStringLiteral("doctor")), {QStringLiteral("--data"), m_folder->path()});
    QCOMPARE(seen.code, 1);
    QVERIFY2(
        seen.out.contains("FAILS  Phone provider") && seen.out.contains("To do: Run \"deskbell connect\"."), seen.out);
    QVERIFY2(seen.out.contains("2 things fail."), seen.out);
}

void Commands::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a secret on the command line")
        << QStringLiteral("connect") << QStringList{QStringLiteral("--secret"), QStringLiteral("x")};
    QTest::newRow("another one") << QStringLiteral("doctor") << QStringList{QStringLiteral("--secret=x")};
    QTest::newRow("no value") << QStringLiteral("connect") << QStringList{QStringLiteral("--account-sid")};
    QTest::newRow("doctor, no value") << QStringLiteral("doctor") << QStringList{QStringLiteral("--data")};
    QTest::newRow("the secret would go elsewhere") << QStringLiteral(
        "doctor") << QStringList{QStringLiteral("--provider-url"), QStringLiteral("https://evil.example")};
}

void Commands::refusesWhatItDoesNotKnow()
{
    QFETCH(QString, command);
    QFETCH(QStringList, arguments);
    const Ran seen = run(world(command), arguments);
    QCOMPARE(seen.code, 2);
    QVERIFY2(seen.err.contains("usage:") && seen.out.isEmpty(), seen.all());
}

void Commands::aWrongPassphraseIsTold()
{
    if (m_keyStore)
        return; // nobody is asked for one
    QCOMPARE(connect(script(secret)).code, 0);
    const Ran seen = doctor({}, "something else\n");
    QCOMPARE(seen.code, 1);
    QVERIFY2(seen.what(QStringLiteral("secrets")).contains(QStringLiteral("not the vault's passphrase")), seen.all());
    QVERIFY2(doctor({}, {}).what(QStringLiteral("secrets")).contains(QStringLiteral("nobody gave its passphrase")),
        seen.all());
}

/// Starts the others.
class CommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutABus();
    void withAKeyStore();
};

void CommandsTest::withoutABus()
{
    const QString wrong = runInWorld(QStringLiteral("nobus"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void CommandsTest::withAKeyStore()
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
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString where = deskbell::tests::world();
    if (where == world(QStringLiteral("connect")))
        return app::runConnect(arguments);
    if (where == world(QStringLiteral("doctor")))
        return app::runDoctor(arguments);
    Commands noBus(false);
    Commands keyStore(true);
    CommandsTest all;
    const QHash<QString, QObject *> worlds{{QStringLiteral("nobus"), &noBus}, {QStringLiteral("keystore"), &keyStore}};
    return QTest::qExec(worlds.value(where, &all), argc, argv);
}
#include "commandstest.moc"
