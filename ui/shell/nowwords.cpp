// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nowwords.h"

#include "ui/words/when.h"

#include <QCoreApplication>

namespace deskbell::ui {

using runtime::LinkState;

namespace {

struct Now {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Now)
};

constexpr Duration patience = 5s;

QString banner(const LinkState &link, Duration down)
{
    if (link.kind == LinkState::Kind::SignInNeeded)
        return Now::tr("The phone provider refuses our sign-in. No calls are seen and no texts go out. Check the keys "
                       "in Settings.");
    if (link.kind != LinkState::Kind::Offline || down < patience)
        return {};
    return Now::tr("No link to the phone provider for %1. Texts wait here and go out when it is back, missed calls are "
                   "fetched then.")
        .arg(seconds(down));
}

} // namespace

OpenWords openWords(const Profile &profile, Instant now)
{
    OpenWords words;
    if (!profile.zone.isValid()) // the shop has not been read yet
        return words;
    words.open = isOpen(profile.hours, now, profile.zone);
    QString state;
    if (const auto until = closesAt(profile.hours, now, profile.zone))
        state = Now::tr("Open until %1").arg(dayTime(*until, now, profile.zone));
    else if (const auto next = nextOpening(profile.hours, now, profile.zone))
        state = Now::tr("Closed until %1").arg(dayTime(*next, now, profile.zone));
    else
        state = Now::tr("Closed");
    const QString day = Now::tr("%1, %2").arg(shortDay(toWall(now, profile.zone).date()), clockTime(now, profile.zone));
    words.line = Now::tr("%1 · %2").arg(state, day);
    return words;
}

LinkWords linkWords(const LinkState &link, Instant now, const QTimeZone &zone)
{
    const Instant heard = link.lastHeard.isSet() ? link.lastHeard : link.since;
    const Duration silent = heard.isSet() && now > heard ? now - heard : Duration{0};
    const Duration down = link.since.isSet() && now > link.since ? now - link.since : Duration{0};
    LinkWords words;
    switch (link.kind) {
    case LinkState::Kind::Starting: words.pill = Now::tr("Connecting"); break;
    case LinkState::Kind::Live:
        words.state = LinkPill::State::Live;
        words.pill = Now::tr("Live");
        break;
    case LinkState::Kind::Slow: words.pill = Now::tr("Slow, %1").arg(seconds(silent)); break;
    case LinkState::Kind::Offline:
        words.state = LinkPill::State::Offline;
        words.pill = Now::tr("Offline · %1").arg(seconds(down));
        break;
    case LinkState::Kind::SignInNeeded:
        words.state = LinkPill::State::Offline;
        words.pill = Now::tr("Sign-in needed");
        words.signIn = true;
        break;
    }
    words.banner = banner(link, down);
    if (link.lastHeard.isSet())
        words.proof = Now::tr("Line checked %1").arg(dayTime(link.lastHeard, now, zone));
    return words;
}

QString refusalSentence(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Storage:
        return Now::tr(
            "Not done: this computer could not keep it. Nothing was sent. Free some disk space, then try again.");
    case ErrorKind::Conflict:
        return Now::tr("Not done: this caller changed at the same moment. Look again, then try again.");
    case ErrorKind::Offline:
    case ErrorKind::Timeout: return Now::tr("Not done: no link. Try again when the link is back, or call.");
    case ErrorKind::Missing: return Now::tr("Not done: this caller is not there any more.");
    case ErrorKind::Refused:
    case ErrorKind::Malformed:
    case ErrorKind::Unusable:
        return Now::tr("Not done: %1").arg(error.detail.isEmpty() ? Now::tr("it was refused") : error.detail);
    }
    return {};
}

QString initialsOf(const QString &seat)
{
    QString initials;
    for (const QString &part : seat.split(u' ', Qt::SkipEmptyParts))
        initials += part.at(0).toUpper();
    return initials.left(2);
}

} // namespace deskbell::ui
