// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vaultfile.h"

#include <QtEndian>
#include <cstring>
#include <sodium.h>

namespace deskbell {
namespace {

constexpr char magic[] = "DESKBELL-VAULT-1";
constexpr qsizetype magicSize = sizeof magic - 1;
constexpr qsizetype saltAt = 24;
constexpr qsizetype nonceAt = 40;
constexpr qsizetype headerSize = 64;
constexpr qsizetype checksumSize = crypto_generichash_BYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(saltAt + crypto_pwhash_SALTBYTES == nonceAt);
static_assert(nonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == headerSize);

// A file that asks for more would only stop the computer.
constexpr quint32 mostPasses = 32;
constexpr quint32 mostKibibytes = 1024 * 1024;

const unsigned char *bytesAt(const QByteArray &bytes, qsizetype at)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData()) + at;
}

unsigned char *bytesAt(QByteArray &bytes, qsizetype at)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + at;
}

quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}

void putNumber(QByteArray &bytes, qsizetype number)
{
    const quint32 little = qToLittleEndian(quint32(number));
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

tl::unexpected<Error> damaged(const QString &how)
{
    return failure(ErrorKind::Malformed, QStringLiteral("the vault file is damaged (%1)").arg(how));
}

QByteArray checksumOf(const QByteArray &bytes, qsizetype size)
{
    QByteArray sum(checksumSize, Qt::Uninitialized);
    crypto_generichash(bytesAt(sum, 0), size_t(checksumSize), bytesAt(bytes, 0), size_t(size), nullptr, 0);
    return sum;
}

/// All entries one after another: name size, name, secret size, secret.
Secret packed(const VaultEntries &entries)
{
    qsizetype room = 0;
    for (const auto &[name, secret] : entries)
        room += 8 + name.toUtf8().size() + secret.size();
    QByteArray bytes;
    bytes.reserve(room); // growing would leave copies behind
    for (const auto &[name, secret] : entries) {
        const QByteArray utf8 = name.toUtf8();
        putNumber(bytes, utf8.size());
        bytes.append(utf8);
        putNumber(bytes, secret.size());
        bytes.append(secret.reveal().data(), secret.size());
    }
    return Secret::taken(bytes);
}

/// Nothing when the sizes lead outside. Cannot happen to sealed bytes unless the sealer was broken.
bool takePart(QByteArrayView &rest, QByteArrayView &part)
{
    if (rest.size() < 4 || numberAt(rest, 0) > quint32(rest.size() - 4))
        return false;
    part = rest.sliced(4, numberAt(rest, 0));
    rest = rest.sliced(4 + part.size());
    return true;
}

Result<VaultEntries> unpacked(const Secret &plain)
{
    VaultEntries entries;
    QByteArrayView rest = plain.reveal();
    while (!rest.isEmpty()) {
        QByteArrayView name;
        QByteArrayView secret;
        if (!takePart(rest, name) || !takePart(rest, secret))
            return damaged(QStringLiteral("its entries do not add up"));
        entries[QString::fromUtf8(name)] = Secret(secret);
    }
    return entries;
}

bool ready()
{
    return sodium_init() >= 0;
}

} // namespace

QByteArray newVaultHead(VaultCost cost)
{
    QByteArray head(magic, magicSize);
    putNumber(head, cost.passes);
    putNumber(head, cost.kibibytes);
    head.resize(headerSize);
    if (ready())
        randombytes_buf(bytesAt(head, saltAt), size_t(headerSize - saltAt));
    return head;
}

Result<void> checkVault(const QByteArray &file)
{
    if (file.size() < headerSize + tagSize + checksumSize)
        return damaged(QStringLiteral("it is cut short"));
    if (file.size() > largestVault)
        return damaged(QStringLiteral("it is too large"));
    if (!file.startsWith(magic)) {
        return file.startsWith("DESKBELL-VAULT-") ? damaged(QStringLiteral("or written by a newer Deskbell"))
                                                  : damaged(QStringLiteral("it is no vault of Deskbell"));
    }
    if (!ready() || checksumOf(file, file.size() - checksumSize) != file.last(checksumSize))
        return damaged(QStringLiteral("its checksum does not fit"));
    const quint32 passes = numberAt(file, 16);
    const quint32 memory = numberAt(file, 20);
    if (passes < 1 || passes > mostPasses || memory < 8 || memory > mostKibibytes)
        return damaged(QStringLiteral("it asks for an absurd effort"));
    return {};
}

QByteArray vaultSalt(const QByteArray &file)
{
    return file.sliced(saltAt, crypto_pwhash_SALTBYTES);
}

Result<Secret> vaultKey(const Secret &passphrase, const QByteArray &file)
{
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, Qt::Uninitialized);
    const QByteArrayView words = passphrase.reveal();
    const size_t memory = size_t(numberAt(file, 20)) * 1024;
    if (!ready()
        || crypto_pwhash(bytesAt(key, 0), quint64(key.size()), words.data(), quint64(words.size()),
               bytesAt(file, saltAt), numberAt(file, 16), memory, crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return failure(
            ErrorKind::Unusable, QStringLiteral("not enough memory to open the vault (%1 MiB)").arg(memory >> 20));
    return Secret::taken(key);
}

Result<QByteArray> sealVault(const QByteArray &head, const Secret &key, const VaultEntries &entries)
{
    const Secret plain = packed(entries);
    QByteArray file = head.first(headerSize);
    file.resize(headerSize + plain.size() + tagSize);
    randombytes_buf(bytesAt(file, nonceAt), size_t(headerSize - nonceAt));
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesAt(file, headerSize), nullptr,
        reinterpret_cast<const unsigned char *>(plain.reveal().data()), quint64(plain.size()), bytesAt(file, 0),
        quint64(headerSize), nullptr, bytesAt(file, nonceAt),
        reinterpret_cast<const unsigned char *>(key.reveal().data()));
    file.append(checksumOf(file, file.size()));
    if (file.size() > largestVault)
        return failure(ErrorKind::Unusable, QStringLiteral("the vault is full"));
    return file;
}

Result<VaultEntries> unsealVault(const QByteArray &file, const Secret &key)
{
    const qsizetype sealed = file.size() - headerSize - checksumSize;
    QByteArray plain(sealed - tagSize, Qt::Uninitialized);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(bytesAt(plain, 0), nullptr, nullptr,
        bytesAt(file, headerSize), quint64(sealed), bytesAt(file, 0), quint64(headerSize), bytesAt(file, nonceAt),
        reinterpret_cast<const unsigned char *>(key.reveal().data()));
    const Secret kept = Secret::taken(plain);
    if (opened != 0)
        return failure(ErrorKind::Refused, QStringLiteral("wrong passphrase"));
    return unpacked(kept);
}

} // namespace deskbell
