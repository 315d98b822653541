// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "core/http/settings.h"

#include <QPointer>
#include <QSet>
#include <deque>
#include <memory>
#include <unordered_map>

namespace deskbell::http {

struct Finished;
class TransferLoop;
class WireLog;

/// The Client that talks to the network, by libcurl on a thread of its own. HTTP/1.1 with kept connections; no
/// cookies, no cache, no redirects, no decompression; certificates always verified. The system's proxy variables are
/// honoured, except towards this machine.
class NetworkClient final : public Client
{
    Q_OBJECT
public:
    explicit NetworkClient(Settings settings = {}, QObject *parent = nullptr);
    ~NetworkClient() override;

    /// A request sent from a callback while the client is being destroyed is forgotten without a call.
    void send(Request request, QObject *context, Callback done) override;
    /// nullptr (the start) writes nothing.
    void setWireLog(std::shared_ptr<WireLog> log);

private:
    struct Waiting {
        QPointer<QObject> context;
        QObject *contextOnceThere;
        Callback done;
        std::optional<Request> logged;
    };
    std::unordered_map<quint64, Waiting> m_waiting;
    std::deque<Finished> m_arrived;
    QSet<QObject *> m_contexts;
    std::shared_ptr<WireLog> m_log;
    quint64 m_lastId = 0;
    bool m_closing = false;
    std::unique_ptr<TransferLoop> m_loop;

    void watch(QObject *context);
    void dropFor(QObject *context);
    void refuse(quint64 id, Error error);
    void takeArrived();
    void deliver(Finished finished);
};

} // namespace deskbell::http
