// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/visits.h"

#include "core/assist/answers.h"
#include "core/assist/questions.h"
#include "core/language/pattern.h"

#include <algorithm>

namespace deskbell::assist {

using engine::Turn;
using engine::Wish;
using language::Patterns;
namespace proposal = engine::proposal;

namespace {

template<class Fits> std::optional<int> onlyOne(const Situation &s, Fits fits)
{
    std::optional<int> found;
    for (size_t i = 0; i < s.state.offer.size(); ++i) {
        if (!fits(toWall(s.state.offer[i].slot.start, s.profile.zone)))
            continue;
        if (found)
            return std::nullopt;
        found = static_cast<int>(i);
    }
    return found;
}

/// "Friday at 9", "friday works", "the morning one": the only offer that it fits.
std::optional<int> byWish(const Situation &s, const language::TimeWish &heard)
{
    return onlyOne(s, [&](const QDateTime &at) {
        if (heard.hasDay() && (at.date() < heard.from || at.date() > heard.to))
            return false;
        if (heard.exact.isValid())
            return at.time() == heard.exact;
        return (!heard.notBefore.isValid() || at.time() >= heard.notBefore)
            && (!heard.notAfter.isValid() || at.time() < heard.notAfter);
    });
}

bool asksForOthers(const Situation &s)
{
    static const Patterns patterns{
        "anything|something|any|another|other|different|more else|earlier|later|other|sooner|times|time|day|days",
        "earlier|later|sooner $", "is|do|are|what|how|can|could ... have|about|there|free|open|available|else|instead",
        "neither|none|nothing"};
    return patterns.in(s.heard.tokens);
}

bool takesAny(const Situation &s)
{
    static const Patterns patterns{"either|whichever|both work|works|is|fine|ok|one", "any of them|those",
        "^ either|whichever $", "whatever is|works|you"};
    return patterns.in(s.heard.tokens);
}

/// The same request at other times: "earlier?", "anything later?".
std::optional<Wish> otherwise(const Situation &s)
{
    static const Patterns earlier{"earlier|sooner"};
    static const Patterns later{"later"};
    if (s.state.offer.empty())
        return std::nullopt;
    const QDateTime first = toWall(s.state.offer.front().slot.start, s.profile.zone);
    const QDateTime last = toWall(s.state.offer.back().slot.start, s.profile.zone);
    Wish wish;
    if (earlier.in(s.heard.tokens)) {
        wish.from = toWall(s.now, s.profile.zone).date();
        wish.to = first.date();
        wish.notAfter = first.time();
        return wish;
    }
    if (!later.in(s.heard.tokens))
        return std::nullopt;
    wish.from = last.date();
    wish.notBefore = last.time().addSecs(60);
    return wish;
}

bool leaves(const Situation &s)
{
    static const Patterns patterns{"never mind", "nevermind|nvm", "forget it", "no thanks", "not interested",
        "changed my mind", "too expensive|much|pricey", "found someone|another|a", "went with"};
    return patterns.in(s.heard.tokens) && !s.wish && !s.heard.has("book");
}

Turn take(const Situation &s, int index)
{
    const Hold &hold = s.state.offer[static_cast<size_t>(index)];
    const Service *service = s.profile.service(hold.service);
    const bool moves = !s.state.moving.isEmpty();
    if (service && !moves) {
        const QDateTime start = toWall(hold.slot.start, s.profile.zone);
        if (s.service() == service && s.variant != hold.variant && !s.variant.isEmpty()) // told only after the offer
            return plainTurn(proposal::FindTime{hold.service, s.variant, {start.date(), start.date(), {}, {}, start.time()}},
                {}, "take_offer");
        if (auto question = missingFact(s, *service)) {
            const Wish when{start.date(), start.date(), {}, {}, start.time()};
            question->learnt.push_back({QStringLiteral("when"), describeWish(when), Origin::CallersWords});
            return *question;
        }
    }
    return plainTurn(proposal::TakeOffer{index}, {}, "take_offer");
}

std::optional<Turn> move(const Situation &s)
{
    const bool asked = s.lastRule == QLatin1String("ask.move");
    const bool offeredMove = !s.state.moving.isEmpty() && !s.state.offer.empty();
    if (asked && s.isBooked() && !s.wish && s.pendingWish && s.heard.has("yes"))
        return plainTurn(proposal::Move{*s.pendingWish}, {}, "move");
    if (!s.heard.has("reschedule") && !(asked && s.wish) && !(offeredMove && s.wish))
        return std::nullopt;
    if (!s.isBooked()) {
        if (!s.state.offer.empty() || s.service())
            return std::nullopt; // nothing is booked yet: they change their wish, not a visit
        return plainTurn(proposal::HandOver{{}, QStringLiteral("no_visit"), false}, {}, "no_visit");
    }
    const auto mine = [&](const Appointment &visit) {
        return s.namedService && s.service() && visit.service == s.service()->id;
    };
    const auto &visits = s.state.appointments;
    if (std::any_of(visits.begin(), visits.end(), mine) && !mine(visits.back())) // only the last one can be moved by us
        return plainTurn(proposal::HandOver{{}, QStringLiteral("which_visit"), false}, {}, "which_visit");
    const QDate visitDay = toWall(visits.back().slot.start, s.profile.zone).date();
    const bool onlyNamesTheVisit =
        s.wish && s.wish->from == visitDay && s.wish->to == visitDay && !s.heard.wish()->hasTime();
    if (s.wish && !onlyNamesTheVisit) // "my friday cut" says which visit, not where to
        return plainTurn(proposal::Move{*s.wish}, closedDay(s, *s.wish).text, "move");
    return plainTurn(
        proposal::JustReply{}, QStringLiteral("Sure, we can move it. Which day and time would suit you?"), "ask.move");
}

/// They have a visit and speak of a time, but of no other service: their own visit again, or another time for it.
std::optional<Turn> ownVisit(const Situation &s)
{
    if (!s.isBooked() || !s.wish || s.heard.has("ask_hours") || !s.state.offer.empty())
        return std::nullopt;
    const auto same = [&](const Appointment &visit) {
        const QDateTime at = toWall(visit.slot.start, s.profile.zone);
        return s.wish->from == at.date() && s.wish->to == at.date()
            && (s.wish->exact == at.time() || (!s.heard.wish()->hasTime() && s.heard.has("yes")));
    };
    if (std::any_of(s.state.appointments.begin(), s.state.appointments.end(), same))
        return plainTurn(proposal::JustReply{}, QStringLiteral("You're all set, see you then!"), "goodbye");
    if (s.namedService)
        return std::nullopt;
    Turn t = plainTurn(proposal::JustReply{},
        QStringLiteral("Would you like to move your visit to %1?").arg(describeWish(*s.wish)), "ask.move");
    t.sources.push_back({QStringLiteral("slot"), QStringLiteral("caller's wish"), describeWish(*s.wish)});
    return t;
}

std::optional<Turn> callOff(const Situation &s)
{
    if (!s.heard.has("cancel"))
        return std::nullopt;
    if (s.isBooked())
        return plainTurn(proposal::CancelVisit{}, {}, "cancel");
    if (s.state.offer.empty() && !s.service())
        return plainTurn(proposal::HandOver{{}, QStringLiteral("no_visit"), false}, {}, "no_visit");
    return plainTurn(proposal::Decline{QStringLiteral("left")},
        QStringLiteral("No problem, nothing is booked. Text us any time."), "left");
}

std::optional<Turn> aboutOffer(const Situation &s)
{
    if (s.state.offer.empty() || (s.isBooked() && s.state.moving.isEmpty()))
        return std::nullopt;
    if (const auto index = takenOffer(s))
        return take(s, *index);
    const Hold &hold = s.state.offer.front();
    if (const auto other = s.wish ? std::nullopt : otherwise(s)) {
        if (!s.state.moving.isEmpty())
            return plainTurn(proposal::Move{*other}, {}, "other_times");
        return plainTurn(proposal::FindTime{hold.service, hold.variant, *other}, {}, "other_times");
    }
    const bool onlyYes = s.heard.has("yes") && !s.wish && s.heard.services.empty();
    if (onlyYes && !s.heard.has("no")) {
        QStringList times;
        for (const Hold &one : s.state.offer) {
            const QDateTime at = toWall(one.slot.start, s.profile.zone);
            times << describeWish({at.date(), at.date(), {}, {}, at.time()});
        }
        Turn t = plainTurn(proposal::JustReply{},
            QStringLiteral("Great, which one: ") + listed(times, QStringLiteral(" or ")) + u'?', "ask.which");
        for (qsizetype i = 0; i < times.size(); ++i)
            t.sources.push_back({QStringLiteral("slot"), s.state.offer[static_cast<size_t>(i)].id, times[i]});
        return t;
    }
    if (leaves(s))
        return plainTurn(proposal::Decline{QStringLiteral("left")}, QStringLiteral("No problem. Text us any time."), "left");
    if (s.heard.has("no") && !s.wish)
        return plainTurn(
            proposal::JustReply{}, QStringLiteral("No problem. Which day and time would suit you better?"), "ask.when");
    return std::nullopt;
}

} // namespace

std::optional<int> takenOffer(const Situation &s)
{
    const int size = static_cast<int>(s.state.offer.size());
    if (size == 0)
        return std::nullopt;
    const auto heard = s.heard.wish();
    const bool brief = s.heard.tokens.size() <= 2 && s.heard.choice; // "2nd" is no date here
    if (heard && heard->soonest && !s.heard.choice)
        return takesAny(s) ? std::optional(0) : std::nullopt;
    if (heard && !heard->soonest && !brief) {
        const bool plain = !asksForOthers(s) || heard->exact.isValid();
        return plain ? byWish(s, *heard) : std::nullopt;
    }
    if (asksForOthers(s) || s.heard.has("no"))
        return std::nullopt;
    if (s.heard.choice) {
        const int index = *s.heard.choice < 0 ? size - 1 : *s.heard.choice;
        return index < size ? std::optional(index) : std::nullopt;
    }
    for (const QTime &hour : language::bareHours(s.heard.tokens)) {
        if (const auto index = onlyOne(s, [&](const QDateTime &at) { return at.time() == hour; }))
            return index;
    }
    if (takesAny(s))
        return 0;
    const bool agrees = s.heard.has("yes") && !s.heard.has("ask_price") && !s.heard.has("ask_hours");
    return size == 1 && agrees ? std::optional(0) : std::nullopt;
}

std::optional<Turn> aboutVisits(const Situation &s)
{
    if (auto t = callOff(s))
        return t;
    if (auto t = aboutOffer(s))
        return t;
    if (auto t = move(s))
        return t;
    return ownVisit(s);
}

} // namespace deskbell::assist
