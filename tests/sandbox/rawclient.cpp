// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace deskbell::sandbox {
namespace {

constexpr int longestMs = 10'000;

template <class Done> void runUntil(QTcpSocket& socket, Done done)
{
    const QDeadlineTimer deadline(longestMs);
    while (!done() && !deadline.hasExpired()) {
        QEventLoop loop;
        QTimer::singleShot(deadline.remainingTime(), &loop, &QEventLoop::quit);
        QObject::connect(&socket, &QTcpSocket::readyRead, &loop, &QEventLoop::quit);
        QObject::connect(&socket, &QTcpSocket::stateChanged, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

} // namespace

RawClient::RawClient(const PhoneCompany& company)
    : m_port(company.port())
    , m_account(company.accountSid().toUtf8())
{
    open();
}

void RawClient::open()
{
    m_bytes.clear();
    m_socket.abort();
    m_socket.connectToHost(QHostAddress::LocalHost, m_port);
    m_socket.waitForConnected(longestMs);
}

void RawClient::send(const QByteArray& bytes)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        open();
    m_socket.write(bytes);
    m_socket.flush();
}

RawAnswer RawClient::receive()
{
    RawAnswer answer;
    runUntil(m_socket, [&] {
        m_bytes += m_socket.readAll();
        return readNext(answer) || m_socket.state() == QAbstractSocket::UnconnectedState;
    });
    return answer;
}

bool RawClient::readNext(RawAnswer& answer)
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArrayList lines = m_bytes.left(end).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    const qsizetype size = answer.headers.value("content-length").toLongLong();
    answer.body = m_bytes.mid(end + 4, size);
    answer.whole = answer.body.size() == size;
    if (!answer.whole)
        return false;
    answer.json = QJsonDocument::fromJson(answer.body).object();
    m_bytes.remove(0, end + 4 + size);
    return true;
}

QByteArray RawClient::head(const QByteArray& method, const QByteArray& target) const
{
    QByteArray head = method;
    head.append(' ').append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (!authorization.isEmpty())
        head.append("Authorization: ").append(authorization).append("\r\n");
    return head;
}

RawAnswer RawClient::get(const QByteArray& target)
{
    send(head("GET", target).append("\r\n"));
    return receive();
}

RawAnswer RawClient::post(const QByteArray& target, const QByteArray& body, const QByteArray& type)
{
    QByteArray request = head("POST", target);
    request.append("Content-Type: ").append(type).append("\r\nContent-Length: ");
    request.append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
    send(request);
    return receive();
}

RawAnswer RawClient::create(const QByteArray& to, const QByteArray& body, const QByteArray& from)
{
    QByteArray form = "To=";
    form.append(to.toPercentEncoding()).append("&From=").append(from.toPercentEncoding());
    form.append("&Body=").append(body.toPercentEncoding());
    return post(QByteArray("/2010-04-01/Accounts/").append(m_account).append("/Messages.json"), form);
}

RawAnswer RawClient::list(const QByteArray& name, const QByteArray& query)
{
    QByteArray target = "/2010-04-01/Accounts/";
    target.append(m_account).append('/').append(name).append(".json");
    if (!query.isEmpty())
        target.append('?').append(query);
    return get(target);
}

std::unique_ptr<PhoneCompany> quickCompany(Settings settings)
{
    settings.speed = 1000;
    auto company = std::make_unique<PhoneCompany>(std::move(settings));
    QString why;
    if (!company->listen(&why))
        qFatal("%s", qPrintable(why));
    return company;
}

} // namespace deskbell::sandbox
