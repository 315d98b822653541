// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/slotchoice.h"

#include "core/domain/openinghours.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace deskbell::calendar {
namespace {

// All costs are in minutes of inconvenience, so that they can be added.
constexpr int minutesOfDay = 24 * 60;
constexpr int costOfLaterDay = 60;
constexpr int costOfSameDay = 150;
constexpr int costOfSamePart = 100;
constexpr int costOfSameDayAndPart = 600;
constexpr int narrowWindow = 150;
constexpr int comfortableGap = 240; // two offers of one day closer than this are hardly a choice

struct Candidate {
    Slot slot;
    QDate day;
    int minute = 0; ///< of the day, wall time
    int dayRank = 0;
};

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

int partOf(int minute)
{
    return minute < 12 * 60 ? 0 : minute < 17 * 60 ? 1 : 2;
}

/// The time of a part of the day that suits most people.
int favoured(int part)
{
    constexpr int favourites[] = {10 * 60, 14 * 60, 17 * 60};
    return favourites[part];
}

std::vector<Candidate> candidates(const std::vector<Slot> &free, const QTimeZone &zone)
{
    std::vector<Candidate> list;
    list.reserve(free.size());
    for (const Slot &slot : free) {
        const QDateTime wall = toWall(slot.start, zone);
        list.push_back({slot, wall.date(), minuteOf(wall.time()), 0});
    }
    return list;
}

void rankDays(std::vector<Candidate> &list)
{
    std::set<QDate> days;
    for (const Candidate &one : list)
        days.insert(one.day);
    for (Candidate &one : list)
        one.dayRank = static_cast<int>(std::distance(days.begin(), days.find(one.day)));
}

bool insideDays(const Candidate &one, const engine::Wish &wish)
{
    return (!wish.from.isValid() || one.day >= wish.from) && (!wish.to.isValid() || one.day <= wish.to);
}

bool insideTimes(const Candidate &one, const engine::Wish &wish)
{
    if (wish.exact.isValid() && one.minute != minuteOf(wish.exact))
        return false;
    return (!wish.notBefore.isValid() || one.minute >= minuteOf(wish.notBefore))
        && (!wish.notAfter.isValid() || one.minute < minuteOf(wish.notAfter));
}

int daysOutside(const Candidate &one, const engine::Wish &wish)
{
    if (wish.from.isValid() && one.day < wish.from)
        return static_cast<int>(one.day.daysTo(wish.from));
    if (wish.to.isValid() && one.day > wish.to)
        return static_cast<int>(wish.to.daysTo(one.day));
    return 0;
}

int fit(const Candidate &one, const engine::Wish &wish)
{
    if (wish.exact.isValid())
        return std::abs(one.minute - minuteOf(wish.exact));
    if (wish.notBefore.isValid() && !wish.notAfter.isValid())
        return one.minute - minuteOf(wish.notBefore); // "after 1" means soon after 1
    if (wish.notBefore.isValid() && wish.notAfter.isValid()) {
        const int length = minuteOf(wish.notAfter) - minuteOf(wish.notBefore);
        if (length <= narrowWindow) // "around noon"
            return std::abs(one.minute - minuteOf(wish.notBefore) - length / 2);
    }
    return std::abs(one.minute - favoured(partOf(one.minute)));
}

int likeness(const Candidate &one, const Candidate &chosen)
{
    const bool samePart = partOf(one.minute) == partOf(chosen.minute);
    if (one.day != chosen.day)
        return samePart ? costOfSamePart : 0;
    const int gap = std::abs(one.minute - chosen.minute);
    return (samePart ? costOfSameDayAndPart : costOfSameDay) + 2 * std::max(0, comfortableGap - gap);
}

template<class Cost> std::vector<Candidate> pickCheapest(std::vector<Candidate> list, int count, Cost cost)
{
    std::vector<Candidate> chosen;
    while (!list.empty() && static_cast<int>(chosen.size()) < count) {
        const auto cheaper = [&](const Candidate &a, const Candidate &b) { return cost(a, chosen) < cost(b, chosen); };
        const auto best = std::min_element(list.begin(), list.end(), cheaper);
        chosen.push_back(*best);
        list.erase(best);
    }
    return chosen;
}

std::vector<Candidate> spread(const std::vector<Candidate> &list, const engine::Wish &wish, int count)
{
    return pickCheapest(list, count, [&](const Candidate &one, const std::vector<Candidate> &chosen) {
        int cost = one.dayRank * costOfLaterDay + fit(one, wish);
        for (const Candidate &other : chosen)
            cost += likeness(one, other);
        return cost;
    });
}

/// Days count more than hours: somebody who wants Friday would rather have Friday at another time.
std::vector<Candidate> nearest(const std::vector<Candidate> &list, const engine::Wish &wish, int count)
{
    return pickCheapest(list, count, [&](const Candidate &one, const std::vector<Candidate> &chosen) {
        const int away = daysOutside(one, wish);
        int cost = away * minutesOfDay + fit(one, wish) + (insideTimes(one, wish) ? 0 : minutesOfDay / 2);
        if (wish.from.isValid() && one.day < wish.from)
            cost += 1; // a tie goes to the later day
        for (const Candidate &other : chosen) {
            const bool sameDay = one.day == other.day;
            cost += sameDay && away > 0 ? costOfSameDayAndPart : 0; // another day wanted: show two, not one twice
        }
        return cost;
    });
}

Choice inOrder(std::vector<Candidate> chosen, bool exact)
{
    std::sort(chosen.begin(), chosen.end(), [](const auto &a, const auto &b) { return a.slot.start < b.slot.start; });
    Choice choice;
    for (const Candidate &one : chosen)
        choice.slots.push_back(one.slot);
    choice.exact = exact;
    return choice;
}

} // namespace

Choice chooseSlots(const std::vector<Slot> &free, const engine::Wish &wish, int count, const QTimeZone &zone)
{
    const std::vector<Candidate> all = candidates(free, zone);
    std::vector<Candidate> inside;
    std::copy_if(all.begin(), all.end(), std::back_inserter(inside),
        [&](const Candidate &one) { return insideDays(one, wish) && insideTimes(one, wish); });
    rankDays(inside);
    if (inside.empty())
        return inOrder(nearest(all, wish, count), false);
    if (wish.isExact())
        return inOrder({inside.front()}, true);
    return inOrder(spread(inside, wish, count), false);
}

} // namespace deskbell::calendar
