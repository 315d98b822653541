// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/works.h"

#include <QObject>
#include <QWebSocketServer>
#include <deque>

class QWebSocket;

namespace deskbell::sandbox {

/// The websocket side: every event as one text frame, first what happened after the number the client names, then
/// what happens. A client that names a number from another life of the company (higher than any) gets everything.
/// A client that reads slowly has its frames made when it reads; nobody waits for it.
class PushChannel : public QObject {
    Q_OBJECT
public:
    explicit PushChannel(Works& works, QObject* parent = nullptr);
    ~PushChannel() override;

    /// Takes a socket whose handshake request has been seen and not read.
    void adopt(QTcpSocket* socket);
    /// The event with this number was just appended to the log.
    void deliver(quint64 seq);
    void disconnectAll();
    [[nodiscard]] qsizetype clients() const { return m_clients.size(); }

private:
    using Queue = std::deque<quint64>;

    void welcome();
    void put(quint64 seq);
    void releaseHeld();
    void drain(QWebSocket* socket, Queue& queue);
    [[nodiscard]] QByteArray frame(quint64 seq) const;

    Works& m_works;
    QWebSocketServer m_handshakes;
    QHash<QWebSocket*, Queue> m_clients;
    quint64 m_held = 0;
};

} // namespace deskbell::sandbox
