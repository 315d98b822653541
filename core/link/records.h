// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/call.h"
#include "core/domain/message.h"

#include <optional>
#include <vector>

namespace deskbell::link {

// The provider's rows as read, before anything is concluded from them. Times are the provider's.

/// One leg of a call. A call that was put through has a leg of the caller and one for each phone that rang.
struct CallRecord {
    enum class Direction {
        Inbound, ///< a caller reached the shop's number
        OutboundApi, ///< started by a program or a click
        OutboundDial, ///< put through: the child of another leg
        TrunkIn, ///< from the network to the shop's own exchange: seen only when it is over
        TrunkOut,
        Unknown,
    };
    enum class Status { Queued, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled, Unknown };

    QString sid;
    QString parent; ///< empty: a root leg
    PhoneNumber from;
    PhoneNumber to;
    bool fromDevice = false; ///< a phone of the shop ("client:…", "sip:desk2@…"), not a caller
    Direction direction = Direction::Unknown;
    Status status = Status::Unknown;
    Instant startedAt; ///< start_time, else date_created; may be not set
    Instant endedAt;
    std::optional<Duration> talked; ///< duration; nothing when the provider does not say
    QString callerName;
    bool machine = false; ///< answered_by says that no person answered

    [[nodiscard]] bool isOver() const { return status >= Status::Completed && status <= Status::Canceled; }
    bool operator==(const CallRecord &) const = default;
};

struct TextRecord {
    enum class Direction {
        Inbound,
        OutboundApi,
        OutboundCall,
        OutboundReply, ///< the provider's own machinery answered
        Unknown,
    };

    QString sid;
    Direction direction = Direction::Unknown;
    PhoneNumber from; ///< withheld while a sender pool has not chosen yet
    PhoneNumber to;
    QString body;
    bool bodyHidden = false; ///< redacted by the provider
    Delivery delivery = Delivery::Accepted;
    bool settled = false; ///< its state will not change any more
    bool receiving = false; ///< inbound, not whole yet
    Instant createdAt;
    Instant sentAt;
    int errorCode = 0;
    int media = 0;

    [[nodiscard]] bool isOutbound() const
    {
        return direction >= Direction::OutboundApi && direction <= Direction::OutboundReply;
    }
    bool operator==(const TextRecord &) const = default;
};

/// A row that could not be used, told apart from its good neighbours.
struct BadRow {
    QString sid; ///< empty when not even that could be read
    QString why; ///< names the field; holds no text of callers
    bool operator==(const BadRow &) const = default;
};

template<class Row> struct Page {
    std::vector<Row> rows; ///< newest first, as the provider sorts
    std::vector<BadRow> bad;
    QString next; ///< the next page's address, verbatim; empty on the last page
    bool repaired = false; ///< bytes that are no UTF-8 were replaced
};
using CallPage = Page<CallRecord>;
using TextPage = Page<TextRecord>;

} // namespace deskbell::link
