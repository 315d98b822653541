// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/rereader.h"

#include <QSet>

namespace deskbell::link {
namespace {

constexpr Duration firstWait = 30s;
constexpr Duration mostWait = 1h;

} // namespace

Rereader::Rereader(http::Client &client, Clock &clock, ListWalk::Heard heard, Wiring wiring, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_heard(std::move(heard))
    , m_wiring(std::move(wiring))
{
}

void Rereader::consider(const QStringList &sids)
{
    const QSet<QString> wanted(sids.begin(), sids.end());
    m_watched.removeIf([&](const auto &entry) { return !wanted.contains(entry.key()); });
    QString due;
    for (const QString &sid : wanted) {
        Watch &watch = m_watched[sid];
        if (!watch.dueAt.isSet())
            watch = {m_clock.now() + firstWait, firstWait};
        if (watch.dueAt <= m_clock.now() && (due.isEmpty() || watch.dueAt < m_watched.value(due).dueAt))
            due = sid;
    }
    if (!due.isEmpty() && !m_busy)
        read(due);
}

void Rereader::read(const QString &sid)
{
    m_busy = true;
    Watch &watch = m_watched[sid];
    watch.wait = std::min(mostWait, watch.wait * 2);
    watch.dueAt = m_clock.now() + watch.wait;
    m_client.send(m_wiring.request(sid), this, [this, sid](const http::Reply &reply) {
        m_busy = false;
        if (!reply)
            return; // the lists tell that the link is down
        m_heard(*reply);
        if (reply->status == 200)
            m_wiring.take(reply->body);
        else if (reply->status == 404)
            m_wiring.gone(sid);
    });
}

} // namespace deskbell::link
