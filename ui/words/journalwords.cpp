// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/journalwords.h"

#include "ui/words/planwords.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"
#include "ui/words/words.h"

#include <QHash>
#include <functional>

namespace deskbell::ui {

namespace {

struct Line {
    const engine::JournalLine &line;
    const Profile &profile;

    [[nodiscard]] QString arg(int index) const { return line.args.value(index); }
    [[nodiscard]] QString moment(int index) const
    {
        const QDateTime at = QDateTime::fromString(arg(index), Qt::ISODate);
        return at.isValid() ? dayTime(Instant::fromDateTime(at), line.at, profile.zone) : arg(index);
    }
};

using Teller = std::function<JournalWords(const Line &)>;
using L = const Line &;

QString deliveryOfCode(const QString &code)
{
    for (int value = 0; value <= int(Delivery::Cancelled); ++value) {
        const QString spoken = word(Delivery(value));
        if (spoken == code)
            return spoken;
    }
    return readable(code);
}

QString cancelReason(const QString &code)
{
    if (code == u"opted_out")
        return Words::tr("The caller said STOP");
    if (code == u"expired")
        return Words::tr("It would have come too late");
    if (code == u"holder_changed" || code == u"held")
        return Words::tr("A person has this caller");
    if (code == u"stopped")
        return Words::tr("Automatic texts are stopped for the whole shop");
    if (code == u"no_allowed_time")
        return Words::tr("No hour within three days at which a text may go");
    if (code == u"cap")
        return Words::tr("Three texts without a reply are enough");
    if (code == u"contact")
        return Words::tr("Your book says not to text this number");
    if (code == u"quiet_list")
        return Words::tr("The caller is on the quiet list");
    if (code == u"urgent")
        return Words::tr("An emergency is open, the AI keeps silent");
    if (code == u"stale")
        return Words::tr("The caller wrote again first");
    return sentence(readable(code));
}

QString sourceWhy(const QString &kind, const QString &ref)
{
    if (kind == u"price")
        return Words::tr("From your price list: %1").arg(ref);
    if (kind == u"hours")
        return Words::tr("From your opening hours");
    if (kind == u"address")
        return Words::tr("From your address");
    if (kind == u"faq")
        return Words::tr("From your answers: %1").arg(ref);
    if (kind == u"service")
        return Words::tr("From your services: %1").arg(ref);
    if (kind == u"slot")
        return Words::tr("Free in your calendar");
    if (kind == u"not_offered")
        return Words::tr("From the list of what you do not do: %1").arg(ref);
    return sentence(readable(kind));
}

JournalWords turn(L l)
{
    const QString rule = sentence(readable(l.arg(0)));
    const QString understood = readable(l.arg(1).split(u',', Qt::SkipEmptyParts).join(QLatin1String(", ")));
    return {Mark::Assistant, Words::tr("Answered: %1").arg(rule),
        understood.isEmpty() ? QString() : Words::tr("Understood: %1").arg(understood)};
}

JournalWords firstText(L l)
{
    return {Mark::Text, Words::tr("Texted the caller back"),
        l.arg(0) == u"holiday"      ? Words::tr("Missed call on a closed date")
            : l.arg(0) == u"closed" ? Words::tr("Missed call while closed")
                                    : Words::tr("Missed call in opening hours")};
}

JournalWords screened(L l)
{
    QString why = sentence(reasonOfCode(l.arg(0)));
    QStringList signs;
    for (const QString &point : l.line.args.mid(2))
        signs << spamSign(point);
    if (!signs.isEmpty())
        why = Words::tr("%1, %2 points: %3").arg(why, l.arg(1), signs.join(Words::tr(", ")));
    return {Mark::Stop, Words::tr("Not texted"), why};
}

void addTexting(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("first_text.ordered"), firstText);
    all.insert(QStringLiteral("first_text.merged"), [](L l) {
        return JournalWords{Mark::Clock, Words::tr("No second text"),
            Words::tr("Called again within %1 min: one call, one text").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("first_text.recent"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("No second text"), Words::tr("Already texted for an earlier call")};
    });
    all.insert(QStringLiteral("first_text.open_thread"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("No first text"), Words::tr("We are talking already")};
    });
    all.insert(QStringLiteral("screened"), screened);
    all.insert(QStringLiteral("line_type"), [](L l) {
        return JournalWords{Mark::Call, Words::tr("Line looked up"), sentence(readable(l.arg(0))), true};
    });
    all.insert(QStringLiteral("text.accepted"), [](L) {
        return JournalWords{Mark::Check, Words::tr("Provider took the text"), {}, true};
    });
    all.insert(QStringLiteral("text.refused"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Provider refused the text"), failureSentence(l.arg(0).toInt())};
    });
    all.insert(QStringLiteral("text.cancelled"), [](L l) {
        return JournalWords{Mark::Stop, Words::tr("Text held back"), cancelReason(l.arg(0))};
    });
    all.insert(QStringLiteral("text.unclear"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("Unclear if the text went out"),
            Words::tr("Looking at the provider, never sent twice blindly")};
    });
    all.insert(QStringLiteral("text.found"), [](L) {
        return JournalWords{Mark::Check, Words::tr("The text had gone out"), Words::tr("Found at the provider")};
    });
    all.insert(QStringLiteral("text.resend"), [](L) {
        return JournalWords{
            Mark::Text, Words::tr("Sent the text once more"), Words::tr("The provider has no record of it")};
    });
    all.insert(QStringLiteral("delivery"), [](L l) {
        const int code = l.arg(1).toInt();
        return JournalWords{code ? Mark::Urgent : Mark::Check, Words::tr("Text %1").arg(deliveryOfCode(l.arg(0))),
            code ? failureSentence(code) : QString(), code == 0};
    });
}

void addTalking(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("turn"), turn);
    all.insert(QStringLiteral("turn.stale"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("Dropped an answer"), Words::tr("The caller wrote again first")};
    });
    all.insert(QStringLiteral("price"), [](L l) {
        return JournalWords{
            Mark::Assistant, Words::tr("Quoted %1").arg(l.arg(1)), sourceWhy(QStringLiteral("price"), l.arg(0))};
    });
    all.insert(QStringLiteral("source"), [](L l) {
        return JournalWords{Mark::Assistant, Words::tr("Said %1").arg(l.arg(2)), sourceWhy(l.arg(0), l.arg(1))};
    });
    all.insert(QStringLiteral("slots.found"), [](L l) {
        const int count = l.arg(0).toInt();
        return JournalWords{Mark::Calendar,
            count == 1 ? Words::tr("Found 1 free time") : Words::tr("Found %n free times", nullptr, count),
            Words::tr("Held while the caller decides")};
    });
    all.insert(QStringLiteral("slots.expired"), [](L) {
        return JournalWords{Mark::Calendar, Words::tr("Offered times are no longer held"), Words::tr("Not answered in time")};
    });
    all.insert(QStringLiteral("slots.none"), [](L) {
        return JournalWords{
            Mark::Calendar, Words::tr("No free time"), Words::tr("Nothing fits the wish in your calendar")};
    });
    all.insert(QStringLiteral("booking.done"), [](L) {
        return JournalWords{Mark::Calendar, Words::tr("Booked"), Words::tr("The caller took the time")};
    });
    all.insert(QStringLiteral("booking.taken"), [](L) {
        return JournalWords{
            Mark::Calendar, Words::tr("Not booked"), Words::tr("The time had just gone to somebody else")};
    });
    all.insert(QStringLiteral("ungrounded"), [](L l) {
        return JournalWords{Mark::Stop, Words::tr("Held back an answer"),
            Words::tr("In none of your rows: %1. It is a draft for a person").arg(l.line.args.join(Words::tr(", ")))};
    });
    all.insert(QStringLiteral("escalated"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Stopped and called a person"), sentence(escalationKind(l.arg(0)))};
    });
}

void addPeople(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("takeover"), [](L l) {
        return JournalWords{Mark::Person, Words::tr("AI paused"), Words::tr("%1 took over").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("handback"), [](L l) {
        return JournalWords{Mark::Assistant, Words::tr("AI goes on"), Words::tr("%1 handed back").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("closed"), [](L l) {
        return JournalWords{Mark::Check, Words::tr("Done"), Words::tr("Set by %1").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("note"), [](L l) {
        return JournalWords{Mark::Note, Words::tr("Staff note"), Words::tr("By %1, never sent").arg(l.arg(0)), true};
    });
    all.insert(QStringLiteral("callback"), [](L l) {
        return JournalWords{Mark::Call, Words::tr("Put on the call-back list"), sentence(reasonOfCode(l.arg(0)))};
    });
    all.insert(QStringLiteral("callback.result"), [](L l) {
        return JournalWords{Mark::Call, callbackResultOfCode(l.arg(1)), Words::tr("%1 called").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("callback.undone"), [](L) {
        return JournalWords{Mark::Call, Words::tr("Call-back outcome taken back"), {}};
    });
    all.insert(QStringLiteral("silence.alarm"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Rang for people again"),
            Words::tr("%1 has this caller, the caller waits").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("phone.answered"), [](L) {
        return JournalWords{Mark::Call, Words::tr("Nudges stopped"), Words::tr("Spoke on the phone")};
    });
}

void addScreening(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("phone.earlier"), [](L) {
        return JournalWords{Mark::Call, Words::tr("An earlier talk came to light"), Words::tr("The call missed since then still counts")};
    });
    all.insert(QStringLiteral("episode.earlier"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("No text for an earlier call"), Words::tr("It came to light after a later one")};
    });
    all.insert(QStringLiteral("quiet.rescued"), [](L l) {
        return JournalWords{Mark::Person, Words::tr("Taken off the quiet list"), Words::tr("%1 says this is a caller").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("contact"), [](L l) {
        return JournalWords{Mark::Person, Words::tr("Marked: %1").arg(contactTagOfCode(l.arg(1))), Words::tr("By %1").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("nudge.paused"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("Next nudge later"), Words::tr("You tried to call")};
    });
}

QString levelWords(const QString &level)
{
    if (level == u"danger")
        return Words::tr("Danger");
    return level == u"today" ? Words::tr("A person today") : Words::tr("A person now");
}

QString byWhom(const QString &seat)
{
    return seat.isEmpty() ? Words::tr("By the AI") : Words::tr("By %1").arg(seat);
}

void addAlerts(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("trigger"), [](L l) {
        return JournalWords{Mark::Urgent, levelWords(l.arg(0)), Words::tr("Written rule: %1").arg(escalationKind(l.arg(1)))};
    });
    all.insert(QStringLiteral("trigger.locked"), [](L) {
        return JournalWords{Mark::Text, Words::tr("Sent the safety text"), Words::tr("Fixed words, no AI")};
    });
    all.insert(QStringLiteral("trigger.no_text"), [](L) {
        return JournalWords{Mark::Stop, Words::tr("No safety text"), Words::tr("A person has this caller, or no texts are wanted")};
    });
    all.insert(QStringLiteral("alert.page"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Called people, time %1").arg(l.arg(0)),
            l.arg(1).isEmpty() ? Words::tr("Whoever is at the desk") : l.arg(1)};
    });
    all.insert(QStringLiteral("alert.updated"), [](L) {
        return JournalWords{Mark::Urgent, Words::tr("Same emergency, newer"), Words::tr("Called or wrote again"), true};
    });
    all.insert(QStringLiteral("alert.acknowledged"), [](L l) {
        return JournalWords{Mark::Person, Words::tr("Stopped calling people"),
            l.arg(0).isEmpty() ? Words::tr("Answered from the shop phone") : Words::tr("%1 deals with it").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("alert.again"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Calls people again"),
            Words::tr("%1 said yes, the caller still waits").arg(l.arg(0))};
    });
    all.insert(QStringLiteral("alert.released"), [](L) {
        return JournalWords{Mark::Check, Words::tr("Emergency over"), Words::tr("Released by a person")};
    });
    all.insert(QStringLiteral("waiting"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Back on top of the list"),
            Words::tr("The caller's last word had no answer for %1 min").arg(l.arg(0))};
    });
}

void addPromises(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("promise.made"), [](L l) {
        return JournalWords{Mark::Clock, Words::tr("Promised for %1").arg(l.moment(1)), byWhom(l.arg(0))};
    });
    all.insert(QStringLiteral("promise.kept"), [](L l) {
        return JournalWords{Mark::Check, Words::tr("Promise kept"), byWhom(l.arg(0))};
    });
    all.insert(QStringLiteral("promise.broken"), [](L l) {
        return JournalWords{Mark::Urgent, Words::tr("Promise not kept in time"), byWhom(l.arg(0))};
    });
    all.insert(QStringLiteral("promise.dropped"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("Promise dropped"), Words::tr("Set to done by a person"), true};
    });
    all.insert(QStringLiteral("callback.claimed"), [](L l) {
        return JournalWords{Mark::Call, Words::tr("%1 is calling").arg(l.arg(0)), {}, true};
    });
    all.insert(QStringLiteral("callback.claim_refused"), [](L l) {
        return JournalWords{Mark::Stop, Words::tr("%1 did not call").arg(l.arg(0)), Words::tr("%1 is calling already").arg(l.arg(1))};
    });
    all.insert(QStringLiteral("callback.released"), [](L l) {
        return JournalWords{Mark::Call, Words::tr("%1 is not calling after all").arg(l.arg(0)), {}, true};
    });
    all.insert(QStringLiteral("callback.next_try"), [](L l) {
        return l.arg(0).isEmpty()
            ? JournalWords{Mark::Call, Words::tr("No further try"), Words::tr("Tried as often as your rules say")}
            : JournalWords{Mark::Clock, Words::tr("Next try %1").arg(l.moment(0)), Words::tr("Another part of the day")};
    });
}

void addRules(QHash<QString, Teller> &all)
{
    all.insert(QStringLiteral("nudge.planned"), [](L l) {
        return JournalWords{Mark::Clock, Words::tr("Nudge %1 planned").arg(l.arg(0)),
            Words::tr("At %1, stops on any reply").arg(l.moment(1))};
    });
    all.insert(QStringLiteral("nudge.too_late"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("No nudge any more"), Words::tr("Its hour was slept through")};
    });
    all.insert(QStringLiteral("nudge.stopped"), [](L) {
        return JournalWords{Mark::Clock, Words::tr("Nudges stopped"), {}, true};
    });
    all.insert(QStringLiteral("ladder.end"), [](L) {
        return JournalWords{
            Mark::Clock, Words::tr("Gave up texting"), Words::tr("No reply to the nudges, a person looks at it")};
    });
    all.insert(QStringLiteral("consent.out"), [](L l) {
        return JournalWords{Mark::Stop, Words::tr("No more texts"),
            l.arg(0) == u"staff" ? Words::tr("Noted by staff") : Words::tr("The caller said STOP")};
    });
    all.insert(QStringLiteral("consent.in"), [](L l) {
        return JournalWords{Mark::Check, Words::tr("May be texted again"),
            l.arg(0) == u"lifted"    ? Words::tr("%1 allowed it, with a written reason").arg(l.arg(1))
                : l.arg(0) == u"yes" ? Words::tr("The caller wrote YES to our question")
                                     : Words::tr("The caller wrote START")};
    });
    all.insert(QStringLiteral("consent.followed"), [](L l) {
        return l.arg(0) == u"in"
            ? JournalWords{Mark::Check, Words::tr("May be texted again"), Words::tr("As on another of our numbers")}
            : JournalWords{Mark::Stop, Words::tr("No more texts"),
                Words::tr("The caller said so on another of our numbers")};
    });
    all.insert(QStringLiteral("consent.kept"), [](L) {
        return JournalWords{
            Mark::Stop, Words::tr("Still no texts"), Words::tr("Texts are allowed again only with a written reason")};
    });
    all.insert(QStringLiteral("consent.help"), [](L l) {
        if (l.arg(0) == u"under_way")
            return JournalWords{Mark::None, Words::tr("Wrote no second help text"), Words::tr("The first is on its way")};
        return JournalWords{Mark::Text, Words::tr("Sent the help text"), Words::tr("The caller wrote HELP")};
    });
    all.insert(QStringLiteral("ignored"), [](L l) {
        return JournalWords{Mark::None, Words::tr("Nothing to do"), sentence(readable(l.arg(0))), true};
    });
}

const QHash<QString, Teller> &tellers()
{
    static const QHash<QString, Teller> all = [] {
        QHash<QString, Teller> made;
        addTexting(made);
        addTalking(made);
        addPeople(made);
        addRules(made);
        addScreening(made);
        addAlerts(made);
        addPromises(made);
        return made;
    }();
    return all;
}

} // namespace

JournalWords journalWords(const engine::JournalLine &line, const Profile &profile)
{
    if (const auto known = tellers().constFind(line.code); known != tellers().cend())
        return (*known)({line, profile});
    if (const auto planned = planWords(line, profile))
        return *planned;
    return {Mark::None, sentence(readable(line.code)), line.args.join(Words::tr(", ")), true};
}

} // namespace deskbell::ui
