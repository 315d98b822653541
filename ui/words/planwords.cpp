// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/planwords.h"

#include "ui/words/when.h"
#include "ui/words/words.h"

namespace deskbell::ui {
namespace {

QString ruleWord(const QString &rule)
{
    if (rule == u"shop")
        return Words::tr("your own hours");
    if (rule == u"*")
        return Words::tr("place unknown");
    if (rule == u"cap:24h")
        return Words::tr("two texts a day");
    if (rule == u"cap:all")
        return Words::tr("three texts without a reply");
    if (rule.startsWith(u"cap:"))
        return Words::tr("texts a day in %1").arg(rule.mid(4));
    return rule;
}

/// "Rules: US, US-TX. Zones by area code: America/Chicago; the person may be elsewhere. Table 2026-11-22."
QString ground(const engine::JournalLine &line)
{
    QStringList rules;
    for (const QString &rule : line.args.value(1).split(u' ', Qt::SkipEmptyParts))
        rules << ruleWord(rule);
    const QString zones = line.args.value(2).split(u' ', Qt::SkipEmptyParts).join(Words::tr(", "));
    return Words::tr("Rules: %1. Time zones by area code: %2; the person may be elsewhere. Table of %3")
        .arg(rules.join(Words::tr(", ")), zones, line.args.value(3));
}

QString kindWord(const QString &kind)
{
    if (kind == u"first_text")
        return Words::tr("First text");
    return kind == u"reminder" ? Words::tr("Reminder") : Words::tr("Nudge");
}

std::optional<JournalWords> hoursWords(const engine::JournalLine &line, const Profile &profile)
{
    const QString kind = kindWord(line.args.value(0));
    if (line.code == u"hours.ok")
        return JournalWords{Mark::Clock, Words::tr("%1 left in allowed hours").arg(kind), ground(line), true};
    if (line.code == u"hours.none")
        return JournalWords{Mark::Call, Words::tr("No hour at which a text may go"), ground(line)};
    if (line.code != u"hours.wait")
        return std::nullopt;
    const QDateTime until = QDateTime::fromString(line.args.value(4), Qt::ISODate);
    const QString when = until.isValid() ? dayTime(Instant::fromDateTime(until), line.at, profile.zone) : line.args.value(4);
    return JournalWords{Mark::Clock, Words::tr("%1 waits until %2").arg(kind, when), ground(line)};
}

} // namespace

std::optional<JournalWords> planWords(const engine::JournalLine &line, const Profile &profile)
{
    const QString seat = line.args.value(0);
    if (line.code.startsWith(u"hours."))
        return hoursWords(line, profile);
    if (line.code == u"plan.cancelled")
        return JournalWords{Mark::Stop, Words::tr("Took out a planned text"), Words::tr("By %1").arg(seat)};
    if (line.code == u"plan.restored")
        return JournalWords{Mark::Clock, Words::tr("Put a planned text back"), Words::tr("By %1").arg(seat)};
    if (line.code == u"place.set")
        return JournalWords{Mark::Note, Words::tr("Said where the caller is"),
            Words::tr("%1: %2").arg(seat, line.args.mid(1).join(u' ').simplified())};
    if (line.code == u"texts.stopped")
        return JournalWords{Mark::Stop, Words::tr("Not texted"), Words::tr("Automatic texts are stopped for the whole shop")};
    if (line.code == u"texts.resumed")
        return JournalWords{Mark::Check, Words::tr("Automatic texts go again"), Words::tr("By %1").arg(seat)};
    if (line.code == u"nudge.skipped")
        return JournalWords{Mark::Clock, Words::tr("Nudge %1 left out").arg(seat), Words::tr("Automatic texts were stopped")};
    return std::nullopt;
}

QString plannedWhy(const QString &rule, bool waiting)
{
    if (rule == u"nudge.1")
        return Words::tr("First nudge: no reply yet");
    if (rule.startsWith(u"nudge."))
        return Words::tr("Last nudge: no reply yet");
    if (rule.startsWith(u"first_text"))
        return Words::tr("First text after a missed call");
    return waiting ? Words::tr("Waits for its time") : Words::tr("Answer");
}

} // namespace deskbell::ui
