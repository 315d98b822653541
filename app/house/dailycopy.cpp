// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/dailycopy.h"

#include "core/base/log.h"
#include "core/store/backup.h"

#include <QDateTime>
#include <QDir>

namespace deskbell::app {
namespace {

constexpr int daysKept = 30;

/// Not set: there is no copy yet.
Instant newestCopy(const QString &folder)
{
    const QStringList copies = QDir(folder).entryList({QStringLiteral("deskbell-*-*.db")}, QDir::Files, QDir::Name);
    if (copies.isEmpty())
        return {};
    QDateTime made = QDateTime::fromString(copies.last(), QStringLiteral("'deskbell-'yyyyMMdd-HHmmss'.db'"));
    made.setTimeSpec(Qt::UTC);
    return made.isValid() ? Instant{made.toMSecsSinceEpoch()} : Instant{};
}

} // namespace

DailyCopy::DailyCopy(const QString &dataFolder, Clock &clock)
    : m_folder(dataFolder)
    , m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { look(); }))
{
    m_disk.setMaxThreadCount(1);
}

DailyCopy::~DailyCopy()
{
    m_disk.waitForDone();
}

void DailyCopy::start()
{
    look();
}

void DailyCopy::look()
{
    const Instant due = newestCopy(store::backupFolder(m_folder)) + 24h;
    if (due > m_clock.now()) {
        m_alarm->set(due);
        return;
    }
    m_alarm->set(m_clock.now() + 1h); // if the copy fails; one that works moves it
    copy();
}

void DailyCopy::copy()
{
    m_disk.start([this, folder = m_folder, now = m_clock.now()] {
        const QString target = QDir(store::backupFolder(folder)).filePath(store::backupName(now));
        const auto facts = store::writeBackup(folder, target, now);
        if (facts)
            store::thinOut(store::backupFolder(folder), daysKept);
        QMetaObject::invokeMethod(
            this,
            [this, target, facts] {
                if (!facts) {
                    qCWarning(logApp).noquote() << "daily copy:" << facts.error().detail;
                    Q_EMIT failed(facts.error().detail);
                    return;
                }
                Q_EMIT copied(target);
                look();
            },
            Qt::QueuedConnection);
    });
}

} // namespace deskbell::app
