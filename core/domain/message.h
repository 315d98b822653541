// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/domain/phonenumber.h"

namespace deskbell {

using ProviderId = Id<struct ProviderTag>; ///< the provider's id of one text ("SM…"), opaque

/// Where a text of ours stands. The order is the order in time: a state only moves forward.
enum class Delivery { Planned, Sending, Unclear, Accepted, Sent, Delivered, Read, Failed, Cancelled };

/// A text as the provider shows it.
struct ProviderText {
    ProviderId id;
    PhoneNumber from;
    PhoneNumber to;
    QString body;
    Instant at; ///< date_sent, else date_created, by the provider's clock
    bool inbound = false;
    Delivery delivery = Delivery::Accepted;
    int errorCode = 0; ///< the provider's; 0 is none
    int media = 0; ///< attached pictures; not fetched
    bool operator==(const ProviderText &) const = default;
};

/// What an outgoing text is for. Decides expiry, caps and priority.
enum class TextKind { FirstText, Reply, FollowUp, Reminder, OptOutConfirmation, Help, Staff };

} // namespace deskbell
