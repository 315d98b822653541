// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>
#include <functional>
#include <optional>

namespace deskbell::http {

struct Header {
    QByteArray name;
    QByteArray value;
};

/// A secret together with the only host it may be shown to. A request to any other host is refused before anything
/// leaves, so a "next page" address made up by somebody cannot carry the secret away. Over plain http it goes to this
/// machine only (loopback).
struct Credential {
    QString host;
    QByteArray authorization; ///< the whole header value, e.g. from basicCredential() or bearerCredential()
};

[[nodiscard]] Credential basicCredential(const QString &host, const QByteArray &user, const QByteArray &password);
[[nodiscard]] Credential bearerCredential(const QString &host, const QByteArray &token);

/// Bytes to send and the limits they are sent under. All durations are real network time, not Clock time.
struct Request {
    QByteArray method = "GET"; ///< any verb
    QUrl url; ///< http or https; user information in it is refused
    QList<Header> headers; ///< not Authorization, Content-Type, Content-Length, Transfer-Encoding: refused
    std::optional<Credential> credential;
    QByteArray contentType;
    QByteArray body;
    /// Total, from send() to the last byte of the answer, time spent waiting for a free connection included.
    Duration deadline = 20s;
    Duration connectWithin = 5s; ///< name, connection and TLS
    /// Silence for so long ends the request; 0 = only the total counts. Whole seconds are enough.
    Duration idle = 0s;
    /// The first byte leaves within so long after send() or not at all; 0 = no such limit. Time asleep counts, so a
    /// laptop closed between the decision and the connection does not send yesterday's decision.
    Duration leaveWithin = 0s;
    /// Must not arrive twice: never sent again by itself, whatever happens to the connection. Without it a request
    /// may be repeated once on a fresh connection when a kept one turned out to be dead.
    bool once = false;
    qint64 maxBody = 1 << 20; ///< bytes of answer accepted; more is a Trouble of kind Malformed
};

/// A complete answer of the other side, whatever its status: 3xx is handed back, never followed; a page of HTML is
/// handed back as its bytes.
struct Response {
    int status = 0;
    QByteArray body;
    QByteArray headerBlock; ///< raw lines of the final answer
    Duration took = 0ms;

    /// First header of that name, any case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// The other side's own clock (header Date); not set when absent or unreadable.
    [[nodiscard]] Instant date() const;
    /// Retry-After in seconds or as a date measured against date(); nothing when absent or unreadable.
    [[nodiscard]] std::optional<Duration> retryAfter() const;
};

/// How far a request without a complete answer got. This and nothing else decides whether it may be sent again.
enum class Reach {
    NothingLeft, ///< not one byte of the request left: name not found, refused, TLS failed, our own refusal
    MayHaveArrived, ///< anything later: closed, reset, timed out, cut, too long, not HTTP
};

struct Trouble {
    Error error; ///< Offline: no connection, Timeout, Refused: TLS, Malformed: answer, Unusable: the request itself
    Reach reach = Reach::NothingLeft;
    int status = 0; ///< of a cut or too long answer, else 0
    QByteArray body; ///< what came of it
};

using Reply = tl::expected<Response, Trouble>;
using Callback = std::function<void(Reply)>;

/// Sends requests. Lives on one thread; send() is called there and callbacks run there, never inside send().
class Client : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// \p done is called exactly once, unless \p context is destroyed first: then it is never called and the request
    /// is dropped, or broken off if it is under way. \p context lives on this thread and must not be null.
    /// Destroying the client calls what is still open with a Trouble, so an owner that is also the context has to
    /// destroy the client before whatever its callbacks touch. Any number may be open: what does not fit
    /// into the connections waits its turn, oldest first.
    virtual void send(Request request, QObject *context, Callback done) = 0;
};

} // namespace deskbell::http
