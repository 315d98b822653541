// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/noticewords.h"

#include "ui/words/reasons.h"
#include "ui/words/when.h"
#include "ui/words/words.h"

#include <QHash>
#include <functional>

namespace deskbell::ui {

namespace {

struct Told {
    const runtime::Notice &notice;
    const Profile &profile;

    [[nodiscard]] QString who() const { return notice.name.isEmpty() ? Words::tr("A caller") : notice.name; }
    [[nodiscard]] QString arg(int index) const { return notice.what.args.value(index); }
    [[nodiscard]] QString visit() const
    {
        const QDateTime start = QDateTime::fromString(arg(1), Qt::ISODate);
        const QString when = start.isValid() ? dayTime(Instant::fromDateTime(start), notice.at, profile.zone) : arg(1);
        return Words::tr("%1, %2").arg(serviceName({arg(0)}, profile), when);
    }
};

/// What it is about, and whose turn it is.
QString alertWords(const Told &t)
{
    const QString kind = sentence(escalationKind(t.arg(0)));
    return t.arg(1).isEmpty() ? kind : Words::tr("%1. %2 is called").arg(kind, t.arg(1));
}

using NoticeTeller = std::function<NoticeWords(const Told &)>;
using T = const Told &;

const QHash<QString, NoticeTeller> &noticeTellers()
{
    static const QHash<QString, NoticeTeller> all{
        {QStringLiteral("urgent"),
            [](T t) {
                return NoticeWords{Words::tr("%1 needs a person now").arg(t.who()), alertWords(t)};
            }},
        {QStringLiteral("page"),
            [](T t) {
                return NoticeWords{Words::tr("%1 still needs a person, nobody answered").arg(t.who()), alertWords(t)};
            }},
        {QStringLiteral("alert_again"),
            [](T t) {
                return NoticeWords{Words::tr("%1 called or wrote again").arg(t.who()),
                    t.arg(1).isEmpty() ? sentence(escalationKind(t.arg(0)))
                                       : Words::tr("%1 deals with it").arg(t.arg(1))};
            }},
        {QStringLiteral("waiting"),
            [](T t) {
                return NoticeWords{Words::tr("%1 waits for an answer").arg(t.who()), Words::tr("The last word is theirs")};
            }},
        {QStringLiteral("promise_broken"),
            [](T t) {
                return NoticeWords{Words::tr("A promise to %1 is overdue").arg(t.who()),
                    t.arg(0).isEmpty() ? QString() : Words::tr("Made by %1").arg(t.arg(0))};
            }},
        {QStringLiteral("needs_person"),
            [](T t) {
                return NoticeWords{Words::tr("%1 needs a person").arg(t.who()), sentence(reasonOfCode(t.arg(0)))};
            }},
        {QStringLiteral("reply_held"),
            [](T t) {
                return NoticeWords{Words::tr("%1 wrote").arg(t.who()), Words::tr("You have this caller")};
            }},
        {QStringLiteral("callback"),
            [](T t) {
                return NoticeWords{Words::tr("%1 is to be called back").arg(t.who()), sentence(reasonOfCode(t.arg(0)))};
            }},
        {QStringLiteral("booked"),
            [](T t) {
                return NoticeWords{Words::tr("%1 booked").arg(t.who()), t.visit()};
            }},
        {QStringLiteral("moved"),
            [](T t) {
                return NoticeWords{Words::tr("%1 moved the visit").arg(t.who()), t.visit()};
            }},
        {QStringLiteral("visit_cancelled"),
            [](T t) {
                return NoticeWords{
                    Words::tr("%1 cancelled the visit").arg(t.who()), serviceName({t.arg(0)}, t.profile)};
            }},
        {QStringLiteral("no_reply"),
            [](T t) {
                return NoticeWords{
                    Words::tr("%1 did not reply").arg(t.who()), Words::tr("Two nudges sent, a person decides")};
            }},
        {QStringLiteral("silent"),
            [](T t) {
                return NoticeWords{Words::tr("%1 still waits for an answer").arg(t.who()),
                    t.arg(0).isEmpty() ? QString() : Words::tr("%1 has this caller").arg(t.arg(0))};
            }},
        {QStringLiteral("called_while_held"),
            [](T t) {
                return NoticeWords{Words::tr("%1 called again").arg(t.who()), Words::tr("You have this caller")};
            }},
        {QStringLiteral("late_calls"),
            [](T) {
                return NoticeWords{Words::tr("Several calls were found late"), Words::tr("Nobody was texted. They are on the call-back list")};
            }},
        {QStringLiteral("too_many_texts"),
            [](T t) {
                return NoticeWords{Words::tr("Texting back stopped for now"),
                    Words::tr("More than %1 first texts in an hour. New callers go to the call-back list").arg(t.arg(0))};
            }},
        {QStringLiteral("not_found"),
            [](T t) {
                return NoticeWords{
                    Words::tr("A text to %1 may not have gone out").arg(t.who()), Words::tr("Call, or send it again")};
            }},
    };
    return all;
}

} // namespace

NoticeWords noticeWords(const runtime::Notice &notice, const Profile &profile)
{
    const Told told{notice, profile};
    if (const auto known = noticeTellers().constFind(notice.what.code); known != noticeTellers().cend())
        return (*known)(told);
    return {Words::tr("%1: %2").arg(told.who(), readable(notice.what.code)), notice.what.args.join(Words::tr(", "))};
}

runtime::NoticeText noticeText(const runtime::Notice &notice, const Profile &profile)
{
    static const QStringList toTake{QStringLiteral("urgent"), QStringLiteral("page"), QStringLiteral("waiting"), QStringLiteral("needs_person"), QStringLiteral("silent"),
        QStringLiteral("not_found")};
    const bool pages = notice.what.code == u"urgent" || notice.what.code == u"page";
    runtime::Notice plain = notice;
    plain.name = notice.name.simplified();
    if (!plain.name.isEmpty() && plain.name.front().isLetter()) // a number stays whole
        plain.name = plain.name.section(u' ', 0, 0);
    const NoticeWords said = noticeWords(plain, profile);
    return {said.title, said.text, toTake.contains(notice.what.code) ? Words::tr("Take it now") : QString(), Words::tr("Open"),
        pages ? Words::tr("I deal with it") : QString()};
}

} // namespace deskbell::ui
