// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/oddprovider.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>

OddProvider::OddProvider()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { greet(socket); });
    });
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, &OddProvider::welcome);
}

// The sockets die after the members, and say so.
OddProvider::~OddProvider()
{
    for (QWebSocket *listener : std::as_const(m_listeners))
        listener->disconnect(this);
}

QUrl OddProvider::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

/// A websocket's handshake must be read by Qt alone, so the request is only looked at.
void OddProvider::greet(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(64 * 1024);
    if (!seen.contains("\r\n\r\n"))
        return;
    if (seen.startsWith("GET /events")) {
        socket->disconnect(this);
        socket->setParent(&m_handshakes);
        m_handshakes.handleConnection(socket);
        // What has arrived will not be announced again; and not from within its own announcement.
        QMetaObject::invokeMethod(socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
        return;
    }
    serve(socket);
}

void OddProvider::serve(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(64 * 1024);
    const qsizetype head = seen.indexOf("\r\n\r\n") + 4;
    const qsizetype length = seen.toLower().indexOf("content-length:");
    const qsizetype body = length < 0 ? 0 : seen.mid(length + 15, seen.indexOf('\r', length) - length - 15).trimmed().toLongLong();
    if (seen.size() < head + body)
        return;
    const QByteArray request = socket->read(head + body);
    if (!request.startsWith("POST"))
        return answer(socket, "200 OK", R"({"calls":[],"messages":[],"next_page_uri":null,"page":0,"page_size":50})");
    m_creates << request.mid(head);
    const QUrlQuery fields(QString::fromLatin1(request.mid(head)).replace(u'+', u' '));
    const auto field = [&](const char *name) { return fields.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    const QString now = QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")) + QStringLiteral(" +0000");
    const QJsonObject message{{QStringLiteral("sid"), QStringLiteral("SM%1").arg(m_creates.size(), 32, 16, QLatin1Char('0'))},
        {QStringLiteral("to"), field("To")}, {QStringLiteral("from"), field("From")}, {QStringLiteral("body"), field("Body")},
        {QStringLiteral("status"), QStringLiteral("queued")}, {QStringLiteral("direction"), QStringLiteral("outbound-api")},
        {QStringLiteral("date_created"), now}, {QStringLiteral("error_code"), QJsonValue::Null}};
    answer(socket, "201 Created", QJsonDocument(message).toJson(QJsonDocument::Compact));
}

void OddProvider::answer(QTcpSocket *socket, const QByteArray &status, const QByteArray &json)
{
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json);
}

void OddProvider::welcome()
{
    while (QWebSocket *listener = m_handshakes.nextPendingConnection()) {
        listener->setParent(this);
        m_listeners << listener;
        connect(listener, &QWebSocket::disconnected, this, [this, listener] {
            m_listeners.removeAll(listener);
            listener->deleteLater();
        });
        const std::size_t after = QUrlQuery(listener->requestUrl()).queryItemValue(QStringLiteral("after")).toULongLong();
        for (std::size_t i = after; i < m_frames.size(); ++i)
            say(listener, m_frames[i]);
    }
}

void OddProvider::push(Frame frame)
{
    m_frames.push_back(frame);
    for (QWebSocket *listener : std::as_const(m_listeners))
        say(listener, frame);
}

void OddProvider::say(QWebSocket *listener, const Frame &frame)
{
    if (frame.binary.isEmpty())
        listener->sendTextMessage(frame.text);
    else
        listener->sendBinaryMessage(frame.binary);
}
