// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/httpsite.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>

namespace deskbell::sandbox {

class HttpConnection;

/// A small HTTP/1.1 server: keep-alive, pipelining, bodies by Content-Length. Everything happens on the thread
/// that made it.
class HttpServer : public QTcpServer {
    Q_OBJECT
public:
    explicit HttpServer(HttpSite site, QObject* parent = nullptr);
    ~HttpServer() override;

    /// Before listen(); every connection then speaks TLS.
    void setTls(const QSslConfiguration& configuration) { m_tls = configuration; }
    [[nodiscard]] bool isSecure() const { return m_tls.has_value(); }

    /// Answering twice, or a client that has gone, is harmless.
    void answer(Ticket ticket, HttpAnswer answer);
    [[nodiscard]] int inFlight() const { return m_site.inFlight; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTcpSocket* makeSocket(qintptr descriptor);

    HttpSite m_site;
    std::optional<QSslConfiguration> m_tls;
    QHash<quint64, HttpConnection*> m_connections;
    quint64 m_nextId = 1;
};

} // namespace deskbell::sandbox
