// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/transferloop.h"

#include <QtGlobal>
#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pthread.h>
#endif

namespace deskbell::http {

namespace {

constexpr size_t maxSpare = 64;
constexpr long maxKeptConnections = 512;
constexpr Duration longestSleep = 1h;

// A write to a connection that the other side has just closed must end that request, not the program.
void nameThreadAndBlockSigpipe()
{
#ifdef Q_OS_UNIX
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
#endif
#ifdef Q_OS_LINUX
    pthread_setname_np(pthread_self(), "http");
#endif
}

Reply neverStarted(ErrorKind kind, const QString &why)
{
    return tl::make_unexpected(Trouble {{kind, why}, Reach::NothingLeft, 0, {}});
}

} // namespace

TransferLoop::TransferLoop(Settings settings, std::function<void()> arrived)
    : m_settings(std::move(settings))
    , m_arrived(std::move(arrived))
    , m_lanes(m_settings)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(ready)
    m_multi.reset(curl_multi_init());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, maxKeptConnections);
    m_thread = std::thread([this] { run(); });
}

TransferLoop::~TransferLoop() { stop(); }

void TransferLoop::add(Job job)
{
    const std::lock_guard lock(m_mutex);
    m_inbox.push_back(std::move(job));
    wake();
}

void TransferLoop::drop(std::vector<quint64> ids)
{
    const std::lock_guard lock(m_mutex);
    m_dropped.insert(m_dropped.end(), ids.begin(), ids.end());
    wake();
}

// Under the lock. One wake-up serves everything added until the thread has looked.
void TransferLoop::wake()
{
    if (!std::exchange(m_woken, true))
        curl_multi_wakeup(m_multi.get());
}

std::vector<Finished> TransferLoop::takeFinished()
{
    const std::lock_guard lock(m_mutex);
    m_told = false;
    return std::exchange(m_outbox, {});
}

void TransferLoop::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        wake();
    }
    m_thread.join();
}

void TransferLoop::run()
{
    nameThreadAndBlockSigpipe();
    while (takeIn()) {
        startWhatMay();
        int running = 0;
        curl_multi_perform(m_multi.get(), &running);
        collect();
        expire();
        handOut();
        sleepUntilNews();
    }
    breakOffAll();
    handOut();
}

bool TransferLoop::takeIn()
{
    std::vector<Job> jobs;
    std::vector<quint64> dropped;
    bool stop = false;
    {
        const std::lock_guard lock(m_mutex);
        m_woken = false;
        stop = m_stop;
        jobs.swap(m_inbox);
        dropped.swap(m_dropped);
    }
    for (Job &job : jobs)
        m_lanes.add(std::move(job));
    for (const quint64 id : dropped)
        breakOff(id);
    return !stop;
}

void TransferLoop::startWhatMay()
{
    const auto now = Steady::now();
    while (auto job = m_lanes.takeStartable(now)) {
        if (job->isStale() || job->deadline() <= now) {
            m_lanes.landed(*job, now);
            m_batch.push_back({job->id, neverStarted(ErrorKind::Timeout, QStringLiteral("too late to leave"))});
        } else {
            start(std::move(*job));
        }
    }
}

void TransferLoop::start(Job job)
{
    std::unique_ptr<Transfer> transfer;
    if (m_spare.empty()) {
        transfer = std::make_unique<Transfer>([this](const Job &leaving) { m_lanes.left(leaving, Steady::now()); });
    } else {
        transfer = std::move(m_spare.back());
        m_spare.pop_back();
    }
    const quint64 id = job.id;
    transfer->begin(std::move(job), m_settings);
    curl_multi_add_handle(m_multi.get(), transfer->handle());
    m_underWay.emplace(id, std::move(transfer));
}

void TransferLoop::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char *self = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
        const CURLcode code = message->data.result; // the message dies with the handle's removal
        const quint64 id = reinterpret_cast<Transfer *>(self)->job().id;
        auto transfer = land(m_underWay.find(id));
        m_batch.push_back({id, transfer->conclude(code)});
        if (m_spare.size() < maxSpare)
            m_spare.push_back(std::move(transfer));
    }
}

std::unique_ptr<Transfer> TransferLoop::land(Transfers::iterator flight)
{
    auto transfer = std::move(flight->second);
    m_underWay.erase(flight);
    curl_multi_remove_handle(m_multi.get(), transfer->handle());
    m_lanes.landed(transfer->job(), Steady::now());
    return transfer;
}

void TransferLoop::expire()
{
    for (const Job &job : m_lanes.takeExpired(Steady::now()))
        m_batch.push_back({job.id, neverStarted(ErrorKind::Timeout, QStringLiteral("no connection became free"))});
}

void TransferLoop::breakOff(quint64 id)
{
    if (m_lanes.drop(id))
        return;
    if (const auto flight = m_underWay.find(id); flight != m_underWay.end())
        land(flight).reset();
}

void TransferLoop::breakOffAll()
{
    const QString why = QStringLiteral("client closed");
    for (const Job &job : m_lanes.takeAllWaiting())
        m_batch.push_back({job.id, neverStarted(ErrorKind::Offline, why)});
    while (!m_underWay.empty()) {
        auto transfer = land(m_underWay.begin());
        m_batch.push_back({transfer->job().id, transfer->breakOff(ErrorKind::Offline, why)});
    }
}

void TransferLoop::handOut()
{
    if (m_batch.empty())
        return;
    bool tell = false;
    {
        const std::lock_guard lock(m_mutex);
        std::move(m_batch.begin(), m_batch.end(), std::back_inserter(m_outbox));
        tell = !std::exchange(m_told, true);
    }
    m_batch.clear();
    if (tell)
        m_arrived();
}

void TransferLoop::sleepUntilNews()
{
    const auto now = Steady::now();
    if (m_lanes.hasStartable(now))
        return;
    Duration nap = longestSleep;
    if (const auto look = m_lanes.nextLook(now))
        nap = std::clamp(std::chrono::ceil<Duration>(*look - now), 0ms, longestSleep);
    int ready = 0;
    curl_multi_poll(m_multi.get(), nullptr, 0, int(nap.count()), &ready);
}

} // namespace deskbell::http
