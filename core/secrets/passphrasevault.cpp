// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/passphrasevault.h"

#include "core/secrets/vaultfile.h"

#include <QFile>
#include <QSaveFile>

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

Result<QByteArray> sealedBy(const VaultKey &held, const QString &path)
{
    if (held.key.isEmpty())
        return failure(ErrorKind::Refused, QStringLiteral("the vault is locked"));
    auto bytes = readVault(path);
    if (bytes && vaultSalt(*bytes) != held.salt)
        return failure(ErrorKind::Refused, QStringLiteral("the vault was made anew with another passphrase"));
    return bytes;
}

Result<void> change(const VaultKey &held, const QString &path, const std::function<void(VaultEntries &)> &edit)
{
    // Read again each time: `deskbell connect` may have written since.
    const auto bytes = sealedBy(held, path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto entries = unsealVault(*bytes, held.key);
    if (!entries)
        return tl::make_unexpected(entries.error());
    edit(*entries);
    return sealVault(*bytes, held.key, *entries).and_then([&](const QByteArray &sealed) {
        return writeVault(path, sealed);
    });
}

Result<Secret> entryOf(const VaultKey &held, const QString &path, const QString &name)
{
    const auto entries =
        sealedBy(held, path).and_then([&](const QByteArray &bytes) { return unsealVault(bytes, held.key); });
    if (!entries)
        return tl::make_unexpected(entries.error());
    const auto entry = entries->find(name);
    return entry == entries->end() ? failure(ErrorKind::Missing, QStringLiteral("no such entry"))
                                   : Result<Secret>(entry->second);
}

Result<VaultKey> created(const QString &path, const Secret &passphrase)
{
    if (QFile::exists(path))
        return failure(ErrorKind::Conflict, QStringLiteral("there is a vault already"));
    if (passphrase.isEmpty())
        return failure(ErrorKind::Unusable, QStringLiteral("an empty passphrase"));
    const QByteArray head = newVaultHead();
    auto key = vaultKey(passphrase, head);
    if (!key)
        return tl::make_unexpected(key.error());
    const auto kept =
        sealVault(head, *key, {}).and_then([&](const QByteArray &bytes) { return writeVault(path, bytes); });
    if (!kept)
        return tl::make_unexpected(kept.error());
    return VaultKey{std::move(*key), vaultSalt(head)};
}

Result<VaultKey> opened(const QString &path, const Secret &passphrase)
{
    const auto bytes = readVault(path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto key = vaultKey(passphrase, *bytes);
    if (!key)
        return tl::make_unexpected(key.error());
    if (const auto entries = unsealVault(*bytes, *key); !entries)
        return tl::make_unexpected(entries.error());
    return VaultKey{std::move(*key), vaultSalt(*bytes)};
}

} // namespace

PassphraseVault::PassphraseVault(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    m_worker.setMaxThreadCount(1); // one after another: each reads what the one before wrote
}

PassphraseVault::~PassphraseVault() = default;

bool PassphraseVault::exists() const
{
    return QFile::exists(m_file);
}

template<class Answer> void PassphraseVault::work(std::function<Answer()> job, std::function<void(Answer)> done)
{
    // m_worker is the last member, so it has ended before `this` goes; the answer dies with us if we go first.
    m_worker.start([this, job = std::move(job), done = std::move(done)] {
        auto answer = std::make_shared<Answer>(job());
        QMetaObject::invokeMethod(
            this, [done, answer] { done(std::move(*answer)); }, Qt::QueuedConnection);
    });
}

void PassphraseVault::hold(Result<VaultKey> key, const Done &done)
{
    if (!key)
        return done(tl::make_unexpected(key.error()));
    m_held = std::move(*key);
    done({});
}

void PassphraseVault::create(const Secret &passphrase, Done done)
{
    work<Result<VaultKey>>([path = m_file, passphrase] { return created(path, passphrase); },
        [this, done](Result<VaultKey> key) { hold(std::move(key), done); });
}

void PassphraseVault::open(const Secret &passphrase, Done done)
{
    work<Result<VaultKey>>([path = m_file, passphrase] { return opened(path, passphrase); },
        [this, done](Result<VaultKey> key) { hold(std::move(key), done); });
}

void PassphraseVault::write(const QString &name, const Secret &secret, Done done)
{
    work<Result<void>>(
        [held = m_held, path = m_file, name, secret]() -> Result<void> {
            if (secret.isEmpty())
                return failure(ErrorKind::Unusable, QStringLiteral("an empty secret"));
            return change(held, path, [&](VaultEntries &entries) { entries[name] = secret; });
        },
        std::move(done));
}

void PassphraseVault::read(const QString &name, Read done)
{
    work<Result<Secret>>([held = m_held, path = m_file, name] { return entryOf(held, path, name); }, std::move(done));
}

void PassphraseVault::remove(const QString &name, Done done)
{
    work<Result<void>>([held = m_held, path = m_file,
                           name] { return change(held, path, [&](VaultEntries &entries) { entries.erase(name); }); },
        std::move(done));
}

} // namespace deskbell
