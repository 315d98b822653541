// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/leadwords.h"

#include "ui/theme/paint.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QSet>

namespace deskbell::ui {

namespace phase = engine::phase;

namespace {

struct Panel {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Panel)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(Panel::tr(" · "));
}

QString bayOf(int resource, const Profile &profile)
{
    return profile.resources.size() > 1 ? profile.resources.value(resource - 1) : QString();
}

QString priceOf(const ServiceId &service, const QString &variant, const Profile &profile)
{
    const Service *known = profile.service(service);
    if (!known)
        return {};
    for (const PriceRow &row : known->prices) {
        if (row.variant == variant || row.variant == u"any")
            return money(row.cents, profile.currency);
    }
    return known->priceFromCents ? Panel::tr("from %1").arg(money(*known->priceFromCents, profile.currency))
                                 : QString();
}

QString serviceLine(const ServiceId &service, const QString &variant, const Profile &profile)
{
    const QString name = serviceName(service, profile);
    return variant.isEmpty() || variant == u"any" ? name : Panel::tr("%1, %2").arg(name, variant);
}

NextStep heldStep(const std::vector<Hold> &offer, const runtime::ThreadView &view, const Profile &profile, Instant now)
{
    const Hold &first = offer.front();
    NextStep step;
    step.tone = Tone::Ok;
    step.head = Panel::tr("Held for %1, %2 left")
                    .arg(firstName(view.row.name, view.row.caller), clockWords((first.expiresAt - now) / 1s));
    step.title = span(first.slot.start, first.slot.end, profile.zone);
    step.detail = joined({bayOf(first.slot.resource, profile), serviceLine(first.service, first.variant, profile),
        priceOf(first.service, first.variant, profile)});
    for (size_t at = 1; at < offer.size(); ++at)
        step.more << Panel::tr("or %1").arg(span(offer[at].slot.start, offer[at].slot.end, profile.zone));
    return step;
}

QString adviceFor(const engine::ThreadRow &row)
{
    const QString name = firstName(row.name, row.caller);
    switch (row.reason) {
    case engine::Reason::AskedForPerson: return Panel::tr("Write or call %1").arg(name);
    case engine::Reason::SendUnclear: return Panel::tr("Decide about the unclear text");
    case engine::Reason::MaybeAppointment: return Panel::tr("Ask %1 if the visit is meant").arg(name);
    case engine::Reason::WroteAfterOptOut: return Panel::tr("Call %1, do not text").arg(name);
    default: return row.urgent ? Panel::tr("Call %1, then write").arg(name) : Panel::tr("Answer %1").arg(name);
    }
}

/// "Promised by Jess for 14:30": a debt until it is kept.
QString promiseLine(const engine::ThreadRow &row, const Profile &profile, Instant now)
{
    if (row.promise.isEmpty())
        return {};
    const QString due = dayTime(row.promiseDue, now, profile.zone);
    return row.promisedBy.isEmpty() ? Panel::tr("Promised for %1: “%2”").arg(due, row.promise)
                                    : Panel::tr("%1 promised for %2: “%3”").arg(row.promisedBy, due, row.promise);
}

NextStep personStep(const runtime::ThreadView &view, const Profile &profile, Instant now)
{
    NextStep step;
    step.tone = view.row.urgent ? Tone::Urgent : Tone::Warn;
    step.head = Panel::tr("Do this next");
    step.title = adviceFor(view.row);
    step.detail = sentence(joined({word(view.row.reason), escalationKind(view.row.reasonDetail)}));
    if (const QString owed = promiseLine(view.row, profile, now); !owed.isEmpty())
        step.more << owed;
    return step;
}

NextStep bookedStep(const Appointment &visit, const Profile &profile)
{
    NextStep step;
    step.tone = Tone::Ok;
    step.head = Panel::tr("Booked");
    step.title = span(visit.slot.start, visit.slot.end, profile.zone);
    step.detail = joined({bayOf(visit.slot.resource, profile), serviceLine(visit.service, visit.variant, profile),
        priceOf(visit.service, visit.variant, profile)});
    return step;
}

FactRow::Source sourceOf(Origin origin)
{
    switch (origin) {
    case Origin::CallersWords: return FactRow::Source::CallersWords;
    case Origin::AssistantsGuess: return FactRow::Source::AiGuess;
    case Origin::Records:
    case Origin::Staff: return FactRow::Source::OurRecords;
    }
    return FactRow::Source::OurRecords;
}

FactLine lineOf(const LeadFact &fact, const Profile &profile)
{
    const QString value = fact.key == u"service" ? serviceName({fact.value}, profile) : fact.value;
    return {factLabel(fact.key), value, sourceOf(fact.origin)};
}

} // namespace

NextStep nextStep(const runtime::ThreadView &view, const Profile &profile, Instant now)
{
    if (view.row.section == engine::Section::NeedsPerson)
        return personStep(view, profile, now);
    std::vector<Hold> live;
    for (const Hold &hold : view.state.offer) {
        if (hold.expiresAt > now)
            live.push_back(hold);
    }
    if (!live.empty())
        return heldStep(live, view, profile, now);
    if (!view.state.appointments.empty())
        return bookedStep(view.state.appointments.back(), profile);
    NextStep step;
    if (view.row.optedOut) {
        step = {Tone::Neutral, Panel::tr("Said STOP"), Panel::tr("Call, do not text"), {}, {}};
    } else if (view.state.callback && !view.state.callback->done) {
        step = {Tone::Call, Panel::tr("On the call-back list"),
            Panel::tr("Call %1").arg(dayTime(view.state.callback->dueAt, now, profile.zone)),
            sentence(word(view.state.callback->reason)), {}};
        if (const QString owed = promiseLine(view.row, profile, now); !owed.isEmpty())
            step.more << owed;
    } else if (view.row.nextNudge.isSet() && view.row.section == engine::Section::WaitingForCaller) {
        step = {Tone::Neutral, Panel::tr("Next by itself"),
            Panel::tr("Nudge at %1").arg(dayTime(view.row.nextNudge, now, profile.zone)),
            Panel::tr("Stops on any reply"), {}};
    }
    return step;
}

std::vector<FactLine> factLines(const Lead &lead, const Profile &profile)
{
    std::vector<FactLine> lines;
    QSet<QString> told;
    const auto tell = [&](const QString &key, bool askIfMissing) {
        if (told.contains(key))
            return;
        const LeadFact *fact = lead.fact(key);
        if (!fact && !askIfMissing)
            return;
        told.insert(key);
        lines.push_back(fact ? lineOf(*fact, profile) : FactLine{factLabel(key), {}, FactRow::Source::ToAsk});
    };
    tell(QStringLiteral("service"), true);
    if (const Service *wanted = profile.service({lead.value(QStringLiteral("service"))})) {
        for (const QString &key : wanted->ask)
            tell(key, true);
    }
    tell(QStringLiteral("when"), false);
    for (const LeadFact &fact : lead.facts)
        tell(fact.key, false);
    return lines;
}

std::vector<TextingLine> textingLines(const runtime::ThreadView &view, const Profile &profile, Instant now)
{
    const engine::ThreadState &state = view.state;
    if (state.optOut)
        return {{Icon::MinusCircle,
            Panel::tr("May not text: said STOP %1").arg(dayTime(state.optOut->at, now, profile.zone))}};
    if (state.caller.isWithheld())
        return {{Icon::MinusCircle, Panel::tr("Cannot text: the number is withheld")}};
    if (state.lineType == LineType::Landline)
        return {{Icon::MinusCircle, Panel::tr("Cannot text: landline")}};
    std::vector<TextingLine> lines;
    if (state.episode)
        lines.push_back({Icon::Check,
            Panel::tr("May text: called us %1").arg(dayTime(state.episode->lastCallAt, now, profile.zone))});
    else if (state.lastInboundAt.isSet())
        lines.push_back(
            {Icon::Check, Panel::tr("May text: wrote to us %1").arg(dayTime(state.lastInboundAt, now, profile.zone))});
    lines.push_back({Icon::MinusCircle, Panel::tr("Stops on STOP or any reply to a nudge")});
    return lines;
}

} // namespace deskbell::ui
