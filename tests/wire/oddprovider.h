// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>
#include <vector>

class QWebSocket;

/// A provider that pushes whatever it is told to, good or bad, keeps it, and replays what a client that comes back has
/// not seen. Its lists are empty, its create-message takes everything. Understands just enough HTTP for that.
class OddProvider : public QObject
{
    Q_OBJECT
public:
    OddProvider();
    ~OddProvider() override;

    [[nodiscard]] QUrl url() const;
    /// Frames are numbered from 1 in the order of pushing; \p text or \p binary is what goes out.
    void pushText(const QString &text) { push({text, {}}); }
    void pushBinary(const QByteArray &binary) { push({{}, binary}); }
    /// The number the next frame will have.
    [[nodiscard]] int nextNumber() const { return int(m_frames.size()) + 1; }
    [[nodiscard]] bool hasListener() const { return !m_listeners.isEmpty(); }
    /// The bodies of all create-message requests, as they came.
    [[nodiscard]] const QByteArrayList &creates() const { return m_creates; }

private:
    struct Frame {
        QString text;
        QByteArray binary;
    };
    void greet(QTcpSocket *socket);
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &status, const QByteArray &json);
    void welcome();
    void push(Frame frame);
    static void say(QWebSocket *listener, const Frame &frame);

    QTcpServer m_server;
    QWebSocketServer m_handshakes{QStringLiteral("odd"), QWebSocketServer::NonSecureMode};
    QList<QWebSocket *> m_listeners;
    std::vector<Frame> m_frames;
    QByteArrayList m_creates;
};
