// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbering/hoursrules.h"
#include "core/numbering/place.h"

#include <QTime>
#include <optional>

namespace deskbell::numbering {

/// What is known of a person's place besides the number: from an address they gave, or set by staff. Only ever makes
/// the hours narrower.
struct PlaceHints {
    QByteArray zone;
    QStringList regions; ///< "US-FL"
};

/// The shop's own wish: only between these wall times of its zone; \c to is exclusive. Not set: at any time.
struct ShopHours {
    QByteArray zone; ///< also counts for numbers whose own zone nobody knows
    QTime from;
    QTime to;
};

/// All zones and all rules a number can mean.
class SendingHours
{
public:
    SendingHours(const PhoneNumber &number, const ShopHours &shop, const PlaceHints &hints = {});

    /// Inside under every zone and every rule. Starts are inclusive, ends exclusive.
    [[nodiscard]] bool allowedAt(Instant at) const;
    /// The first allowed instant at or after \p at; nothing within \p within.
    [[nodiscard]] std::optional<Instant> nextAllowed(Instant at, Duration within = 72h) const;

    /// For the journal: names of rules ("US", "US-TX", "shop") and zones; those that forbid \p at, or all of them when
    /// it is allowed.
    [[nodiscard]] QStringList rulesAt(Instant at) const;
    [[nodiscard]] QStringList zonesAt(Instant at) const;

    [[nodiscard]] const std::vector<ZonePtr> &zones() const { return m_zones; }
    [[nodiscard]] const std::vector<const HoursRule *> &rules() const { return m_rules; }

private:
    void addRule(QStringView name);
    void addShop(const ShopHours &shop, bool placeUnknown);
    [[nodiscard]] bool shopAllows(Instant at) const;
    [[nodiscard]] std::vector<Instant> edges(Instant from, Instant to) const;

    std::vector<ZonePtr> m_zones;
    std::vector<const HoursRule *> m_rules;
    ZonePtr m_shopZone;
    DayWindow m_shop; ///< both 0: at any time
};

} // namespace deskbell::numbering
