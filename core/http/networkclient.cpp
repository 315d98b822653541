// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/networkclient.h"

#include "core/http/requestcheck.h"
#include "core/http/transferloop.h"
#include "core/http/wirelog.h"

namespace deskbell::http {

NetworkClient::NetworkClient(Settings settings, QObject *parent)
    : Client(parent)
    , m_loop(std::make_unique<TransferLoop>(std::move(settings), [this] {
        QMetaObject::invokeMethod(this, &NetworkClient::takeArrived, Qt::QueuedConnection);
    }))
{
}

NetworkClient::~NetworkClient()
{
    m_closing = true;
    m_loop->stop();
    takeArrived();
}

void NetworkClient::setWireLog(std::shared_ptr<WireLog> log) { m_log = std::move(log); }

void NetworkClient::send(Request request, QObject *context, Callback done)
{
    if (m_closing)
        return;
    const quint64 id = ++m_lastId;
    if (m_log)
        m_log->leaving(id, request);
    watch(context);
    m_waiting.emplace(id, Waiting {context, context, std::move(done), m_log ? std::optional(request) : std::nullopt});
    if (auto why = whyUnusable(request))
        refuse(id, *std::move(why));
    else
        m_loop->add(makeJob(id, std::move(request)));
}

void NetworkClient::watch(QObject *context)
{
    if (m_contexts.contains(context))
        return;
    m_contexts.insert(context);
    connect(context, &QObject::destroyed, this, [this, context] { dropFor(context); });
}

void NetworkClient::dropFor(QObject *context)
{
    m_contexts.remove(context);
    std::vector<quint64> ids;
    for (const auto &[id, waiting] : m_waiting) {
        if (waiting.contextOnceThere == context)
            ids.push_back(id);
    }
    for (const quint64 id : ids)
        m_waiting.erase(id);
    m_loop->drop(std::move(ids));
}

void NetworkClient::refuse(quint64 id, Error error)
{
    m_arrived.push_back({id, tl::make_unexpected(Trouble {std::move(error), Reach::NothingLeft, 0, {}})});
    QMetaObject::invokeMethod(this, &NetworkClient::takeArrived, Qt::QueuedConnection);
}

// One by one from the member: a callback may destroy this client, and what is left is then delivered on the way out.
void NetworkClient::takeArrived()
{
    auto fresh = m_loop->takeFinished();
    std::move(fresh.begin(), fresh.end(), std::back_inserter(m_arrived));
    const QPointer<NetworkClient> self(this);
    while (self && !m_arrived.empty()) {
        Finished next = std::move(m_arrived.front());
        m_arrived.pop_front();
        deliver(std::move(next));
    }
}

void NetworkClient::deliver(Finished finished)
{
    const auto found = m_waiting.find(finished.id);
    if (found == m_waiting.end())
        return; // its context has gone
    Waiting waiting = std::move(found->second);
    m_waiting.erase(found);
    if (m_log && waiting.logged)
        m_log->returned(finished.id, *waiting.logged, finished.reply);
    if (waiting.context)
        waiting.done(std::move(finished.reply));
}

} // namespace deskbell::http
