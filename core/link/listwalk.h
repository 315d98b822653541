// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "core/link/twiliowriter.h"

#include <QSet>

namespace deskbell::link {

/// Why a list could not be read to its end.
struct WalkTrouble {
    Error error; ///< Refused 401/403, Missing 404/405/501, Timeout, Offline, Malformed; others Refused with the status
    int status = 0;
    std::optional<Duration> retryAfter;
    [[nodiscard]] bool isTooMany() const { return status == 429; }
    [[nodiscard]] bool isSignIn() const { return status == 401 || status == 403; }
};

/// Reads one list of the provider page by page, following its own "next" addresses to the letter, never to another
/// host, never in a circle, never more than 500 pages. One walk at a time.
class ListWalk : public QObject
{
    Q_OBJECT
public:
    /// Takes a page's bytes; answers the next page's address, empty when it has seen enough.
    using ReadPage = std::function<Result<QString>(const QByteArray &body)>;
    using Done = std::function<void(tl::expected<void, WalkTrouble>)>;
    /// Called with every answer, before its page is read.
    using Heard = std::function<void(const http::Response &)>;

    ListWalk(http::Client &client, const TwilioWriter &writer, Heard heard, QObject *parent = nullptr);

    /// \p done is called once, never inside start().
    void start(http::Request first, ReadPage read, Done done);
    [[nodiscard]] bool isRunning() const { return bool(m_done); }

private:
    void send(http::Request request);
    void take(const http::Reply &reply);
    void follow(const QString &next);
    void end(tl::expected<void, WalkTrouble> how);

    http::Client &m_client;
    const TwilioWriter &m_writer;
    Heard m_heard;
    ReadPage m_read;
    Done m_done;
    QSet<QString> m_visited;
};

/// The trouble of an answer that is not 200.
[[nodiscard]] WalkTrouble troubleOf(const http::Response &response);
[[nodiscard]] WalkTrouble troubleOf(const http::Trouble &trouble);

} // namespace deskbell::link
