// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QUrl>
#include <functional>

class QWebSocket;

namespace deskbell::link {

/// Keeps one websocket to the provider open: time limit for the handshake, ping and pong, reconnect with back-off
/// and jitter. Knows nothing of what the frames say. Core thread.
class PushChannel : public QObject
{
    Q_OBJECT
public:
    struct Wiring {
        std::function<QUrl()> address; ///< asked before every attempt: it carries where to go on
        QByteArray authorization;
        QByteArray extraCertificates; ///< PEM
        std::function<double()> chance;
    };
    /// Limits, all Clock time but the size.
    static constexpr std::chrono::milliseconds handshakeWithin{10000};
    static constexpr std::chrono::milliseconds pingEvery{20000};
    static constexpr std::chrono::milliseconds pongWithin{10000};
    static constexpr std::chrono::milliseconds firstReconnect{200};
    static constexpr std::chrono::milliseconds mostReconnect{60000};
    static constexpr std::chrono::milliseconds steadyAfter{
        60000}; ///< a connection that stood so long forgives the failures before
    static constexpr quint64 longestFrame = 256 * 1024;

    PushChannel(Clock &clock, Wiring wiring, QObject *parent = nullptr);
    ~PushChannel() override;

    void start();
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();
    /// \p refusedFrame: the connection ended because of a frame that was too long or no text, which will come again.
    void lost(const QString &why, bool refusedFrame);
    void frame(const QString &text);
    void binaryFrame(qsizetype bytes);
    void alive(); ///< a pong

private:
    void connectNow();
    void onConnected();
    void onPong();
    void onTimeUp();
    void fail(const QString &why);
    void dropSocket();
    [[nodiscard]] Duration waitBeforeNext();

    Clock &m_clock;
    Wiring m_wiring;
    std::unique_ptr<Alarm> m_next; ///< the next attempt
    std::unique_ptr<Alarm> m_limit; ///< handshake, ping or pong, whichever is due
    QWebSocket *m_socket = nullptr; ///< a new one each time: Qt's keeps the last connection's close code
    Instant m_openSince;
    int m_failures = 0;
    bool m_open = false;
    bool m_awaitsPong = false;
};

} // namespace deskbell::link
