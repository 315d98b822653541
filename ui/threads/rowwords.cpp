// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/rowwords.h"

#include "ui/theme/paint.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QCoreApplication>

namespace deskbell::ui {

using engine::HolderKind;
using engine::Section;
using engine::ThreadRow;

namespace {

struct RowText {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::RowText)
};

bool isMine(const ThreadRow &row, const ListScene &scene)
{
    return row.holder.kind == HolderKind::Seat && row.holder.seat == scene.seat;
}

/// People wait for us and the seconds count.
bool runs(const ThreadRow &row, const ListScene &scene)
{
    if (!row.waitsSince.isSet())
        return false;
    return row.section == Section::NeedsPerson || (row.section == Section::WithPerson && isMine(row, scene));
}

void fillRunningClock(RowWords &words, const ThreadRow &row, const ListScene &scene)
{
    const Duration waited = scene.now - row.waitsSince;
    words.running = true;
    words.clock = clockWords(waited / 1s);
    if (row.section == Section::WithPerson) {
        words.clockWord = RowText::tr("to reply");
        words.clockToken = Token::Accent;
        return;
    }
    words.limitShare = row.limit > 0ms ? std::clamp(double(waited.count()) / double(row.limit.count()), 0.0, 1.0) : 0;
    const bool overdue = row.limit > 0ms && waited >= row.limit;
    const bool red = overdue || row.urgent;
    words.clockWord = overdue ? RowText::tr("overdue") : RowText::tr("waiting");
    words.clockToken = red ? Token::Urgent : Token::Warn;
    words.limitToken = red ? Token::UrgentFill : Token::WarnFill;
}

void fillAge(RowWords &words, const ThreadRow &row, const ListScene &scene)
{
    const Instant since = row.lastAt.isSet() ? row.lastAt : row.callAt;
    words.clock = since.isSet() ? age(scene.now - since) : QString();
    switch (row.section) {
    case Section::NeedsPerson:
        words.icon = Icon::Hand;
        words.iconToken = Token::Warn;
        break;
    case Section::WithPerson:
        words.icon = isMine(row, scene) ? Icon::Person : Icon::Desk;
        words.iconToken = Token::Accent;
        break;
    case Section::AssistantAnswering:
        words.icon = Icon::StarFilled;
        words.iconToken = Token::Ai;
        break;
    case Section::WaitingForCaller: words.icon = Icon::Clock; break;
    case Section::QuietList: words.icon = Icon::PhoneMissed; break;
    case Section::Done:
        words.icon = row.outcome == LeadOutcome::ManualCallback ? Icon::Callback : Icon::Check;
        words.iconToken = row.outcome == LeadOutcome::Booked ? Token::Ok : Token::Text2;
        break;
    }
}

void fillText(RowWords &words, const ThreadRow &row, const ListScene &scene)
{
    if (const QString draft = scene.drafts.value(row.thread).simplified(); !draft.isEmpty()) {
        words.text = RowText::tr("Draft: %1").arg(draft);
        words.textToken = Token::Accent;
    } else if (row.missedCallOnly || row.lastText.isEmpty()) {
        const QString time = clockTime(row.callAt, scene.profile.zone);
        words.text = !row.callAt.isSet() ? QString()
            : row.rang > 0ms             ? RowText::tr("Missed call %1, rang %2").arg(time, seconds(row.rang))
                                         : RowText::tr("Missed call %1").arg(time);
    } else {
        words.text = row.lastText.simplified();
        words.textToken = row.lastTextInbound && row.unread > 0 ? Token::Text : Token::Text2;
    }
}

QString wanted(const ThreadRow &row, const ListScene &scene)
{
    if (row.appointmentAt.isSet())
        return RowText::tr("Booked %1").arg(dayTime(row.appointmentAt, scene.now, scene.profile.zone));
    return row.wants;
}

void fillNeed(RowWords &words, const ThreadRow &row)
{
    const QString detail = escalationKind(row.reasonDetail);
    if (row.urgent) {
        words.pill = RowText::tr("Urgent");
        words.pillIcon = Icon::Alert;
        words.pillTone = Tone::UrgentSolid;
        words.third = detail.isEmpty() && row.reason != engine::Reason::Urgent ? word(row.reason) : detail;
        if (!row.acknowledgedBy.isEmpty())
            words.third = RowText::tr("%1 deals with it").arg(row.acknowledgedBy);
        return;
    }
    words.third = detail.isEmpty() ? word(row.reason) : detail;
    words.thirdIcon = Icon::Hand;
    words.thirdToken = Token::Warn;
    words.thirdBold = true;
}

void fillThird(RowWords &words, const ThreadRow &row, const ListScene &scene)
{
    switch (row.section) {
    case Section::NeedsPerson: return fillNeed(words, row);
    case Section::WithPerson:
        words.pill = isMine(row, scene) ? RowText::tr("You have it") : row.holder.seat;
        words.pillIcon = isMine(row, scene) ? Icon::Person : Icon::None;
        words.pillTone = isMine(row, scene) ? Tone::AccentSolid : Tone::Accent;
        words.third = wanted(row, scene);
        return;
    case Section::AssistantAnswering:
        words.third = wanted(row, scene);
        if (words.third.isEmpty() && row.missedCallOnly)
            words.third = RowText::tr("Text sent, no answer yet");
        return;
    case Section::WaitingForCaller:
        words.third = row.appointmentAt.isSet() || !row.nextNudge.isSet()
            ? wanted(row, scene)
            : RowText::tr("Nudge at %1").arg(dayTime(row.nextNudge, scene.now, scene.profile.zone));
        return;
    case Section::QuietList: words.third = word(row.reason); return;
    case Section::Done:
        words.third = row.optedOut ? word(LeadOutcome::OptedOut) : word(row.outcome);
        if (row.outcome == LeadOutcome::Booked && row.appointmentAt.isSet())
            words.third = wanted(row, scene);
        return;
    }
}

Token barOf(const ThreadRow &row)
{
    if (row.section != Section::NeedsPerson)
        return Token::Surface;
    return row.urgent ? Token::UrgentFill : Token::WarnFill;
}

} // namespace

RowWords rowWords(const ThreadRow &row, const ListScene &scene)
{
    RowWords words;
    words.name = callerName(row.name, row.caller);
    words.channel = row.missedCallOnly ? Icon::PhoneMissed : Icon::Sms;
    words.unread = row.unread;
    words.urgent = row.urgent && row.section == Section::NeedsPerson;
    words.barToken = barOf(row);
    if (runs(row, scene))
        fillRunningClock(words, row, scene);
    else
        fillAge(words, row, scene);
    fillText(words, row, scene);
    fillThird(words, row, scene);
    return words;
}

QString spokenRow(const ThreadRow &row, const ListScene &scene)
{
    const RowWords words = rowWords(row, scene);
    QStringList said{words.name, words.pill, words.third};
    if (words.running)
        said << RowText::tr("waiting %1").arg(spokenWait(scene.now - row.waitsSince));
    if (row.unread > 0)
        said << RowText::tr("%n new", nullptr, row.unread);
    said << (row.missedCallOnly ? RowText::tr("missed call") : RowText::tr("SMS")) << words.text;
    said.removeAll(QString());
    return said.join(RowText::tr(", "));
}

QString spokenHeading(Section section, int count)
{
    return RowText::tr("%1, %2").arg(word(section)).arg(count);
}

Token headingToken(Section section)
{
    switch (section) {
    case Section::NeedsPerson: return Token::Urgent;
    case Section::WithPerson: return Token::Accent;
    case Section::AssistantAnswering: return Token::Ai;
    case Section::WaitingForCaller: return Token::Text2;
    case Section::QuietList: return Token::Text2;
    case Section::Done: return Token::Text2;
    }
    return Token::Text2;
}

} // namespace deskbell::ui
