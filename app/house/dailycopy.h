// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QThreadPool>

namespace deskbell::app {

/// A copy of the shop's database a day, into the folder "backups" beside it, kept for thirty days. Lives on the core
/// thread; the copying does not: callers are answered meanwhile.
class DailyCopy : public QObject
{
    Q_OBJECT
public:
    /// \p clock outlives it.
    DailyCopy(const QString &dataFolder, Clock &clock);
    ~DailyCopy() override;

    /// From now on: at once when the newest copy is a day old.
    void start();

Q_SIGNALS:
    void copied(const QString &file);
    /// In plain words; it is tried again in an hour.
    void failed(const QString &detail);

private:
    void look();
    void copy();

    QString m_folder;
    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    QThreadPool m_disk;
};

} // namespace deskbell::app
