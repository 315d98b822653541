// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/duetimer.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"
#include "tests/nemesis/moods.h"
#include "tests/nemesis/schedule.h"
#include "tests/nemesis/witness.h"

#include <QTemporaryDir>

namespace deskbell::nemesis {

/// The shop's process: everything that a power cut takes away, and the file that it does not.
class Shop final : private runtime::NotifierPort
{
public:
    struct Outside {
        ManualClock &clock;
        Company &company;
        Witness &witness;
    };
    /// \p profile is looked at whenever a process starts.
    /// \p folder: where the shop's file lies; empty: as the schedule says.
    Shop(const Profile &profile, const Schedule &schedule, const QString &folder, Outside outside);
    ~Shop() override;

    void start();
    void die();
    [[nodiscard]] runtime::EngineLoop &loop() { return *m_loop; }
    [[nodiscard]] store::SqliteStore &keeper() { return *m_store; }

private:
    void tell(const runtime::Notice &notice) override { m_outside.witness.told(notice); }
    void withdraw(const ThreadId &) override { }
    void openStore();

    const Profile &m_profile;
    quint64 m_seed; ///< 0: assistant and calendar never fail
    Outside m_outside;
    std::unique_ptr<QTemporaryDir> m_ownFolder;
    QString m_folder; ///< empty: in memory, and then the store outlives the process
    std::unique_ptr<store::SqliteStore> m_store;
    std::unique_ptr<runtime::EngineLoop> m_loop;
    std::unique_ptr<MoodyAssistant> m_assistant;
    std::unique_ptr<MoodyCalendar> m_calendar;
    std::unique_ptr<runtime::OutboxExecutor> m_executor;
    std::unique_ptr<runtime::DueTimer> m_due;
};

} // namespace deskbell::nemesis
