// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pushchannel.h"

#include "app/sandbox/jsontext.h"
#include "app/sandbox/render.h"

#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>

namespace deskbell::sandbox {
namespace {

constexpr qint64 mostUnread = 256 * 1024;
constexpr quint64 brokenFrame = 0; ///< no event has this number
constexpr double longestHoldMs = 200;

} // namespace

PushChannel::PushChannel(Works &works, QObject *parent)
    : QObject(parent)
    , m_works(works)
    , m_handshakes(QStringLiteral("Deskbell sandbox"), QWebSocketServer::NonSecureMode)
{
    m_handshakes.setMaxPendingConnections(256);
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, &PushChannel::welcome);
}

PushChannel::~PushChannel()
{
    for (QWebSocket *socket : m_clients.keys()) {
        socket->disconnect(this);
        delete socket;
    }
}

void PushChannel::adopt(QTcpSocket *socket)
{
    socket->setParent(&m_handshakes);
    m_handshakes.handleConnection(socket);
}

void PushChannel::welcome()
{
    while (QWebSocket *socket = m_handshakes.nextPendingConnection()) {
        socket->setParent(this);
        const quint64 after = QUrlQuery(socket->requestUrl()).queryItemValue(QStringLiteral("after")).toULongLong();
        const EventLog &log = m_works.events;
        Queue queue;
        for (quint64 seq = qMax(log.first(), after > log.last() ? 1 : after + 1); seq <= log.last(); ++seq)
            queue.push_back(seq);
        ++m_works.counters.pushClients;
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_clients.remove(socket);
            socket->deleteLater();
        });
        connect(socket, &QWebSocket::bytesWritten, this, [this, socket] {
            if (auto client = m_clients.find(socket); client != m_clients.end())
                drain(socket, client.value());
        });
        drain(socket, m_clients.insert(socket, std::move(queue)).value());
    }
}

void PushChannel::deliver(quint64 seq)
{
    if (m_clients.isEmpty())
        return; // whoever connects later gets it by number
    if (m_works.faults.take(FaultKind::PushLose, Place::Push))
        return;
    if (m_works.faults.take(FaultKind::PushDisconnect, Place::Push)) {
        disconnectAll();
        return;
    }
    if (m_works.faults.take(FaultKind::PushMalformed, Place::Push))
        put(brokenFrame);
    if (m_held == 0 && m_works.faults.take(FaultKind::PushReorder, Place::Push)) {
        m_held = seq;
        m_works.wire.after(longestHoldMs, [this] { releaseHeld(); });
        return;
    }
    put(seq);
    if (m_works.faults.take(FaultKind::PushDuplicates, Place::Push))
        put(seq);
    releaseHeld();
}

void PushChannel::releaseHeld()
{
    if (const quint64 held = std::exchange(m_held, 0))
        put(held);
}

void PushChannel::put(quint64 seq)
{
    for (auto client = m_clients.begin(); client != m_clients.end(); ++client) {
        client.value().push_back(seq);
        drain(client.key(), client.value());
    }
}

void PushChannel::drain(QWebSocket *socket, Queue &queue)
{
    while (!queue.empty() && socket->bytesToWrite() < mostUnread) {
        const quint64 seq = queue.front();
        queue.pop_front();
        if (seq != brokenFrame && !m_works.events.has(seq))
            continue; // forgotten by a reset
        socket->sendTextMessage(QString::fromUtf8(frame(seq)));
        ++m_works.counters.framesPushed;
    }
}

QByteArray PushChannel::frame(quint64 seq) const
{
    if (seq == brokenFrame)
        return QByteArrayLiteral("{\"type\":\"call.missed\",\"seq\":");
    const Event &event = m_works.events.at(seq);
    const QByteArray &account = m_works.settings.accountSid;
    QByteArray out;
    out.reserve(1400);
    {
        JsonObject object(out);
        object.text("type", word(event.type));
        object.number("seq", qint64(seq));
        if (const auto *call = std::get_if<CallState>(&event.then))
            appendCall(object.member("call"), account, m_works.ledger.calls.at(event.record), *call);
        else
            appendMessage(object.member("message"), account, m_works.ledger.messages.at(event.record),
                std::get<MessageState>(event.then));
    }
    return out;
}

void PushChannel::disconnectAll()
{
    for (QWebSocket *socket : m_clients.keys())
        socket->abort();
}

} // namespace deskbell::sandbox
