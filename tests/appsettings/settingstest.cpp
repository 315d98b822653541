// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/datafolder.h"
#include "app/settings/settingsfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace deskbell;
using namespace deskbell::app;

namespace {

Settings filled()
{
    Settings settings;
    settings.address = QUrl(QStringLiteral("https://voice.example.net/api"));
    settings.lookupAddress = QUrl();
    settings.accountSid = QStringLiteral("AC1");
    settings.apiKey = QStringLiteral("SK1");
    settings.number = {QStringLiteral("+15125550142")};
    settings.push = true;
    settings.secretsIn = SecretPlace::Vault;
    settings.seat = QStringLiteral("Desk 2, größte");
    settings.theme = Settings::Theme::Dark;
    settings.textPercent = 130;
    settings.highContrast = true;
    settings.reduceMotion = true;
    settings.modelAddress = QUrl(QStringLiteral("http://127.0.0.1:11434/v1"));
    settings.modelName = QStringLiteral("small-one");
    settings.modelDialect = llm::Dialect::Anthropic;
    settings.modelHasKey = true;
    return settings;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size();
}

bool openToOthers(const QString &path)
{
    return (QFile::permissions(path)
               & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther))
        != 0;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnAddress_data();
    void readsAnAddress();
    void readsAnAccount_data();
    void readsAnAccount();
    void readsANumber();
    void readsASeat();
    void anotherKeyHasAnotherSecret();
    void tellsTheLinkEverythingItNeeds();
    void everyFieldComesBack();
    void holdsNoSecret();
    void aBadFieldCostsOnlyItself_data();
    void aBadFieldCostsOnlyItself();
    void aFileThatIsNoneIsPutAside_data();
    void aFileThatIsNoneIsPutAside();
    void aDamagedFieldIsToldOnceAndTheRestSurvivesTheNextStart();
    void lookingChangesNothing();
    void nothingYetIsNoTrouble();
    void onlyTheOwnerMayReadTheFile();
    void saysWhereItCannotSave();
    void makesTheDataFolderForTheOwnerOnly();
    void theDemoHasAFolderOfItsOwn();
    void aFileInTheFoldersPlaceIsNamed();
};

void SettingsTest::readsAnAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read"); // empty: refused
    QTest::addColumn<QString>("because");
    const auto good = [](const char *typed, const char *read) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(read) << QString();
    };
    const auto bad = [](const char *typed, const char *because) {
        QTest::newRow(*typed ? typed : "nothing")
            << QString::fromLatin1(typed) << QString() << QString::fromLatin1(because);
    };
    good("https://api.twilio.com", "https://api.twilio.com");
    good("  https://api.twilio.com/ ", "https://api.twilio.com");
    good("api.twilio.com", "https://api.twilio.com");
    good("https://host/space/path//", "https://host/space/path");
    good("http://127.0.0.1:4010", "http://127.0.0.1:4010");
    good("http://localhost:4010", "http://localhost:4010");
    good("http://[::1]:4010", "http://[::1]:4010");
    bad("", "missing");
    bad("http://api.twilio.com", "https");
    bad("ftp://api.twilio.com", "https");
    bad("https://AC1:secret@api.twilio.com", "fields of their own");
    bad("https://api.twilio.com?x=1", "after its path");
    bad("https://api.twilio.com#x", "after its path");
    bad("https://", "no web address");
    bad("https://a b", "no web address");
    bad("http://127.0.0.1.evil.example", "https");
}

void SettingsTest::readsAnAddress()
{
    QFETCH(QString, typed);
    QFETCH(QString, read);
    QFETCH(QString, because);
    const auto address = readAddress(typed);
    QCOMPARE(address ? address->toString() : QString(), read);
    if (!address)
        QVERIFY2(address.error().detail.contains(because), qPrintable(address.error().detail));
    if (!address)
        QVERIFY(!address.error().detail.contains(QStringLiteral("secret@")));
}

void SettingsTest::readsAnAccount_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("good");
    QTest::newRow("Twilio's shape") << QStringLiteral("AC0123456789abcdef0123456789abcdef") << true;
    QTest::newRow("another shape") << QStringLiteral("my-project_7.x@y") << true;
    QTest::newRow("blanks around") << QStringLiteral(" AC1 ") << true;
    QTest::newRow("nothing") << QStringLiteral("  ") << false;
    QTest::newRow("blank inside") << QStringLiteral("AC 1") << false;
    QTest::newRow("leads elsewhere") << QStringLiteral("AC1/../AC2") << false;
    QTest::newRow("a line's end") << QStringLiteral("AC1\nX-Header: 1") << false;
    QTest::newRow("a colon ends the name of a sign-in") << QStringLiteral("AC1:x") << false;
    QTest::newRow("no ASCII") << QStringLiteral("АС1") << false;
    QTest::newRow("endless") << QString(5000, u'A') << false;
    QTest::newRow("a key's") << QStringLiteral("SK0123456789abcdef0123456789abcdef") << false;
}

void SettingsTest::readsAnAccount()
{
    QFETCH(QString, typed);
    QFETCH(bool, good);
    QCOMPARE(bool(readAccountSid(typed)), good);
}

void SettingsTest::readsANumber()
{
    QCOMPARE(readShopNumber(QStringLiteral("(512) 555-0142"))->e164, QStringLiteral("+15125550142"));
    QCOMPARE(readShopNumber(QStringLiteral("+49 30 1234567"))->e164, QStringLiteral("+49301234567"));
    for (const auto &bad : {QString(), QStringLiteral("anonymous"), QStringLiteral("12"), QStringLiteral("call me")})
        QVERIFY2(!readShopNumber(bad), qPrintable(bad));
}

void SettingsTest::readsASeat()
{
    QCOMPARE(*readSeat(QStringLiteral("  Desk\n 2 ")), QStringLiteral("Desk 2"));
    QVERIFY(!readSeat(QStringLiteral(" ")));
    QVERIFY(!readSeat(QString(41, u'x')));
}

void SettingsTest::anotherKeyHasAnotherSecret()
{
    Settings one = filled();
    Settings other = one;
    other.apiKey = QStringLiteral("SK2");
    QVERIFY(secretName(one) != secretName(other));
    one.accountSid = QStringLiteral("AC2");
    QVERIFY(secretName(one) != secretName(filled()));
}

void SettingsTest::tellsTheLinkEverythingItNeeds()
{
    const auto made = linkSettings(filled(), Secret(QByteArrayView("sécret")));
    QVERIFY(link::check(made));
    QCOMPARE(made.base, filled().address);
    QCOMPARE(made.accountSid, QStringLiteral("AC1"));
    QCOMPARE(made.key, QStringLiteral("SK1"));
    QCOMPARE(made.secret, QStringLiteral("sécret"));
    QCOMPARE(made.lines, std::vector<PhoneNumber>{filled().number});
    QVERIFY(made.push);
    QVERIFY(linkSettings(Settings(), {}).lines.empty());
}

void SettingsTest::everyFieldComesBack()
{
    for (const Settings &settings : {filled(), Settings()}) {
        const auto read = readSettings(writeSettings(settings));
        QVERIFY(read);
        QVERIFY2(read->reset.isEmpty(), qPrintable(read->reset.join(u'\n')));
        QVERIFY(read->settings == settings);
    }
}

void SettingsTest::holdsNoSecret()
{
    // Whoever adds a field meets this list.
    QStringList names;
    const auto object = QJsonDocument::fromJson(writeSettings(filled())).object();
    for (const QString &group : object.keys())
        names << object.value(group).toObject().keys();
    names.sort();
    QCOMPARE(names,
        (QStringList{QStringLiteral("account_sid"), QStringLiteral("address"), QStringLiteral("address"), QStringLiteral("api_key"),
            QStringLiteral("dialect"), QStringLiteral("has_key"), QStringLiteral("high_contrast"), QStringLiteral("lookup_address"),
            QStringLiteral("name"), QStringLiteral("name"), QStringLiteral("number"), QStringLiteral("push"),
            QStringLiteral("reduce_motion"), QStringLiteral("secrets_in"), QStringLiteral("text_percent"), QStringLiteral("theme")}));
}

void SettingsTest::aBadFieldCostsOnlyItself_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("told");
    QTest::newRow("type") << QByteArray("\"AC1\"") << QByteArray("17")
                          << QStringLiteral("provider.account_sid: must be a text");
    QTest::newRow("plain http") << QByteArray("https://voice.example.net/api") << QByteArray("http://voice.example.net")
                                << QStringLiteral("provider.address: The address must begin with https://");
    QTest::newRow("word") << QByteArray("\"dark\"") << QByteArray("\"pink\"")
                          << QStringLiteral("display.theme: must be one of dark, light, system");
    QTest::newRow("size") << QByteArray("130") << QByteArray("1e9")
                          << QStringLiteral("display.text_percent: must be 100, 115 or 130");
    QTest::newRow("flag") << QByteArray("\"push\": true") << QByteArray("\"push\": \"yes\"")
                          << QStringLiteral("provider.push: must be true or false");
    QTest::newRow("number") << QByteArray("+15125550142") << QByteArray("anonymous")
                            << QStringLiteral("provider.number: This is no phone number");
    QTest::newRow("null") << QByteArray("\"vault\"") << QByteArray("null")
                          << QStringLiteral("provider.secrets_in: must be a text");
}

void SettingsTest::aBadFieldCostsOnlyItself()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, told);
    QByteArray json = writeSettings(filled());
    QVERIFY(json.contains(from));
    const auto read = readSettings(json.replace(from, to));
    QVERIFY(read);
    QCOMPARE(read->reset.size(), 1);
    QVERIFY2(read->reset.first().startsWith(told), qPrintable(read->reset.first()));
    QCOMPARE(read->settings.apiKey, QStringLiteral("SK1"));
    QVERIFY(read->settings != filled());
}

void SettingsTest::aFileThatIsNoneIsPutAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("because");
    const QByteArray whole = writeSettings(filled());
    QTest::newRow("empty") << QByteArray() << QStringLiteral("cut or damaged");
    QTest::newRow("half written") << whole.first(whole.size() / 2) << QStringLiteral("cut or damaged");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("something else");
    QTest::newRow("no version") << QByteArray("{}") << QStringLiteral("which version");
    QTest::newRow("newer") << QByteArray(whole).replace("\"version\": 1", "\"version\": 2")
                           << QStringLiteral("newer Deskbell");
    QTest::newRow("version of the wrong type")
        << QByteArray(whole).replace("\"version\": 1", "\"version\": \"1\"") << QStringLiteral("which version");
    QTest::newRow("bytes that are no text") << QByteArray("\xff\xfe\x00{", 4) << QStringLiteral("cut or damaged");
    QTest::newRow("huge") << QByteArray(2 << 20, ' ') << QStringLiteral("too large");
    QTest::newRow("deep") << QByteArray(100'000, '[') << QStringLiteral("cut or damaged");
}

void SettingsTest::aFileThatIsNoneIsPutAside()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, because);
    QTemporaryDir folder;
    const SettingsFile file(folder.path());
    QVERIFY(put(file.path(), bytes));
    const auto loaded = file.load();
    QVERIFY(loaded.settings == Settings());
    QCOMPARE(loaded.reset.size(), 1);
    QVERIFY2(loaded.reset.first().contains(because), qPrintable(loaded.reset.first()));
    QCOMPARE(bytesOf(loaded.setAside), bytes); // nothing is lost
    QVERIFY(!QFile::exists(file.path()));
    QVERIFY(put(file.path(), bytes)); // twice in one second
    QVERIFY(file.load().setAside != loaded.setAside);
    QCOMPARE(bytesOf(loaded.setAside), bytes);
}

void SettingsTest::aDamagedFieldIsToldOnceAndTheRestSurvivesTheNextStart()
{
    QTemporaryDir folder;
    const SettingsFile file(folder.path());
    const QByteArray bad = writeSettings(filled()).replace("\"dark\"", "\"pink\"");
    QVERIFY(put(file.path(), bad));
    const auto first = file.load();
    QCOMPARE(first.reset.size(), 1);
    QCOMPARE(bytesOf(first.setAside), bad);
    const auto second = file.load();
    QVERIFY(second.reset.isEmpty() && second.setAside.isEmpty());
    QCOMPARE(second.settings.accountSid, QStringLiteral("AC1"));
    QVERIFY(second.settings.theme == Settings::Theme::System);
}

void SettingsTest::lookingChangesNothing()
{
    QTemporaryDir folder;
    const SettingsFile file(folder.path());
    QVERIFY(put(file.path(), "{"));
    QCOMPARE(file.look().reset.size(), 1);
    QCOMPARE(bytesOf(file.path()), QByteArray("{"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void SettingsTest::nothingYetIsNoTrouble()
{
    QTemporaryDir folder;
    const auto loaded = SettingsFile(folder.path()).load();
    QVERIFY(loaded.settings == Settings() && loaded.reset.isEmpty());
    QVERIFY(!loaded.settings.hasProvider());
}

void SettingsTest::onlyTheOwnerMayReadTheFile()
{
    QTemporaryDir folder;
    const SettingsFile file(folder.path());
    QVERIFY(put(file.path(), "{}"));
    QVERIFY(QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(file.save(filled()));
    QVERIFY(!openToOthers(file.path()));
    QVERIFY(file.load().settings == filled());
}

void SettingsTest::saysWhereItCannotSave()
{
    QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("a file"));
    QVERIFY(put(blocked, "x"));
    const auto saved = SettingsFile(blocked).save(filled());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY2(saved.error().detail.contains(blocked), qPrintable(saved.error().detail));
}

void SettingsTest::makesTheDataFolderForTheOwnerOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("one/two"));
    QCOMPARE(dataFolder(path).value_or(QString()), path);
    QVERIFY(QFileInfo(path).isDir() && !openToOthers(path));
    QVERIFY(QFile::setPermissions(
        path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(dataFolder(path));
    QVERIFY(!openToOthers(path));
}

void SettingsTest::theDemoHasAFolderOfItsOwn()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(dataFolderPath() != dataFolderPath({}, Whose::Demo));
    QVERIFY(QDir::isAbsolutePath(dataFolderPath(QStringLiteral("here"))));
    QVERIFY(vaultFile(dataFolderPath()) != vaultFile(dataFolderPath({}, Whose::Demo)));
}

void SettingsTest::aFileInTheFoldersPlaceIsNamed()
{
    QTemporaryDir folder;
    const QString blocked = folder.filePath(QStringLiteral("a file"));
    QVERIFY(put(blocked, "x"));
    QVERIFY(dataFolder(blocked).error().detail.contains(blocked));
    QVERIFY(!dataFolder(blocked % QStringLiteral("/below")));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settingstest.moc"
