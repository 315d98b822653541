// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/onewindow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace deskbell::app {
namespace {
constexpr int patience = 500; // a window that does not answer in this time is not there
}

OneWindow::OneWindow(const QString &folder, QObject *parent)
    : QObject(parent)
{
    const QByteArray where = QDir(folder).absolutePath().toUtf8();
    m_name = QStringLiteral("deskbell-") % QString::fromLatin1(QCryptographicHash::hash(where, QCryptographicHash::Sha1).toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->deleteLater();
            Q_EMIT raiseWanted();
        }
    });
}

bool OneWindow::raiseOther()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(patience);
}

void OneWindow::listen()
{
    // What a crashed window left behind would only be in the way.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace deskbell::app
