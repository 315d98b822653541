// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/contact.h"
#include "core/language/intents.h"
#include "core/language/mentions.h"
#include "core/language/timewish.h"
#include "core/language/urgency.h"
#include "core/language/vehicles.h"

namespace deskbell::language {

/// What one text, or several that arrived together, means. Names and numbers are as the caller typed them.
struct Understanding {
    Tokens tokens;
    /// words of findIntents(), and urgent, opt_out, job_status, supplier, job_seeker; never empty: "other" when nothing was found
    QStringList intents;
    std::vector<TimeWish> times;
    std::vector<ServiceMention> services; ///< best first
    QStringList notOffered;
    const Faq *faq = nullptr; ///< into the profile
    std::optional<Vehicle> vehicle;
    bool otherCraft = false; ///< a boat, an RV, a motorcycle: no row of a price list for cars is about it
    std::optional<Urgency> urgency;
    QString name;
    QString address;
    QString town;
    Contact contact;
    std::vector<Count> counts;
    bool optOut = false;
    bool spam = false; ///< somebody who sells to the shop or baits it
    int shift = 0; ///< "can you do earlier": -1, "something later": +1
    std::optional<int> choice; ///< "the second one": 0 is the first, -1 the last

    [[nodiscard]] bool has(const char *intent) const { return intents.contains(QString::fromLatin1(intent)); }
    [[nodiscard]] std::optional<TimeWish> wish() const { return wishedTime(times, has("reschedule")); }
};

/// Pure; any thread. Less than a millisecond for a text. \p profile outlives the answer.
[[nodiscard]] Understanding understand(const QString &text, const Profile &profile, Instant now);

} // namespace deskbell::language
