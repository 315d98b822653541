// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/link/listwalk.h"

#include <QHash>

namespace deskbell::link {

/// Reads rows that are not settled and have sunk below the part of the list that is read every time: one at a time,
/// each more and more seldom.
class Rereader : public QObject
{
    Q_OBJECT
public:
    struct Wiring {
        std::function<http::Request(const QString &sid)> request;
        std::function<void(const QByteArray &body)> take;
        std::function<void(const QString &sid)> gone; ///< the provider does not know it
    };
    Rereader(http::Client &client, Clock &clock, ListWalk::Heard heard, Wiring wiring, QObject *parent = nullptr);

    /// All rows that want reading now; those not named any more are forgotten. Asks for one of them at most.
    void consider(const QStringList &sids);

private:
    struct Watch {
        Instant dueAt;
        Duration wait{0};
    };
    void read(const QString &sid);

    http::Client &m_client;
    Clock &m_clock;
    ListWalk::Heard m_heard;
    Wiring m_wiring;
    QHash<QString, Watch> m_watched;
    bool m_busy = false;
};

} // namespace deskbell::link
