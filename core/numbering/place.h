// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/phonenumber.h"
#include "core/numbering/zone.h"

#include <QStringList>

namespace deskbell::numbering {

/// What a number is, by its digits alone.
enum class NumberKind {
    Geographic, ///< an area code of +1 with a place
    TollFree,
    Premium, ///< 900
    NonGeographic, ///< 5XX, 6YY, 700, 710: personal and carrier services
    Service, ///< a short code, 211 to 911
    Abroad, ///< another calling code
    Unknown, ///< withheld, or a code nobody assigned
};

/// Where a number may be. A hint only: numbers move with people.
struct Place {
    NumberKind kind = NumberKind::Unknown;
    QString country; ///< "US", "CA", "JM"; of the few calling codes with rules of their own also "GB", "IE", "AU"
    QStringList regions; ///< "US-FL": every state or province of the area code
    std::vector<ZonePtr> zones; ///< every zone it can mean; the four of the mainland when nothing is known
};

[[nodiscard]] Place placeOf(const PhoneNumber &number);
[[nodiscard]] NumberKind kindOf(const PhoneNumber &number);

/// States and provinces a written address names: "12 Elm St, Austin, TX 78701" gives US-TX.
[[nodiscard]] QStringList regionsInAddress(const QString &address);
void addZone(std::vector<ZonePtr> &zones, const ZonePtr &zone); ///< unless it is null or among them
/// Every zone of a state or province.
[[nodiscard]] std::vector<ZonePtr> zonesOfRegion(const QString &region);

} // namespace deskbell::numbering
