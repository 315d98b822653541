// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/formfields.h"
#include "app/sandbox/stamps.h"
#include "app/sandbox/works.h"

namespace deskbell::sandbox {

/// The three date parameters of one name: `StartTime`, `StartTime<`, `StartTime>` (the sign is part of the name).
/// UTC days: "on that day", "before it began", "on it or later".
struct DayFilter {
    qint64 from = 0;
    qint64 until = 0; ///< 0 = open

    [[nodiscard]] bool isSet() const { return from != 0 || until != 0; }
    [[nodiscard]] bool lets(qint64 ms) const { return ms != 0 && ms >= from && (until == 0 || ms < until); }
};

/// What a list request asks for.
struct ListQuery {
    QByteArray to;
    QByteArray from;
    QByteArray status;
    QByteArray parentSid;
    DayFilter start; ///< StartTime of calls, DateSent of messages
    DayFilter end; ///< EndTime of calls
    int pageSize = 50;
    int page = 0;
    QByteArray afterSid; ///< keyset: rows older than this one
};

/// False: `why` is the message of error 20001.
[[nodiscard]] bool readListQuery(const FormFields& fields, ListQuery& query, QByteArray& why);

/// One page, newest first. `more` says that an older row fits, too. No value: the page token names no row.
struct Page {
    std::vector<RecordIndex> rows;
    bool more = false;
};
[[nodiscard]] std::optional<Page> callsPage(const Works& works, const ListQuery& query);
[[nodiscard]] std::optional<Page> messagesPage(const Works& works, const ListQuery& query);

/// The address of the page after the one that ends with `lastSid`: relative, same filters. Empty sid = first page.
[[nodiscard]] QByteArray pageUri(
    std::string_view path, const FormFields& fields, int pageSize, int page, const QByteArray& lastSid);

} // namespace deskbell::sandbox
