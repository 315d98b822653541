// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/domain/appointment.h"

#include <QString>
#include <vector>

namespace deskbell {

/// Where a fact about the caller comes from; the window shows it as a mark.
enum class Origin { CallersWords, AssistantsGuess, Records, Staff };

struct LeadFact {
    QString key; ///< "vehicle", "name", "address", "variant", "when", "email", "service"
    QString value;
    Origin origin = Origin::CallersWords;
    bool operator==(const LeadFact &) const = default;
};

/// Outcome of an episode (design.md §7).
enum class LeadOutcome {
    Open,
    Booked,
    Rescheduled,
    Cancelled,
    CallbackBooked,
    Answered,
    Declined,
    Escalated, ///< referred to a person
    ContactedNoReply,
    OptedOut,
    WrongNumber,
    Spam,
    ReachedByPhone,
    ManualCallback, ///< landline, withheld, undeliverable
};

/// The record every caller ends as. The conversation is attached by the thread's id.
struct Lead {
    QString source; ///< "missed call", "text"
    QString intent; ///< the first wish that was understood: "book", "ask_price", …
    LeadOutcome outcome = LeadOutcome::Open;
    QString summary; ///< at most three lines, in the shop's language
    std::vector<LeadFact> facts;
    qint64 estimateCents = 0; ///< of the wanted service's price row; 0 unknown
    Instant createdAt;
    Instant closedAt;

    [[nodiscard]] const LeadFact *fact(const QString &key) const
    {
        for (const LeadFact &one : facts) {
            if (one.key == key)
                return &one;
        }
        return nullptr;
    }
    [[nodiscard]] QString value(const QString &key) const
    {
        const LeadFact *one = fact(key);
        return one ? one->value : QString();
    }
    /// Replaces or adds; staff's word is never overwritten by another origin.
    void learn(const LeadFact &news)
    {
        for (LeadFact &one : facts) {
            if (one.key != news.key)
                continue;
            if (one.origin != Origin::Staff || news.origin == Origin::Staff)
                one = news;
            return;
        }
        facts.push_back(news);
    }
    bool operator==(const Lead &) const = default;
};

} // namespace deskbell
