// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/systemline.h"

#include "ui/words/reasons.h"
#include "ui/words/when.h"
#include "ui/words/words.h"

#include <QHash>
#include <functional>

namespace deskbell::ui {

namespace {

struct Telling {
    const engine::HistoryLine &line;
    const Profile &profile;

    [[nodiscard]] QString arg(int index) const { return line.args.value(index); }
    [[nodiscard]] int number(int index) const { return arg(index).toInt(); }
    [[nodiscard]] QString time() const { return clockTime(line.at, profile.zone); }
    [[nodiscard]] QString service() const { return serviceName({arg(0)}, profile); }
    [[nodiscard]] QString visit(int index) const
    {
        const QDateTime start = QDateTime::fromString(arg(index), Qt::ISODate);
        return start.isValid() ? dayTime(Instant::fromDateTime(start), line.at, profile.zone) : arg(index);
    }
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    //: Between the parts of a line about the conversation
    return parts.join(Words::tr(" · "));
}

QString missedCall(const Telling &told)
{
    QStringList how;
    if (told.number(0) > 0)
        how << Words::tr("rang %1").arg(seconds(std::chrono::seconds(told.number(0))));
    if (told.arg(2) == u"busy")
        how << Words::tr("line busy");
    else if (told.arg(2) == u"abandoned")
        how << Words::tr("hung up early");
    how << (told.number(1) > 0 ? Words::tr("voicemail of %1").arg(seconds(std::chrono::seconds(told.number(1))))
                               : Words::tr("no voicemail"));
    return joined({Words::tr("Missed call %1").arg(told.time()), how.join(Words::tr(", "))});
}

QString calledAgain(const Telling &told)
{
    const int count = told.number(0);
    return count > 1 ? Words::tr("Called again %1, %n calls now", nullptr, count).arg(told.time())
                     : Words::tr("Called again %1").arg(told.time());
}

QString heldTimes(const Telling &told)
{
    const int count = told.number(0);
    return count == 1 ? Words::tr("1 time held for this caller")
                      : Words::tr("%n times held for this caller", nullptr, count);
}

QString escalated(const Telling &told)
{
    return joined({Words::tr("A person is needed since %1").arg(told.time()), escalationKind(told.arg(0)),
        Words::tr("AI stopped answering")});
}

QString optedOut(const Telling &told)
{
    const QString words = told.arg(0);
    const QString manner = told.arg(1);
    QString how = words.isEmpty() ? Words::tr("Said STOP %1").arg(told.time())
                                  : Words::tr("Wrote “%1” %2").arg(words, told.time());
    if (manner == u"block_code")
        how = Words::tr("Blocked our texts, the provider says (%1)").arg(words);
    else if (manner == u"spoken" || manner == u"do_not_call")
        how = Words::tr("%1 noted the caller's wish %2").arg(told.arg(2), told.time());
    return joined({how, Words::tr("No more texts")});
}

QString optedIn(const Telling &told)
{
    if (told.arg(0) == u"lifted")
        return Words::tr("%1 allowed texts again %2").arg(told.arg(1), told.time());
    return told.arg(0) == u"yes" ? Words::tr("Wrote YES %1, may be texted again").arg(told.time())
                                 : Words::tr("Wrote START %1, may be texted again").arg(told.time());
}

using LineTeller = std::function<QString(const Telling &)>;
struct Entry {
    Mark mark;
    LineTeller tell;
};

const QHash<QString, Entry> &lineTellers()
{
    using ToldLine = const Telling &;
    static const QHash<QString, Entry> all{
        {QStringLiteral("missed_call"), {Mark::Call, missedCall}},
        {QStringLiteral("called_again"), {Mark::Call, calledAgain}},
        {QStringLiteral("call_rings"),
            {Mark::Call, [](ToldLine t) { return Words::tr("Calling since %1").arg(t.time()); }}},
        {QStringLiteral("answered_call"),
            {Mark::Call, [](ToldLine t) { return Words::tr("Called %1, a person answered").arg(t.time()); }}},
        {QStringLiteral("called_back"),
            {Mark::Call, [](ToldLine t) { return Words::tr("Called back %1").arg(t.time()); }}},
        {QStringLiteral("calling"),
            {Mark::Call, [](ToldLine t) { return Words::tr("You call since %1").arg(t.time()); }}},
        {QStringLiteral("called_out"),
            {Mark::Call, [](ToldLine t) { return Words::tr("Called %1, nobody picked up").arg(t.time()); }}},
        {QStringLiteral("kept_quiet"),
            {Mark::Stop,
                [](ToldLine t) {
                    return joined({Words::tr("On the quiet list %1").arg(t.time()), reasonOfCode(t.arg(0))});
                }}},
        {QStringLiteral("rescued"),
            {Mark::Person,
                [](ToldLine t) { return Words::tr("%1 took this off the quiet list %2").arg(t.arg(0), t.time()); }}},
        {QStringLiteral("tagged"),
            {Mark::Person,
                [](ToldLine t) {
                    return Words::tr("%1 marked this number: %2").arg(t.arg(0), contactTagOfCode(t.arg(1)));
                }}},
        {QStringLiteral("took_over"),
            {Mark::Person,
                [](ToldLine t) {
                    return joined({Words::tr("%1 took over %2").arg(t.arg(0), t.time()), Words::tr("AI paused")});
                }}},
        {QStringLiteral("handed_back"),
            {Mark::Assistant, [](ToldLine t) { return Words::tr("%1 handed back to AI %2").arg(t.arg(0), t.time()); }}},
        {QStringLiteral("shop_phone"),
            {Mark::Person,
                [](ToldLine t) {
                    return joined({Words::tr("Answered from the shop phone %1").arg(t.time()), Words::tr("AI paused")});
                }}},
        {QStringLiteral("closed"),
            {Mark::Check, [](ToldLine t) { return Words::tr("%1 set this to done %2").arg(t.arg(0), t.time()); }}},
        {QStringLiteral("opted_out"), {Mark::Stop, optedOut}},
        {QStringLiteral("opted_in"), {Mark::Check, optedIn}},
        {QStringLiteral("escalated"), {Mark::Urgent, escalated}},
        {QStringLiteral("acknowledged"),
            {Mark::Person, [](ToldLine t) { return Words::tr("%1 deals with it since %2").arg(t.arg(0), t.time()); }}},
        {QStringLiteral("promise_broken"),
            {Mark::Urgent,
                [](ToldLine t) {
                    return joined(
                        {Words::tr("Not kept by %1").arg(t.time()), Words::tr("“%1”").arg(t.arg(0)), t.arg(1)});
                }}},
        {QStringLiteral("held_times"), {Mark::Calendar, heldTimes}},
        {QStringLiteral("booked"),
            {Mark::Calendar,
                [](ToldLine t) {
                    return joined({Words::tr("Booked %1").arg(t.visit(1)), t.service()});
                }}},
        {QStringLiteral("moved"),
            {Mark::Calendar,
                [](ToldLine t) {
                    return joined({Words::tr("Moved to %1").arg(t.visit(1)), t.service()});
                }}},
        {QStringLiteral("visit_cancelled"),
            {Mark::Calendar,
                [](ToldLine t) {
                    return joined({Words::tr("Visit cancelled %1").arg(t.time()), t.service()});
                }}},
        {QStringLiteral("callback_queued"),
            {Mark::Call,
                [](ToldLine t) {
                    return joined({Words::tr("On the call-back list %1").arg(t.time()), reasonOfCode(t.arg(0))});
                }}},
        {QStringLiteral("callback_done"),
            {Mark::Call,
                [](ToldLine t) {
                    return joined({Words::tr("%1 called %2").arg(t.arg(0), t.time()), callbackResultOfCode(t.arg(1))});
                }}},
        {QStringLiteral("not_found"),
            {Mark::Urgent,
                [](ToldLine) {
                    return Words::tr("The provider has no record of the last text. Call, or send it again");
                }}},
        {QStringLiteral("unclear_left"),
            {Mark::Check, [](ToldLine t) { return Words::tr("%1 left the unclear text as it is").arg(t.arg(0)); }}},
    };
    return all;
}

} // namespace

MarkedWords systemLine(const engine::HistoryLine &line, const Profile &profile)
{
    const auto known = lineTellers().constFind(line.body);
    if (known == lineTellers().cend()) {
        const QStringList parts = QStringList{sentence(readable(line.body))} + line.args;
        return {Mark::None, joined(parts)};
    }
    return {known->mark, known->tell({line, profile})};
}

} // namespace deskbell::ui
