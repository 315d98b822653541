// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/shop.h"

namespace deskbell::nemesis {

Shop::Shop(const Profile &profile, const Schedule &schedule, const QString &folder, Outside outside)
    : m_profile(profile)
    , m_seed(schedule.goodMoods ? 0 : schedule.seed)
    , m_outside(outside)
    , m_ownFolder(schedule.onDisk && folder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_folder(m_ownFolder ? m_ownFolder->path() : folder)
{
    openStore();
}

Shop::~Shop() { die(); }

void Shop::openStore()
{
    auto opened = m_folder.isEmpty() ? store::SqliteStore::openInMemory() : store::SqliteStore::open(m_folder);
    if (!opened)
        qFatal("store: %s", qPrintable(opened.error().detail));
    m_store = std::move(*opened);
}

void Shop::start()
{
    if (!m_store)
        openStore();
    m_loop = std::make_unique<runtime::EngineLoop>(*m_store, m_outside.clock, m_profile);
    m_outside.witness.processStarts(*m_loop, *m_store, *m_store); // hears of a commit before anything is sent for it
    m_assistant = std::make_unique<MoodyAssistant>(m_profile, m_outside.clock, m_seed);
    m_calendar = std::make_unique<MoodyCalendar>(m_profile, *m_store, m_outside.clock, m_seed);
    m_outside.company.processStarts(*m_loop, [this](const engine::FactId &id) {
        const auto known = m_store->consumed({id});
        return known && known->contains(id);
    });
    m_executor = std::make_unique<runtime::OutboxExecutor>(*m_loop, runtime::Ports{m_outside.company, *m_assistant, *m_calendar, *this});
    m_due = std::make_unique<runtime::DueTimer>(*m_loop);
    m_executor->start();
    m_due->start();
}

void Shop::die()
{
    m_outside.company.processDies();
    m_due.reset();
    m_executor.reset();
    m_calendar.reset();
    m_assistant.reset();
    m_loop.reset();
    if (!m_folder.isEmpty())
        m_store.reset();
}

} // namespace deskbell::nemesis
