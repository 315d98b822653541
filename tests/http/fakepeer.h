// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrl>
#include <functional>

/// The other side on a real socket: reads requests by its own means, counts them, and does with the connection
/// what the test says.
class FakePeer : public QTcpServer
{
    Q_OBJECT
public:
    enum class Wire { Plain, Tls, TlsNeverAnswered };
    using Script = std::function<void(QTcpSocket &socket, const QByteArray &request)>;

    explicit FakePeer(Script script, Wire wire = Wire::Plain);

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] static QByteArray certificate(); // PEM

    QList<QByteArray> arrived; ///< whole requests in order of arrival
    qint64 bytesSeen = 0; ///< after decryption
    int connections = 0; ///< ever
    int open = 0; ///< now
    int handshakeDelayMs = 0; ///< after the connection is there

    [[nodiscard]] int arrivals(const QByteArray &firstWords) const;

    static void answer(QTcpSocket &socket, const QByteArray &statusLine, const QByteArray &body,
                       const QByteArray &moreHeaders = {});
    static void closeOrderly(QTcpSocket &socket); // FIN
    static void reset(QTcpSocket &socket); // RST

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Script m_script;
    Wire m_wire;

    void read(QTcpSocket &socket, QByteArray &pending);
    void startTls(QSslSocket &socket);
    void adopt(qintptr descriptor);
};
