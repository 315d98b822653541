// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskbell::sandbox {

/// What happens on the wire for one request.
enum class Ending {
    Normal, ///< answered; the connection stays when the client keeps it
    Close, ///< answered, then closed
    Drop, ///< closed with no answer
    Reset, ///< torn down with RST, no answer
    Cut, ///< the head promises the whole body, half of it comes, then closed
};

struct HttpAnswer {
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray moreHeaders = {}; ///< whole lines with CRLF
    Ending ending = Ending::Normal;
};

/// Names a request whose answer is still owed. A plain value: answering after the client has gone is harmless.
struct Ticket {
    quint64 connection = 0;
    quint64 number = 0;
};

} // namespace deskbell::sandbox
