// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace deskbell::contract {

/// One exchange as the referee saw it.
struct Exchange {
    QString request; ///< `GET /path`
    int status = 0;
    bool refused = false; ///< the request broke the description and did not reach the company
    QStringList violations; ///< without the known noise
};

/// A proxy (referee.mjs) between a client and the phone company, both in the test's process or anywhere: it holds
/// requests and answers against a published API description. Not seen by it: error bodies, inequality filters,
/// phone numbers, websockets, timing.
class Referee
{
public:
    /// Why it cannot run here, in plain words; empty when it can. Installs the referee into the build folder (npm, once).
    [[nodiscard]] static QString whyNot(const QString &spec);

    /// Runs the event loop until it listens.
    Referee(const QString &spec, const QUrl &upstream);
    ~Referee();

    [[nodiscard]] QUrl url() const { return m_url; }
    /// All exchanges so far. Reported before the client has its answer, so nothing is missing that was answered.
    [[nodiscard]] const QList<Exchange> &exchanges();
    /// `GET /path: what is wrong`
    [[nodiscard]] QStringList violations();
    void forget() { m_exchanges.clear(); }

private:
    void readLines();

    QProcess m_process;
    QUrl m_url;
    QByteArray m_bytes;
    QList<Exchange> m_exchanges;
};

} // namespace deskbell::contract
