// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/listwalk.h"

#include "core/base/crashpoint.h"
#include "core/link/twilioreader.h"

#include <utility>

namespace deskbell::link {
namespace {

constexpr qsizetype mostPages = 500;

WalkTrouble malformed(const QString &why)
{
    return {{ErrorKind::Malformed, why}, 200, {}};
}

ErrorKind kindOf(int status)
{
    return status == 404 || status == 405 || status == 501 ? ErrorKind::Missing : ErrorKind::Refused;
}

} // namespace

WalkTrouble troubleOf(const http::Response &response)
{
    const auto error = readError(response.body);
    QString words = QStringLiteral("answered %1").arg(response.status);
    if (error)
        words += QStringLiteral(", %1: %2").arg(error->code).arg(error->words);
    return {{kindOf(response.status), words}, response.status, response.retryAfter()};
}

WalkTrouble troubleOf(const http::Trouble &trouble)
{
    return {trouble.error, trouble.status, {}};
}

ListWalk::ListWalk(http::Client &client, const TwilioWriter &writer, Heard heard, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_writer(writer)
    , m_heard(std::move(heard))
{
}

void ListWalk::start(http::Request first, ReadPage read, Done done)
{
    m_read = std::move(read);
    m_done = std::move(done);
    m_visited.clear();
    send(std::move(first));
}

void ListWalk::send(http::Request request)
{
    m_client.send(std::move(request), this, [this](const http::Reply &reply) { take(reply); });
}

void ListWalk::take(const http::Reply &reply)
{
    if (!reply)
        return end(tl::make_unexpected(troubleOf(reply.error())));
    m_heard(*reply);
    if (reply->status != 200)
        return end(tl::make_unexpected(troubleOf(*reply)));
    const Result<QString> next = m_read(reply->body);
    if (!next)
        return end(tl::make_unexpected(malformed(next.error().detail)));
    if (next->isEmpty())
        return end({});
    follow(*next);
}

void ListWalk::follow(const QString &next)
{
    if (m_visited.contains(next))
        return end(tl::make_unexpected(malformed(QStringLiteral("the pages lead in a circle"))));
    m_visited.insert(next);
    if (m_visited.size() >= mostPages)
        return end(tl::make_unexpected(malformed(QStringLiteral("the pages do not end"))));
    auto request = m_writer.page(next);
    if (!request)
        return end(tl::make_unexpected(malformed(request.error().detail)));
    crashPoint("list.page2");
    send(std::move(*request));
}

void ListWalk::end(tl::expected<void, WalkTrouble> how)
{
    const Done done = std::exchange(m_done, nullptr); // it may start the next walk
    done(std::move(how));
}

} // namespace deskbell::link
