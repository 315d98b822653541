// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/house.h"

#include "app/house/dailycopy.h"
#include "core/assist/rulesassistant.h"
#include "core/base/log.h"
#include "core/base/systemclock.h"
#include "core/calendar/localcalendar.h"
#include "core/http/networkclient.h"
#include "core/http/wirelog.h"
#include "core/link/twiliolink.h"
#include "core/llm/modelassistant.h"
#include "core/runtime/duetimer.h"
#include "core/runtime/engineloop.h"
#include "core/runtime/outboxexecutor.h"
#include "core/store/sqlitestore.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QUuid>

namespace deskbell::app {
namespace {

std::shared_ptr<http::WireLog> wireLogInto(const QString &path, bool bodies)
{
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::Append | QIODevice::Text, QFile::ReadOwner | QFile::WriteOwner)) {
        qCWarning(logApp).noquote() << "no wire log:" << path << file->errorString();
        return {};
    }
    return std::make_shared<http::WireLog>(bodies ? http::WireLog::Detail::Bodies : http::WireLog::Detail::Lines,
        [file](const QString &line) {
            file->write((QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) % u' ' % line % u'\n').toUtf8());
            file->flush();
        });
}

} // namespace

/// Tells the window, and whoever else was asked to be told.
class House::Bell final : public runtime::NotifierPort
{
public:
    Bell(runtime::Desk &desk, std::shared_ptr<runtime::NotifierPort> outside)
        : m_desk(desk)
        , m_outside(std::move(outside))
    {
    }
    void tell(const runtime::Notice &notice) override
    {
        m_desk.tell(notice);
        if (m_outside)
            m_outside->tell(notice);
    }
    void withdraw(const ThreadId &thread) override
    {
        if (m_outside)
            m_outside->withdraw(thread);
    }

private:
    runtime::Desk &m_desk;
    std::shared_ptr<runtime::NotifierPort> m_outside;
};

Result<std::unique_ptr<House>> House::build(HouseOptions options)
{
    if (auto usable = link::check(options.link); !usable)
        return tl::make_unexpected(usable.error());
    auto keeper = options.folder.isEmpty() ? store::SqliteStore::openInMemory() : store::SqliteStore::open(options.folder);
    if (!keeper)
        return failure(keeper.error().kind, keeper.error().detail % QStringLiteral(" Folder: ") % options.folder);
    if (options.furnish) {
        const Instant now{QDateTime::currentMSecsSinceEpoch()};
        if (auto furnished = options.furnish(**keeper, options.profile, now); !furnished)
            return tl::make_unexpected(furnished.error());
    }
    return std::unique_ptr<House>(new House(std::move(options), std::move(*keeper)));
}

House::House(HouseOptions options, std::unique_ptr<store::SqliteStore> keeper)
    : m_options(std::move(options))
    , m_clock(m_options.makeClock ? m_options.makeClock() : std::make_unique<SystemClock>())
    , m_store(std::move(keeper))
    , m_loop(std::make_unique<runtime::EngineLoop>(*m_store, *m_clock, m_options.profile))
    , m_desk(std::make_unique<runtime::Desk>(*m_loop, *m_store, *m_store))
    , m_bell(std::make_unique<Bell>(*m_desk, m_options.makeNotifier ? m_options.makeNotifier() : nullptr))
    , m_calendar(std::make_unique<calendar::LocalCalendar>(m_options.profile, *m_store, *m_clock))
    , m_assistant(std::make_unique<assist::RulesAssistant>(m_options.profile, *m_clock))
{
    m_loop->setCallerBook(*m_store);
    openLink();
    connectModel();
    runtime::AssistantPort &mind = m_model ? static_cast<runtime::AssistantPort &>(*m_model) : *m_assistant;
    m_executor = std::make_unique<runtime::OutboxExecutor>(*m_loop, runtime::Ports{*m_link, mind, *m_calendar, *m_bell});
    m_due = std::make_unique<runtime::DueTimer>(*m_loop);
    if (m_options.dailyCopy && !m_options.folder.isEmpty()) {
        m_copies = std::make_unique<DailyCopy>(m_options.folder, *m_clock);
        connect(m_copies.get(), &DailyCopy::copied, this, [this] { m_store->noteReached(); });
    }
}

House::~House()
{
    // Requests under way end with a Trouble, which still reaches the link and the executor: so the clients go first.
    // What they say then is an unclear send, and it is looked up at the next start.
    m_asks.reset();
    m_sends.reset();
    m_reads.reset();
    m_link.reset();
}

void House::openLink()
{
    http::Settings wire;
    wire.extraCertificates = m_options.link.extraCertificates;
    auto sends = std::make_unique<http::NetworkClient>(wire);
    auto reads = std::make_unique<http::NetworkClient>(wire);
    if (!m_options.wireLogFile.isEmpty()) {
        const auto log = wireLogInto(m_options.wireLogFile, m_options.wireLogBodies);
        sends->setWireLog(log);
        reads->setWireLog(log);
    }
    m_sends = std::move(sends);
    m_reads = std::move(reads);
    m_link = std::make_unique<link::TwilioLink>(m_options.link,
        link::TwilioLink::Parts{*m_sends, *m_reads, *m_clock, [] { return QRandomGenerator::global()->generateDouble(); }});
}

void House::connectModel()
{
    if (!m_options.model)
        return;
    m_asks = std::make_unique<http::NetworkClient>();
    m_model = std::make_unique<llm::ModelAssistant>(*m_options.model, m_options.profile, llm::ModelAssistant::Parts{*m_assistant, *m_asks, *m_clock});
}

void House::useProfile(const Profile &profile)
{
    m_loop->setProfile(profile);
    m_calendar->setProfile(profile);
    m_assistant->setProfile(profile);
    if (m_model)
        m_model->setProfile(profile);
    const auto waiting = m_store->openThreads(100000);
    if (!waiting) {
        qCWarning(logApp).noquote() << "profile:" << waiting.error().detail;
        return;
    }
    for (const engine::ThreadState &state : *waiting) {
        runtime::Arrival arrival;
        arrival.id = u"policy:" % state.id.value % u':' % QUuid::createUuid().toString(QUuid::Id128);
        arrival.thread = state.id;
        arrival.fact = engine::fact::PolicyChanged{};
        m_loop->put(std::move(arrival));
    }
}

void House::start()
{
    m_executor->start();
    m_due->start();
    m_link->start(*m_loop);
    if (m_copies)
        m_copies->start();
    if (m_store->wasSetBack())
        qCWarning(logApp) << "the database is older than the one used here last: texts that waited are looked up first";
}

} // namespace deskbell::app
