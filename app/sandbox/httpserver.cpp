// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/httpserver.h"

#include "app/sandbox/httpconnection.h"

#include <QSslSocket>

namespace deskbell::sandbox {

HttpServer::HttpServer(HttpSite site, QObject *parent)
    : QTcpServer(parent)
    , m_site(std::move(site))
{
    setListenBacklogSize(512);
}

HttpServer::~HttpServer()
{
    const auto connections = std::exchange(m_connections, {});
    qDeleteAll(connections);
}

void HttpServer::answer(Ticket ticket, HttpAnswer answer)
{
    if (HttpConnection *connection = m_connections.value(ticket.connection))
        connection->settle(ticket.number, std::move(answer));
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = makeSocket(descriptor);
    if (!socket)
        return;
    const quint64 id = m_nextId++;
    auto *connection = new HttpConnection(m_site, id, socket);
    m_connections.insert(id, connection);
    connect(connection, &HttpConnection::gone, this, [this, id] {
        if (HttpConnection *lost = m_connections.take(id))
            lost->deleteLater();
    });
}

QTcpSocket *HttpServer::makeSocket(qintptr descriptor)
{
    auto *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return nullptr;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
    }
    return socket;
}

} // namespace deskbell::sandbox
