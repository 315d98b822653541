// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakepeer.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>
#include <memory>
#include <sys/socket.h>

namespace {

QByteArray testFile(const QString &name)
{
    QFile file(QStringLiteral(DESKBELL_TEST_DATA "/http/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

// Size of the first whole request in \p bytes, 0 when it is not there yet.
qsizetype wholeRequest(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    static const QRegularExpression length(QStringLiteral("\r\ncontent-length: *([0-9]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto found = length.match(QString::fromLatin1(bytes.first(head)));
    const qsizetype whole = head + 4 + found.captured(1).toLongLong();
    return bytes.size() >= whole ? whole : 0;
}

} // namespace

FakePeer::FakePeer(Script script, Wire wire)
    : m_script(std::move(script))
    , m_wire(wire)
{
    setListenBacklogSize(500);
    if (!listen(QHostAddress::AnyIPv4))
        qFatal("cannot listen: %s", qPrintable(errorString()));
}

QUrl FakePeer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_wire == Wire::Plain ? QStringLiteral("http") : QStringLiteral("https"))
                    .arg(serverPort())
                    .arg(path));
}

QByteArray FakePeer::certificate() { return testFile(QStringLiteral("loopback-test-only.crt")); }

int FakePeer::arrivals(const QByteArray &firstWords) const
{
    return int(std::count_if(arrived.begin(), arrived.end(),
                             [&](const QByteArray &request) { return request.startsWith(firstWords); }));
}

void FakePeer::incomingConnection(qintptr descriptor)
{
    ++connections;
    ++open;
    QTimer::singleShot(handshakeDelayMs, this, [=, this] { adopt(descriptor); });
}

void FakePeer::adopt(qintptr descriptor)
{
    auto *socket = m_wire == Wire::Plain ? new QTcpSocket(this) : new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    auto pending = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [=, this] { read(*socket, *pending); });
    connect(socket, &QTcpSocket::disconnected, this, [=, this] {
        --open;
        socket->deleteLater();
    });
    if (m_wire == Wire::Tls)
        startTls(*qobject_cast<QSslSocket *>(socket));
}

void FakePeer::startTls(QSslSocket &socket)
{
    socket.setLocalCertificate(QSslCertificate(certificate()));
    socket.setPrivateKey(QSslKey(testFile(QStringLiteral("loopback-test-only.key")), QSsl::Ec));
    socket.startServerEncryption();
}

void FakePeer::read(QTcpSocket &socket, QByteArray &pending)
{
    if (m_wire == Wire::TlsNeverAnswered)
        return;
    const QByteArray bytes = socket.readAll();
    bytesSeen += bytes.size();
    pending += bytes;
    while (const qsizetype size = wholeRequest(pending)) {
        const QByteArray request = pending.first(size);
        pending.remove(0, size);
        arrived << request;
        m_script(socket, request);
    }
}

void FakePeer::answer(QTcpSocket &socket, const QByteArray &statusLine, const QByteArray &body,
                      const QByteArray &moreHeaders)
{
    socket.write("HTTP/1.1 " + statusLine + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
                 + moreHeaders + "\r\n" + body);
}

void FakePeer::closeOrderly(QTcpSocket &socket) { socket.disconnectFromHost(); }

void FakePeer::reset(QTcpSocket &socket)
{
    const linger none {1, 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}
