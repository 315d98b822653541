// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"

#include <functional>

namespace deskbell::http {

/// Writes what goes over the wire, a line for each request and each end of one, so that a person can follow a talk
/// with the other side or send it to us. Never holds credentials, header values, message text or whole numbers:
///   > 17 POST api.example.com/v1/Messages.json?To=+1***0142 143 bytes
///   < 17 201 35 ms 812 bytes
///   < 18 may have arrived: closed without an answer
/// Lives on the client's thread. Lines carry no time: the sink adds it.
class WireLog
{
public:
    enum class Detail { Lines, Bodies };
    using Sink = std::function<void(const QString &line)>;

    WireLog(Detail detail, Sink sink)
        : m_detail(detail)
        , m_sink(std::move(sink))
    {
    }

    void leaving(quint64 id, const Request &request);
    void returned(quint64 id, const Request &request, const Reply &reply);

private:
    Detail m_detail;
    Sink m_sink;

    void writeBody(QChar direction, quint64 id, const QByteArray &contentType, const QByteArray &body);
};

} // namespace deskbell::http
