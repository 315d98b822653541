// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/passphrasevault.h"

#include "core/secrets/vaultfile.h"

#include <QFile>
#include <QSaveFile>
#include <QTimer>

namespace deskbell {
namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

tl::unexpected<Error> storage(const QString &doing, const QFileDevice &file)
{
    return failure(
        ErrorKind::Storage, QStringLiteral("the vault file cannot be %1: %2").arg(doing, file.errorString()));
}

Result<QByteArray> readVault(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorKind::Missing, QStringLiteral("there is no vault yet"));
    if (!file.open(QFile::ReadOnly))
        return storage(QStringLiteral("read"), file);
    if ((file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) != 0)
        file.setPermissions(ownerOnly); // a copy or a restore opened it to others
    const QByteArray bytes = file.read(largestVault + 1);
    if (file.error() != QFile::NoError)
        return storage(QStringLiteral("read"), file);
    if (auto sound = checkVault(bytes); !sound)
        return tl::make_unexpected(sound.error());
    return bytes;
}

Result<void> writeVault(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QFile::WriteOnly))
        return storage(QStringLiteral("written"), file);
    if (!file.setPermissions(ownerOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return storage(QStringLiteral("written"), file);
    return {};
}

} // namespace

PassphraseVault::PassphraseVault(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
}

PassphraseVault::~PassphraseVault() = default;

bool PassphraseVault::exists() const
{
    return QFile::exists(m_file);
}

void PassphraseVault::answerSoon(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void PassphraseVault::deriveKey(const Secret &passphrase, const QByteArray &head, KeyMade made)
{
    // m_worker is the last member, so it has ended before `this` goes; the answer dies with us if we go first.
    m_worker.start([this, passphrase, head, made = std::move(made)]() mutable {
        auto key = std::make_shared<Result<Secret>>(vaultKey(passphrase, head));
        answerSoon([made = std::move(made), key] { made(std::move(*key)); });
    });
}

void PassphraseVault::create(const Secret &passphrase, Done done)
{
    if (exists())
        return answerSoon([done] { done(failure(ErrorKind::Conflict, QStringLiteral("there is a vault already"))); });
    if (passphrase.isEmpty())
        return answerSoon([done] { done(failure(ErrorKind::Unusable, QStringLiteral("an empty passphrase"))); });
    const QByteArray head = newVaultHead();
    deriveKey(passphrase, head, [this, head, done](Result<Secret> key) {
        if (!key)
            return done(tl::make_unexpected(key.error()));
        const auto kept =
            sealVault(head, *key, {}).and_then([this](const QByteArray &bytes) { return writeVault(m_file, bytes); });
        if (kept)
            hold(std::move(*key), head);
        done(kept);
    });
}

void PassphraseVault::open(const Secret &passphrase, Done done)
{
    const auto bytes = readVault(m_file);
    if (!bytes)
        return answerSoon([done, error = bytes.error()] { done(tl::make_unexpected(error)); });
    deriveKey(passphrase, *bytes, [this, bytes = *bytes, done](Result<Secret> key) {
        if (!key)
            return done(tl::make_unexpected(key.error()));
        if (const auto entries = unsealVault(bytes, *key); !entries)
            return done(tl::make_unexpected(entries.error()));
        hold(std::move(*key), bytes);
        done({});
    });
}

void PassphraseVault::hold(Secret key, const QByteArray &file)
{
    m_key = std::move(key);
    m_salt = vaultSalt(file);
}

Result<QByteArray> PassphraseVault::fileOfMyKey() const
{
    if (!isOpen())
        return failure(ErrorKind::Refused, QStringLiteral("the vault is locked"));
    auto bytes = readVault(m_file);
    if (bytes && vaultSalt(*bytes) != m_salt)
        return failure(ErrorKind::Refused, QStringLiteral("the vault was made anew with another passphrase"));
    return bytes;
}

Result<void> PassphraseVault::change(const std::function<void(VaultEntries &)> &edit)
{
    // Read again each time: `deskbell connect` may have written since.
    const auto bytes = fileOfMyKey();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto entries = unsealVault(*bytes, m_key);
    if (!entries)
        return tl::make_unexpected(entries.error());
    edit(*entries);
    return sealVault(*bytes, m_key, *entries).and_then([this](const QByteArray &sealed) {
        return writeVault(m_file, sealed);
    });
}

void PassphraseVault::write(const QString &name, const Secret &secret, Done done)
{
    const Result<void> outcome = secret.isEmpty()
        ? Result<void>(failure(ErrorKind::Unusable, QStringLiteral("an empty secret")))
        : change([&](VaultEntries &entries) { entries[name] = secret; });
    answerSoon([done, outcome] { done(outcome); });
}

void PassphraseVault::read(const QString &name, Read done)
{
    Result<Secret> found = failure(ErrorKind::Missing, QStringLiteral("no such entry"));
    const auto entries = fileOfMyKey().and_then([this](const QByteArray &bytes) { return unsealVault(bytes, m_key); });
    if (!entries)
        found = tl::make_unexpected(entries.error());
    else if (const auto entry = entries->find(name); entry != entries->end())
        found = entry->second;
    answerSoon([done, found] { done(found); });
}

void PassphraseVault::remove(const QString &name, Done done)
{
    const auto outcome = change([&](VaultEntries &entries) { entries.erase(name); });
    answerSoon([done, outcome] { done(outcome); });
}

} // namespace deskbell
