// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainstore.h"

#include <QPointer>
#include <QTimer>
#include <memory>
#include <qt6keychain/keychain.h>
#include <sodium.h>

namespace deskbell {
namespace {

Error noAnswer(Duration limit)
{
    return {ErrorKind::Timeout,
        QStringLiteral("no answer within %1 s; it may be asking for a password behind another window")
            .arg(limit.count() / 1000)};
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound: return {ErrorKind::Missing, QStringLiteral("no such entry")};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::Refused, QStringLiteral("locked or refused: %1").arg(job.errorString())};
    default: return {ErrorKind::Unusable, job.errorString()};
    }
}

Result<void> outcomeOf(const QKeychain::Job *job, Duration limit)
{
    if (!job)
        return tl::make_unexpected(noAnswer(limit));
    if (job->error() != QKeychain::NoError)
        return tl::make_unexpected(errorOf(*job));
    return {};
}

Secret randomSecret()
{
    QByteArray bytes(24, Qt::Uninitialized);
    if (sodium_init() >= 0)
        randombytes_buf(bytes.data(), size_t(bytes.size()));
    bytes = bytes.toHex(); // some stores keep text only
    return Secret::taken(bytes);
}

} // namespace

KeychainStore::KeychainStore(QString service, Duration limit, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_limit(limit)
{
}

void KeychainStore::run(QKeychain::Job *job, const QString &name, Ended ended)
{
    // The job may outlive the limit and this store: it goes on waiting for a person, and nobody listens any more.
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [limit, ended] {
        limit->deleteLater();
        ended(nullptr);
    });
    connect(job, &QKeychain::Job::finished, limit, [limit, ended](const QKeychain::Job *finished) {
        if (!limit->isActive())
            return;
        limit->stop();
        limit->deleteLater();
        ended(finished);
    });
    job->setInsecureFallback(false);
    job->setKey(name);
    limit->start(m_limit);
    job->start();
}

void KeychainStore::write(const QString &name, const Secret &secret, Done done)
{
    if (secret.isEmpty()) {
        QTimer::singleShot(0, this, [done] { done(failure(ErrorKind::Unusable, QStringLiteral("an empty secret"))); });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret.reveal().toByteArray());
    run(job, name, [done, limit = m_limit](const QKeychain::Job *ended) { done(outcomeOf(ended, limit)); });
}

void KeychainStore::read(const QString &name, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run(job, name, [job, done, limit = m_limit](const QKeychain::Job *ended) {
        if (auto ok = outcomeOf(ended, limit); !ok)
            return done(tl::make_unexpected(ok.error()));
        QByteArray bytes = job->binaryData();
        done(Secret::taken(bytes));
    });
}

void KeychainStore::remove(const QString &name, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    run(job, name, [done, limit = m_limit](const QKeychain::Job *ended) {
        const auto outcome = outcomeOf(ended, limit);
        done(!outcome && outcome.error().kind == ErrorKind::Missing ? Result<void>() : outcome);
    });
}

void KeychainStore::probe(Done done)
{
    // A name of its own each time: two programs that start at once must not read each other's canary.
    const QString name =
        QStringLiteral("canary-") + QString::fromLatin1(randomSecret().reveal().first(16).toByteArray());
    const Secret canary = randomSecret();
    write(name, canary, [this, name, canary, done](Result<void> written) {
        if (!written)
            return done(written);
        read(name, [this, name, canary, done](Result<Secret> seen) {
            remove(name, [canary, seen = std::move(seen), done](Result<void> removed) {
                if (!seen)
                    return done(tl::make_unexpected(seen.error()));
                if (!seen->equals(canary))
                    return done(
                        failure(ErrorKind::Unusable, QStringLiteral("it gives back something else than it was given")));
                done(removed);
            });
        });
    });
}

} // namespace deskbell
