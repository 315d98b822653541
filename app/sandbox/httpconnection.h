// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/httpsite.h"

#include <QObject>
#include <QTcpSocket>
#include <deque>

namespace deskbell::sandbox {

/// One client. Pipelined requests are answered in their order, however late an answer comes. While more than
/// 256 answers are owed or 4 MiB wait to be read by the client, no further request is taken.
class HttpConnection : public QObject {
    Q_OBJECT
public:
    /// Takes the socket.
    HttpConnection(HttpSite& site, quint64 id, QTcpSocket* socket);
    ~HttpConnection() override;

    void settle(quint64 number, HttpAnswer answer);

Q_SIGNALS:
    void gone(); ///< closed, or handed over to the websocket side: to be deleted

private:
    struct Slot {
        HttpAnswer answer;
        bool ready = false;
        bool keepAlive = true;
    };

    void onReadyRead();
    bool stillAtTheDoor();
    void consume();
    bool takeOne();
    void waitForBody(const HttpRequest& head);
    void refuse(int status, const char* why);
    void writeReady();
    void write(const Slot& slot);
    void writeHead(const Slot& slot);
    void flush();
    void leave(Ending ending);
    [[nodiscard]] bool isFull() const;

    HttpSite& m_site;
    const quint64 m_id;
    QTcpSocket* m_socket;
    QByteArray m_in;
    qsizetype m_taken = 0; ///< bytes of m_in that are requests already handled
    QByteArray m_out;
    std::deque<Slot> m_slots;
    quint64 m_firstSlot = 0;
    bool m_fresh = true; ///< nothing read yet: the socket can still become a websocket
    bool m_continued = false;
    bool m_ended = false;
    bool m_consuming = false;
};

} // namespace deskbell::sandbox
