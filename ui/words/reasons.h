// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/profile.h"
#include "core/engine/facts.h"
#include "core/engine/rows.h"

namespace deskbell::ui {

// Short words for the engine's values. Nothing here ends with a full stop.

[[nodiscard]] QString word(engine::Section section); ///< "Needs a person"
[[nodiscard]] QString word(engine::Reason reason); ///< "asked for a person"; empty for None
[[nodiscard]] QString pillWord(engine::Reason reason); ///< "Asked for a call": on a coloured pill
/// Reason word of the engine ("late", "withheld") as it stands in lines; an unknown one stays readable.
[[nodiscard]] QString reasonOfCode(const QString &code);
/// "short_ring:2" becomes "rang only briefly +2".
[[nodiscard]] QString spamSign(const QString &point);
[[nodiscard]] QString word(ContactTag tag);
[[nodiscard]] QString contactTagOfCode(const QString &code);
[[nodiscard]] QString escalationKind(const QString &kind); ///< "human" → "asked for a person"
[[nodiscard]] QString word(LeadOutcome outcome); ///< "Booked"; empty for Open
[[nodiscard]] QString word(engine::fact::CallbackResult result); ///< "Spoke, booked"
[[nodiscard]] QString callbackResultOfCode(const QString &code);
[[nodiscard]] QString word(Delivery delivery); ///< "delivered"
/// Why the provider did not deliver, in one plain sentence.
[[nodiscard]] QString failureSentence(int errorCode);
[[nodiscard]] QString factLabel(const QString &key); ///< "vehicle" → "Vehicle"

/// Number as shown, "Withheld number" when there is none.
[[nodiscard]] QString numberOf(const PhoneNumber &number);
/// Name, else number, else "Withheld number".
[[nodiscard]] QString callerName(const QString &name, const PhoneNumber &number);
[[nodiscard]] QString firstName(const QString &name, const PhoneNumber &number);
[[nodiscard]] QString serviceName(const ServiceId &service, const Profile &profile);
[[nodiscard]] QString money(qint64 cents, const QString &currency); ///< "$1,240", "$45.50"

} // namespace deskbell::ui
