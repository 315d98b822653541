// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/httpconnection.h"

#include "app/sandbox/stamps.h"

#include <sys/socket.h>

namespace deskbell::sandbox {
namespace {

constexpr std::size_t maxOwed = 256;
constexpr qint64 maxUnread = 4 * 1024 * 1024;
constexpr qsizetype ownWriteFrom = 64 * 1024; ///< larger bodies are not copied behind their head

const char *reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Answer";
    }
}

/// With linger 0 closing sends RST, so the other side sees a torn connection and not an orderly end.
void tearDown(QTcpSocket &socket)
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace

HttpConnection::HttpConnection(HttpSite &site, quint64 id, QTcpSocket *socket)
    : m_site(site)
    , m_id(id)
    , m_socket(socket)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::gone);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_taken < m_in.size() && !m_consuming)
            consume();
    });
}

HttpConnection::~HttpConnection()
{
    m_site.inFlight -= static_cast<int>(m_slots.size());
    m_socket->disconnect(this);
}

void HttpConnection::settle(quint64 number, HttpAnswer answer)
{
    if (number < m_firstSlot || number - m_firstSlot >= m_slots.size() || m_ended)
        return;
    Slot &slot = m_slots[number - m_firstSlot];
    slot.answer = std::move(answer);
    slot.ready = true;
    if (m_consuming)
        return; // consume() writes once for all it took
    writeReady();
    flush();
    if (m_taken < m_in.size())
        consume();
}

void HttpConnection::onReadyRead()
{
    if (m_ended || (m_fresh && stillAtTheDoor()))
        return;
    const qint64 waiting = m_socket->bytesAvailable();
    const qsizetype had = m_in.size();
    m_in.resize(had + waiting);
    m_in.resize(had + qMax<qint64>(0, m_socket->read(m_in.data() + had, waiting)));
    if (!m_consuming)
        consume();
}

/// The first request decides. As long as it may be an upgrade its bytes are only peeked at, because the websocket
/// side reads the handshake from the socket itself.
bool HttpConnection::stillAtTheDoor()
{
    const QByteArray bytes = m_socket->peek(maxHead);
    HttpRequest request;
    std::size_t used = 0;
    const ReadResult result = readRequest({bytes.data(), std::size_t(bytes.size())}, request, used);
    if (result == ReadResult::More && !bytes.contains("\r\n\r\n"))
        return true;
    m_fresh = false;
    if (result != ReadResult::Done || !request.wantsUpgrade)
        return false;
    if (auto refusal = m_site.gate(request)) {
        m_slots.push_back({std::move(*refusal), true, false});
        ++m_site.inFlight;
        writeReady();
        flush();
        return true;
    }
    m_ended = true;
    m_socket->disconnect(this);
    m_site.adopt(m_socket, request);
    m_socket = new QTcpSocket(this);
    Q_EMIT gone();
    return true;
}

bool HttpConnection::isFull() const
{
    return m_slots.size() >= maxOwed || m_socket->bytesToWrite() > maxUnread;
}

void HttpConnection::consume()
{
    m_consuming = true;
    while (!m_ended && !isFull() && takeOne())
        writeReady();
    m_consuming = false;
    if (m_taken == m_in.size()) {
        m_in.resize(0);
        m_taken = 0;
    } else if (m_taken > 64 * 1024) {
        m_in.remove(0, m_taken);
        m_taken = 0;
    }
    flush();
}

bool HttpConnection::takeOne()
{
    const std::string_view rest(m_in.constData() + m_taken, std::size_t(m_in.size() - m_taken));
    if (rest.empty())
        return false;
    HttpRequest request;
    std::size_t used = 0;
    switch (readRequest(rest, request, used)) {
    case ReadResult::Done: break;
    case ReadResult::More: waitForBody(request); return false;
    case ReadResult::Bad: refuse(400, "This is not HTTP/1.1 as spoken here."); return false;
    case ReadResult::TooLarge: refuse(413, "A head may have 16 KiB and a body 1 MiB."); return false;
    }
    m_taken += qsizetype(used);
    m_continued = false;
    m_slots.push_back({{}, false, request.keepAlive});
    ++m_site.inFlight;
    m_site.handle(request, {m_id, m_firstSlot + m_slots.size() - 1});
    return true;
}

void HttpConnection::waitForBody(const HttpRequest &head)
{
    if (!head.expectsContinue || m_continued)
        return;
    m_continued = true;
    m_out += "HTTP/1.1 100 Continue\r\n\r\n";
}

void HttpConnection::refuse(int status, const char *why)
{
    m_in.clear();
    m_taken = 0;
    HttpAnswer answer{status, QByteArray("{\"message\":\"") + why + "\"}"};
    answer.ending = Ending::Close;
    m_slots.push_back({std::move(answer), true, false});
    ++m_site.inFlight;
    writeReady();
}

void HttpConnection::writeReady()
{
    while (!m_slots.empty() && m_slots.front().ready && !m_ended) {
        write(m_slots.front());
        --m_site.inFlight;
        m_slots.pop_front();
        ++m_firstSlot;
    }
}

void HttpConnection::write(const Slot &slot)
{
    const HttpAnswer &answer = slot.answer;
    if (answer.ending == Ending::Drop || answer.ending == Ending::Reset) {
        leave(answer.ending);
        return;
    }
    writeHead(slot);
    if (answer.ending == Ending::Cut) {
        m_out += answer.body.left(answer.body.size() / 2);
    } else if (answer.body.size() < ownWriteFrom) {
        m_out += answer.body;
    } else {
        flush();
        m_socket->write(answer.body);
    }
    if (answer.ending != Ending::Normal || !slot.keepAlive)
        leave(Ending::Close);
}

void HttpConnection::writeHead(const Slot &slot)
{
    const HttpAnswer &answer = slot.answer;
    m_out += "HTTP/1.1 ";
    appendNumber(m_out, answer.status);
    m_out += ' ';
    m_out += reason(answer.status);
    m_out += "\r\nDate: ";
    appendHttpDate(m_out, m_site.clockMs());
    m_out += "\r\nContent-Type: ";
    m_out += answer.contentType;
    m_out += "\r\nContent-Length: ";
    appendNumber(m_out, answer.body.size());
    m_out += "\r\nTwilio-Concurrent-Requests: ";
    appendNumber(m_out, m_site.inFlight);
    m_out += "\r\n";
    m_out += answer.moreHeaders;
    m_out += slot.keepAlive && answer.ending == Ending::Normal ? "\r\n" : "Connection: close\r\n\r\n";
}

void HttpConnection::flush()
{
    if (m_out.isEmpty() || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_socket->write(m_out);
    m_out.resize(0);
    m_socket->flush();
}

void HttpConnection::leave(Ending ending)
{
    flush();
    m_ended = true;
    if (ending == Ending::Reset)
        tearDown(*m_socket);
    else
        m_socket->disconnectFromHost();
}

} // namespace deskbell::sandbox
