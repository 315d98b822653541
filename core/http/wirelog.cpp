// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/wirelog.h"

#include "core/http/masking.h"

namespace deskbell::http {

namespace {

constexpr qsizetype longestBodyShown = 4000;

QString reachWords(Reach reach)
{
    return reach == Reach::NothingLeft ? QStringLiteral("nothing left") : QStringLiteral("may have arrived");
}

} // namespace

void WireLog::leaving(quint64 id, const Request &request)
{
    m_sink(QStringLiteral("> %1 %2 %3 %4 bytes")
               .arg(QString::number(id), QString::fromLatin1(request.method), maskedAddress(request.url),
                    QString::number(request.body.size())));
    writeBody(u'>', id, request.contentType, request.body);
}

void WireLog::returned(quint64 id, const Request &, const Reply &reply)
{
    if (reply) {
        m_sink(QStringLiteral("< %1 %2 %3 ms %4 bytes")
                   .arg(QString::number(id), QString::number(reply->status), QString::number(reply->took.count()),
                        QString::number(reply->body.size())));
        writeBody(u'<', id, reply->header("Content-Type"), reply->body);
        return;
    }
    m_sink(QStringLiteral("< %1 %2: %3")
               .arg(QString::number(id), reachWords(reply.error().reach), reply.error().error.detail));
}

void WireLog::writeBody(QChar direction, quint64 id, const QByteArray &contentType, const QByteArray &body)
{
    if (m_detail != Detail::Bodies || body.isEmpty())
        return;
    m_sink(QStringLiteral("%1 %2 | %3")
               .arg(direction)
               .arg(id)
               .arg(maskedBody(contentType, body).left(longestBodyShown)));
}

} // namespace deskbell::http
