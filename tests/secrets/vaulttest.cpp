// SPDX-License-Identifier: GPL-3.0-or-later
#include "awaited.h"
#include "core/secrets/passphrasevault.h"
#include "core/secrets/vaultfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace deskbell;

namespace {

const QString name = QStringLiteral("provider/AC1/SK1");

Secret secret(const char *bytes)
{
    return Secret(QByteArrayView(bytes));
}

Result<void> create(PassphraseVault &vault, const char *passphrase)
{
    return awaited<void>([&](auto done) { vault.create(secret(passphrase), done); });
}

Result<void> open(PassphraseVault &vault, const char *passphrase)
{
    return awaited<void>([&](auto done) { vault.open(secret(passphrase), done); });
}

Result<void> write(SecretStore &vault, const QString &entry, const char *value)
{
    return awaited<void>([&](auto done) { vault.write(entry, secret(value), done); });
}

Result<Secret> read(SecretStore &vault, const QString &entry)
{
    return awaited<Secret>([&](auto done) { vault.read(entry, done); });
}

Result<void> remove(SecretStore &vault, const QString &entry)
{
    return awaited<void>([&](auto done) { vault.remove(entry, done); });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool replace(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly | QFile::Truncate) && file.write(bytes) == bytes.size();
}

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_vault.reset(); }
    void keepsSecretsThroughARestart();
    void keepsNothingReadableInTheFile();
    void isReadableByTheOwnerOnly();
    void tellsAWrongPassphrase();
    void staysLockedUntilOpened();
    void makesNoSecondVaultOverTheFirst();
    void refusesNothingAsPassphraseOrSecret();
    void forgetsWhatIsRemoved();
    void seesWhatAnotherProgramWrote();
    void noticesAVaultMadeAnewMeanwhile();
    void tellsDamageFromAWrongPassphrase_data();
    void tellsDamageFromAWrongPassphrase();
    void noticesEveryFlippedBit();
    void noticesEveryCut();
    void leavesADamagedFileAsItIs();
    void saysWhatTheDiskSays();
    void destroyedWhileItComputesItAnswersNoMore();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("secrets.vault")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PassphraseVault> m_vault;
};

void VaultTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_vault = std::make_unique<PassphraseVault>(path());
}

void VaultTest::keepsSecretsThroughARestart()
{
    QVERIFY(!m_vault->exists());
    QVERIFY(create(*m_vault, "four words of mine"));
    QVERIFY(write(*m_vault, name, "s3cr3t-\xc3\xa4"));
    QVERIFY(write(*m_vault, QStringLiteral("other"), "2"));
    PassphraseVault again(path());
    QVERIFY(again.exists() && !again.isOpen());
    QVERIFY(open(again, "four words of mine"));
    QCOMPARE(read(again, name)->reveal(), QByteArrayView("s3cr3t-\xc3\xa4"));
    QVERIFY(write(again, name, "replaced"));
    QCOMPARE(read(again, name)->reveal(), QByteArrayView("replaced"));
    QCOMPARE(read(again, QStringLiteral("other"))->reveal(), QByteArrayView("2"));
    QCOMPARE(read(again, QStringLiteral("none")).error().kind, ErrorKind::Missing);
}

void VaultTest::keepsNothingReadableInTheFile()
{
    QVERIFY(create(*m_vault, "passphrase"));
    QVERIFY(write(*m_vault, name, "the-secret-itself"));
    const QByteArray bytes = bytesOf(path());
    QVERIFY(bytes.size() > 100);
    QVERIFY(!bytes.contains("secret") && !bytes.contains("passphrase") && !bytes.contains("provider"));
    QVERIFY(write(*m_vault, name, "the-secret-itself"));
    QVERIFY(bytesOf(path()).mid(40) != bytes.mid(40)); // same words, fresh nonce
}

void VaultTest::isReadableByTheOwnerOnly()
{
    const auto openToOthers = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(!(QFile::permissions(path()) & openToOthers));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(open(*m_vault, "p"));
    QVERIFY(!(QFile::permissions(path()) & openToOthers)); // closed again
}

void VaultTest::tellsAWrongPassphrase()
{
    QVERIFY(create(*m_vault, "right"));
    m_vault->close();
    const auto opened = open(*m_vault, "wrong");
    QCOMPARE(opened.error().kind, ErrorKind::Refused);
    QVERIFY(!m_vault->isOpen());
    QVERIFY(open(*m_vault, "right"));
}

void VaultTest::staysLockedUntilOpened()
{
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(write(*m_vault, name, "1"));
    m_vault->close();
    QCOMPARE(read(*m_vault, name).error().kind, ErrorKind::Refused);
    QCOMPARE(write(*m_vault, name, "2").error().kind, ErrorKind::Refused);
    QCOMPARE(remove(*m_vault, name).error().kind, ErrorKind::Refused);
    QVERIFY(open(*m_vault, "p"));
    QCOMPARE(read(*m_vault, name)->reveal(), QByteArrayView("1"));
}

void VaultTest::makesNoSecondVaultOverTheFirst()
{
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(write(*m_vault, name, "1"));
    PassphraseVault second(path());
    QCOMPARE(create(second, "q").error().kind, ErrorKind::Conflict);
    QCOMPARE(read(*m_vault, name)->reveal(), QByteArrayView("1"));
    QCOMPARE(
        open(*std::make_unique<PassphraseVault>(path() + QStringLiteral("x")), "q").error().kind, ErrorKind::Missing);
}

void VaultTest::refusesNothingAsPassphraseOrSecret()
{
    QCOMPARE(create(*m_vault, "").error().kind, ErrorKind::Unusable);
    QVERIFY(!m_vault->exists());
    QVERIFY(create(*m_vault, "p"));
    QCOMPARE(write(*m_vault, name, "").error().kind, ErrorKind::Unusable);
}

void VaultTest::forgetsWhatIsRemoved()
{
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(write(*m_vault, name, "1"));
    QVERIFY(remove(*m_vault, name));
    QCOMPARE(read(*m_vault, name).error().kind, ErrorKind::Missing);
    QVERIFY(remove(*m_vault, name)); // twice is fine
}

void VaultTest::seesWhatAnotherProgramWrote()
{
    QVERIFY(create(*m_vault, "p"));
    PassphraseVault other(path());
    QVERIFY(open(other, "p"));
    QVERIFY(write(other, name, "theirs"));
    QVERIFY(write(*m_vault, QStringLiteral("mine"), "ours"));
    QCOMPARE(read(*m_vault, name)->reveal(), QByteArrayView("theirs"));
    QCOMPARE(read(other, QStringLiteral("mine"))->reveal(), QByteArrayView("ours"));
}

void VaultTest::noticesAVaultMadeAnewMeanwhile()
{
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(QFile::remove(path()));
    PassphraseVault anew(path());
    QVERIFY(create(anew, "q"));
    QCOMPARE(read(*m_vault, name).error().kind, ErrorKind::Refused);
    QCOMPARE(write(*m_vault, name, "1").error().kind, ErrorKind::Refused);
}

void VaultTest::tellsDamageFromAWrongPassphrase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray("{\"secret\": \"plain\"}").repeated(20);
    QTest::newRow("newer") << QByteArray("DESKBELL-VAULT-2").leftJustified(300, 'x');
    QTest::newRow("only its first words") << QByteArray("DESKBELL-VAULT-1").leftJustified(300, '\0');
    QTest::newRow("huge") << QByteArray("DESKBELL-VAULT-1").leftJustified(3 << 20, '\xff');
}

void VaultTest::tellsDamageFromAWrongPassphrase()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(replace(path(), bytes));
    QCOMPARE(open(*m_vault, "p").error().kind, ErrorKind::Malformed);
    QCOMPARE(bytesOf(path()), bytes);
}

void VaultTest::noticesEveryFlippedBit()
{
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(write(*m_vault, name, "1"));
    const QByteArray sound = bytesOf(path());
    for (qsizetype bit = 0; bit < sound.size() * 8; ++bit) {
        QByteArray flipped = sound;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto seen = checkVault(flipped);
        QVERIFY2(!seen && seen.error().kind == ErrorKind::Malformed, qPrintable(QString::number(bit)));
    }
    QVERIFY(checkVault(sound));
}

void VaultTest::noticesEveryCut()
{
    QVERIFY(create(*m_vault, "p"));
    QVERIFY(write(*m_vault, name, "1"));
    const QByteArray sound = bytesOf(path());
    for (qsizetype size = 0; size < sound.size(); ++size)
        QVERIFY2(!checkVault(sound.first(size)), qPrintable(QString::number(size)));
    QVERIFY(!checkVault(sound + 'x'));
}

void VaultTest::leavesADamagedFileAsItIs()
{
    QVERIFY(create(*m_vault, "p"));
    const QByteArray cut = bytesOf(path()).chopped(3);
    QVERIFY(replace(path(), cut));
    QCOMPARE(write(*m_vault, name, "1").error().kind, ErrorKind::Malformed); // it was open when the damage came
    QCOMPARE(create(*m_vault, "p").error().kind, ErrorKind::Conflict);
    QCOMPARE(bytesOf(path()), cut);
}

void VaultTest::saysWhatTheDiskSays()
{
    PassphraseVault nowhere(m_folder->filePath(QStringLiteral("no/such/folder/vault")));
    const auto made = create(nowhere, "p");
    QCOMPARE(made.error().kind, ErrorKind::Storage);
    QVERIFY(!nowhere.isOpen());
    QVERIFY2(made.error().detail.contains(QStringLiteral("No such file")), qPrintable(made.error().detail));
}

void VaultTest::destroyedWhileItComputesItAnswersNoMore()
{
    bool answered = false;
    m_vault->create(secret("p"), [&](const Result<void> &) { answered = true; });
    m_vault.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(VaultTest)
#include "vaulttest.moc"
