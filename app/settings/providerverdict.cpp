// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/providerverdict.h"

#include "app/settings/settings.h"
#include "core/link/twilioreader.h"

#include <QUrl>

namespace deskbell::app {
namespace {

using Words = SettingsWords;
using State = Check::State;

constexpr Duration fineSkew = 30s; // the header knows whole seconds, and answers take time
constexpr Duration badSkew = 1h;

Check provider(State state, const QString &what, const QString &todo = {})
{
    return {QStringLiteral("provider"), Words::tr("Phone provider"), state, what, todo};
}

Check signIn(State state, const QString &what, const QString &todo = {})
{
    return {QStringLiteral("sign_in"), Words::tr("Sign-in"), state, what, todo};
}

QString hostOf(const link::LinkSettings &settings)
{
    return settings.base.port() > 0 ? QStringLiteral("%1:%2").arg(settings.base.host()).arg(settings.base.port())
                                    : settings.base.host();
}

Check verdictOnTrouble(const link::LinkSettings &settings, const http::Trouble &trouble)
{
    const QString host = hostOf(settings);
    const QString words = trouble.error.detail;
    switch (trouble.error.kind) {
    case ErrorKind::Offline:
        return provider(State::Fails, Words::tr("No connection to %1 (%2).").arg(host, words),
            link::isLoopback(settings.base) ? Words::tr("Start the program that should listen there.")
                                            : Words::tr("Check this computer's network, then the provider's address."));
    case ErrorKind::Timeout:
        return provider(State::Fails, Words::tr("%1 did not answer in time.").arg(host),
            Words::tr(
                "Check this computer's network. If other pages open, the provider may have trouble: try again later."));
    case ErrorKind::Refused:
        return provider(State::Fails,
            Words::tr("%1 cannot prove that it is who it says (%2). Nothing was sent.").arg(host, words),
            Words::tr(
                "Check the address and this computer's date. In a company's network, ask who looks into its traffic."));
    default:
        return provider(State::Fails,
            Words::tr("%1 answers, but not in a way that can be understood (%2).").arg(host, words),
            Words::tr("Check the provider's address."));
    }
}

/// "Its words: Authenticate (20003)."; empty when it said nothing.
QString itsWords(const QByteArray &body)
{
    const auto said = link::readError(body);
    if (!said || said->words.isEmpty())
        return {};
    return said->code > 0 ? Words::tr(" Its words: %1 (%2).").arg(said->words, QString::number(said->code))
                          : Words::tr(" Its words: %1.").arg(said->words);
}

Check verdictOnSuccess(const link::LinkSettings &settings, const http::Response &response)
{
    const auto page = link::readTexts(response.body);
    if (!page)
        return provider(State::Fails,
            Words::tr("%1 answers, but not as a phone provider of Twilio's kind (%2).")
                .arg(hostOf(settings), page.error().detail),
            Words::tr(
                "Check the address. It must be that of the provider's programming interface, not of its web pages."));
    return signIn(State::Works,
        settings.key.isEmpty()
            ? Words::tr("The provider accepts account %1 with its token.").arg(settings.accountSid)
            : Words::tr("The provider accepts key %1 for account %2.").arg(settings.key, settings.accountSid));
}

Check verdictOnRefusal(const http::Response &response)
{
    const QString said = itsWords(response.body);
    switch (response.status) {
    case 401:
        return signIn(State::Fails, Words::tr("The provider does not accept this account, key and secret.") % said,
            Words::tr("Copy all three again from the provider's console. A key's secret is shown there only once: make "
                      "a new key if it is lost."));
    case 403:
        return signIn(State::Fails, Words::tr("The provider knows the key but allows it nothing here.") % said,
            Words::tr("Look in the provider's console whether the account is suspended and what the key may do."));
    case 404:
        return signIn(State::Fails, Words::tr("The provider does not know this account.") % said,
            Words::tr("Check the account SID, then the provider's address."));
    case 429:
        return signIn(State::Note,
            Words::tr("The provider is asked too much just now, so the sign-in could not be tried.") % said,
            Words::tr("Try again in a minute."));
    default: break;
    }
    if (response.status >= 500)
        return provider(State::Fails,
            Words::tr("The provider has trouble of its own (%1).").arg(response.status) % said,
            Words::tr("Try again later, and look at the provider's status page."));
    if (response.status >= 300 && response.status < 400)
        return provider(State::Fails,
            Words::tr("The address leads on to another one, %1. The secret is not sent there.")
                .arg(QUrl::fromEncoded(response.header("Location")).host()),
            Words::tr("Set the provider's address to where it really is."));
    return provider(State::Fails, Words::tr("The provider answers with %1.").arg(response.status) % said,
        Words::tr("Check the provider's address and the account SID."));
}

QString lengthOf(Duration length)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length).count();
    if (seconds < 120)
        return Words::tr("%1 s").arg(seconds);
    return seconds < 7200 ? Words::tr("%1 min").arg(seconds / 60) : Words::tr("%1 h").arg(seconds / 3600);
}

Check verdictOnClock(Instant theirs, Instant ours)
{
    Check check{QStringLiteral("clock"), Words::tr("Clock"), State::Works,
        Words::tr("This computer's clock and the provider's agree."), {}};
    const Duration ahead = ours - theirs;
    const Duration apart = ahead < 0ms ? -ahead : ahead;
    if (apart <= fineSkew)
        return check;
    check.state = apart > badSkew ? State::Fails : State::Note;
    check.what = ahead > 0ms ? Words::tr("This computer's clock is %1 ahead of the provider's.").arg(lengthOf(apart))
                             : Words::tr("This computer's clock is %1 behind the provider's.").arg(lengthOf(apart));
    check.todo = Words::tr("Let the computer set its clock by the network: callers are greeted and told times by it.");
    return check;
}

} // namespace

Checks verdictOn(const link::LinkSettings &settings, const http::Reply &reply, Instant now)
{
    if (!reply)
        return {verdictOnTrouble(settings, reply.error())};
    Checks checks;
    const bool success = reply->status == 200;
    const Check verdict = success ? verdictOnSuccess(settings, *reply) : verdictOnRefusal(*reply);
    if (verdict.id == QLatin1String("sign_in"))
        checks << provider(State::Works, Words::tr("%1 answers.").arg(hostOf(settings)));
    checks << verdict;
    if (const Instant theirs = reply->date(); theirs.isSet())
        checks << verdictOnClock(theirs, now);
    return checks;
}

Check verdictOnNumber(const link::LinkSettings &settings)
{
    Check check{QStringLiteral("number"), Words::tr("Shop number"), State::Note,
        Words::tr("No number is set, so every number of the account counts as the shop's."), {}};
    if (settings.lines.empty())
        return check;
    const PhoneNumber &number = settings.lines.front();
    check.state = State::Works;
    check.what = Words::tr("%1 (%2) has the form of a phone number.").arg(displayNumber(number), number.e164);
    if (lineTypeByPrefix(number) == LineType::Premium) {
        check.state = State::Note;
        check.what =
            Words::tr("%1 is a premium number; carriers deliver no texts from those.").arg(displayNumber(number));
    }
    return check;
}

} // namespace deskbell::app
