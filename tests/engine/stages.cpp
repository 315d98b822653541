// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/stages.h"

namespace deskbell::engine {

Story talking()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(1min);
    s.writes(QStringLiteral("how much is ceramic coating"));
    return s;
}

proposal::FindTime findCeramic()
{
    return {{QStringLiteral("ceramic")}, QStringLiteral("SUV or truck"), {}};
}

Story offered()
{
    Story s = talking();
    s.proposes(findCeramic(), QStringLiteral("For an SUV it's $1,150."),
        {QStringLiteral("ask_price"), QStringLiteral("book")});
    s.slotsFound({"2026-12-10T10:00", "2026-12-11T09:00"});
    return s;
}

Story bookedVisit()
{
    Story s = offered();
    s.writes(QStringLiteral("the first one"));
    s.proposes(proposal::TakeOffer{0});
    s.booked();
    return s;
}

Story gas()
{
    Story s;
    s.missed();
    s.accepts();
    s.wait(20s);
    s.writes(QStringLiteral("I smell gas in the kitchen"));
    return s;
}

int pagesOf(const Story &s)
{
    int count = 0;
    for (const PlannedOrder &order : s.orders) {
        const auto *notice = std::get_if<order::Notify>(&order.what);
        count += notice && (notice->code == QLatin1String("urgent") || notice->code == QLatin1String("page"));
    }
    return count;
}

} // namespace deskbell::engine
