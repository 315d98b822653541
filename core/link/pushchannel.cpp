// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/pushchannel.h"

#include "core/base/log.h"
#include "core/link/linksettings.h"
#include "core/link/pollpace.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QWebSocket>
#include <utility>

namespace deskbell::link {

PushChannel::PushChannel(Clock &clock, Wiring wiring, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_wiring(std::move(wiring))
    , m_next(clock.makeAlarm([this] { connectNow(); }))
    , m_limit(clock.makeAlarm([this] { onTimeUp(); }))
{
}

PushChannel::~PushChannel()
{
    dropSocket();
}

void PushChannel::start()
{
    connectNow();
}

void PushChannel::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater(); // this may run inside one of its signals
    m_socket = nullptr;
}

void PushChannel::connectNow()
{
    dropSocket();
    const QUrl address = m_wiring.address();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(longestFrame);
    m_socket->setMaxAllowedIncomingFrameSize(longestFrame);
    if (isLoopback(address))
        m_socket->setProxy(QNetworkProxy::NoProxy);
    if (!m_wiring.extraCertificates.isEmpty()) {
        QSslConfiguration tls = m_socket->sslConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(m_wiring.extraCertificates));
        m_socket->setSslConfiguration(tls);
    }
    connect(m_socket, &QWebSocket::connected, this, &PushChannel::onConnected);
    connect(m_socket, &QWebSocket::disconnected, this, [this] { fail(m_socket->closeReason()); });
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
        [this] { fail(m_socket->errorString()); });
    connect(m_socket, &QWebSocket::textMessageReceived, this, &PushChannel::frame);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
        [this](const QByteArray &bytes) { Q_EMIT binaryFrame(bytes.size()); });
    connect(m_socket, &QWebSocket::pong, this, &PushChannel::onPong);
    m_limit->set(m_clock.now() + handshakeWithin); // Qt itself would wait for ever
    QNetworkRequest request(address);
    request.setRawHeader("Authorization", m_wiring.authorization);
    m_socket->open(request);
}

void PushChannel::onConnected()
{
    m_open = true;
    m_openSince = m_clock.now();
    m_awaitsPong = false;
    m_limit->set(m_clock.now() + pingEvery);
    Q_EMIT opened();
}

void PushChannel::onPong()
{
    m_awaitsPong = false;
    m_limit->set(m_clock.now() + pingEvery);
    Q_EMIT alive();
}

void PushChannel::onTimeUp()
{
    if (!m_open)
        return fail(QStringLiteral("no handshake within 10 s"));
    if (m_awaitsPong)
        return fail(QStringLiteral("no answer to a ping within 10 s"));
    m_awaitsPong = true;
    m_limit->set(m_clock.now() + pongWithin);
    m_socket->ping();
}

Duration PushChannel::waitBeforeNext()
{
    if (m_openSince.isSet() && m_clock.now() - m_openSince >= steadyAfter)
        m_failures = 0;
    m_openSince = {};
    // The first time it is a hiccup; after that it may be that many desks come back at once.
    if (m_failures++ == 0)
        return firstReconnect;
    return backOff(1s, mostReconnect, m_failures - 1, m_wiring.chance());
}

void PushChannel::fail(const QString &why)
{
    if (!m_socket)
        return; // Qt tells one end as an error and as a disconnect, in either order
    const auto code = m_socket->closeCode();
    const bool refusedFrame = m_open
        && (code == QWebSocketProtocol::CloseCodeTooMuchData || code == QWebSocketProtocol::CloseCodeWrongDatatype);
    const bool wasOpen = std::exchange(m_open, false);
    dropSocket();
    m_limit->clear();
    m_next->set(m_clock.now() + waitBeforeNext());
    qCInfo(logLink).noquote() << "push:" << (wasOpen ? "lost:" : "not reached:") << why;
    if (wasOpen)
        Q_EMIT lost(why, refusedFrame);
}

} // namespace deskbell::link
