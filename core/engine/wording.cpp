// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"

#include "core/language/textcost.h"

#include <QLocale>
#include <algorithm>
#include <QRegularExpression>

namespace deskbell::engine {
namespace {

QString filled(QString words, const Profile &profile)
{
    words.replace(QLatin1String("{biz}"), profile.name);
    return words.contains(QLatin1String("{num}")) ? words.replace(QLatin1String("{num}"), displayNumber(profile.phone)) : words;
}

/// Asks for the usual spelling first: comparing without case takes ten times as long.
bool names(const QString &text, const QString &word)
{
    return text.contains(word) || text.contains(word, Qt::CaseInsensitive);
}

bool tellsAssistant(const QString &text)
{
    return names(text, QStringLiteral("assistant")) || names(text, QStringLiteral("automated"));
}

/// Tells that an assistant writes, as long as the whole stays one text.
QString disclosed(const QString &text)
{
    if (tellsAssistant(text))
        return text;
    static const QStringList tails{QStringLiteral(" I'm an automated assistant. Reply STOP to opt out."),
        QStringLiteral(" I'm an automated assistant."), QStringLiteral(" (automated assistant)")};
    for (const QString &tail : tails) {
        if (language::costOf(language::withPlainMarks(text + tail)).parts == 1)
            return text + tail;
    }
    return text + tails.last();
}

QString opening(const Profile &profile, Instant now)
{
    const auto open = nextOpening(profile.hours, now, profile.zone);
    return open ? when(profile, *open) : QString();
}

} // namespace

QString when(const Profile &profile, Instant at)
{
    // By hand: every missed call is summed up in these words, and QLocale takes most of a decision's time for them.
    static constexpr const char16_t *days[] = {u"Mon", u"Tue", u"Wed", u"Thu", u"Fri", u"Sat", u"Sun"};
    static constexpr const char16_t *months[] = {u"Jan", u"Feb", u"Mar", u"Apr", u"May", u"Jun", u"Jul", u"Aug", u"Sep", u"Oct", u"Nov", u"Dec"};
    const WallTime wall = wallTime(at, profile.zone);
    if (!wall.day.isValid())
        return {};
    const int hour = wall.time.hour();
    const QString minute = QString::number(wall.time.minute() + 100).mid(1);
    return QStringView(days[wall.day.dayOfWeek() - 1]) % u' ' % QStringView(months[wall.day.month() - 1]) % u' '
        % QString::number(wall.day.day()) % u" at " % QString::number(hour % 12 == 0 ? 12 : hour % 12) % u':' % minute
        % (hour < 12 ? u" AM" : u" PM");
}

QString money(const Profile &profile, qint64 cents)
{
    static const QLocale words(QLocale::English, QLocale::UnitedStates);
    const QString sign = profile.currency == QLatin1String("GBP") ? QStringLiteral("\u00a3")
        : profile.currency == QLatin1String("EUR") ? QStringLiteral("EUR ")
                                                   : QStringLiteral("$");
    return sign + (cents % 100 == 0 ? words.toString(cents / 100) : words.toString(double(cents) / 100, 'f', 2));
}

QString firstTextVariant(const Profile &profile, Instant at)
{
    const auto &closed = profile.hours.closedDates;
    if (std::find(closed.begin(), closed.end(), toWall(at, profile.zone).date()) != closed.end())
        return QStringLiteral("holiday");
    return isOpen(profile.hours, at, profile.zone) ? QStringLiteral("open") : QStringLiteral("closed");
}

QString firstText(const Profile &profile, Instant at)
{
    const QString variant = firstTextVariant(profile, at);
    const Words &words = profile.words;
    QString text = variant == QLatin1String("holiday") ? words.firstTextHoliday : QString();
    if (text.isEmpty() && variant != QLatin1String("open"))
        text = words.firstTextClosed; // a holiday without words of its own is a closed day
    if (text.isEmpty())
        text = words.firstText;
    if (text.isEmpty())
        text = QStringLiteral("Sorry we missed your call! This is {biz}. How can we help?");
    if (text.contains(QLatin1String("{open}")))
        text.replace(QLatin1String("{open}"), opening(profile, at));
    text = filled(text, profile);
    if (!names(text, profile.name))
        text = profile.name % QStringLiteral(": ") % text;
    return profile.policy.discloseAssistant ? disclosed(text) : text;
}

QString nudge(const Profile &profile, int number)
{
    const QString own = number <= 1 ? profile.words.nudge1 : profile.words.nudge2;
    if (!own.isEmpty())
        return filled(own, profile);
    return filled(number <= 1
            ? QStringLiteral("{biz}: still happy to help. Tell us what you need and we'll send times, or reply CALL and a person will ring you.")
            : QStringLiteral("{biz}: last note from us. Reply any time to pick this up, or CALL for a person. STOP to opt out."),
        profile);
}

QString offer(const Profile &profile, const std::vector<Hold> &holds, Instant)
{
    QStringList times;
    for (const Hold &hold : holds)
        times << when(profile, hold.slot.start);
    const QString last = times.takeLast();
    if (times.isEmpty())
        return QStringLiteral("I have %1 free. Does that suit you?").arg(last);
    return QStringLiteral("I have %1 or %2 free. Which suits you?").arg(times.join(QStringLiteral(", ")), last);
}

QString noTimeFree(const Profile &, bool askedExact)
{
    return askedExact ? QStringLiteral("That time isn't free, and I have nothing near it. Which other day would suit you?")
                      : QStringLiteral("I have nothing free then. Which other day would suit you?");
}

QString timeNotFree() { return QStringLiteral("That time isn't free."); }

QString justTaken() { return QStringLiteral("Sorry, that time was taken a moment ago."); }

QString booked(const Profile &profile, const Appointment &appointment, bool moved)
{
    const Service *service = profile.service(appointment.service);
    QString what = service ? service->name : QStringLiteral("your visit");
    if (!appointment.variant.isEmpty() && appointment.variant != QLatin1String("any"))
        what += QStringLiteral(" (%1)").arg(appointment.variant);
    const QString words = !profile.words.booked.isEmpty() ? profile.words.booked
        : moved ? QStringLiteral("{biz}: moved - {svc}, now {when}. Reply here if anything changes.")
                : QStringLiteral("{biz}: booked - {svc}, {when}. Reply here if anything changes.");
    QString text = filled(words, profile);
    return text.replace(QLatin1String("{svc}"), what).replace(QLatin1String("{when}"), when(profile, appointment.slot.start));
}

QString visitCancelled(const Profile &profile, const Appointment &appointment)
{
    return filled(QStringLiteral("{biz}: your visit on {when} is called off. Reply here any time for a new one."), profile)
        .replace(QLatin1String("{when}"), when(profile, appointment.slot.start));
}

QString optOutConfirmation(const Profile &profile)
{
    return filled(profile.words.optOutConfirmation.isEmpty()
            ? QStringLiteral("{biz}: you're opted out and won't get more texts from us. Reply START to undo. For help call {num}.")
            : profile.words.optOutConfirmation,
        profile);
}

bool asksToResubscribe(const Profile &profile)
{
    static const QRegularExpression yes(QStringLiteral("\\bYES\\b"));
    return profile.words.optOutConfirmation.contains(yes);
}

QString help(const Profile &profile)
{
    return filled(profile.words.help.isEmpty()
            ? QStringLiteral("{biz}: automated booking assistant. Reply CALL for a person, STOP to opt out. Phone {num}. Msg rates may apply.")
            : profile.words.help,
        profile);
}

QString handOverText(const Profile &profile, bool open, Instant now)
{
    if (!profile.words.handOver.isEmpty())
        return filled(profile.words.handOver, profile);
    if (open)
        return QStringLiteral("I'd rather have a person answer that. The team has been told and will reply here.");
    return QStringLiteral("I'd rather have a person answer that. The team sees it when we open, %1.").arg(opening(profile, now));
}

QString wrongNumberText() { return QStringLiteral("No problem, sorry for the mix-up. We won't text you again about this."); }

} // namespace deskbell::engine
