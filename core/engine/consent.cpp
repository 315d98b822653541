// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

#include <QSet>

namespace deskbell::engine {
namespace {

/// "S T O P." and "stop" are one word: trimmed, folded, letters and digits only.
QString bare(const QString &body)
{
    QString letters;
    for (const QChar c : body.normalized(QString::NormalizationForm_KC)) {
        if (c.isLetterOrNumber())
            letters += c.toUpper();
    }
    return letters;
}

} // namespace

Keyword keywordOf(const QString &body)
{
    if (body.size() > 40)
        return Keyword::None;
    // Twilio's list, the FCC's, and the words other carriers add (compliance, opting out).
    static const QSet<QString> stop{QStringLiteral("STOP"), QStringLiteral("STOPALL"), QStringLiteral("UNSUBSCRIBE"),
        QStringLiteral("CANCEL"), QStringLiteral("END"), QStringLiteral("QUIT"), QStringLiteral("REVOKE"),
        QStringLiteral("OPTOUT"), QStringLiteral("REMOVE"), QStringLiteral("ARRET"), QStringLiteral("ARRÊT"),
        QStringLiteral("ALTO"), QStringLiteral("BAJA"), QStringLiteral("PARAR"), QStringLiteral("TD")};
    static const QSet<QString> start{QStringLiteral("START"), QStringLiteral("UNSTOP")};
    static const QSet<QString> help{QStringLiteral("HELP"), QStringLiteral("INFO"), QStringLiteral("AYUDA")};
    const QString word = bare(body);
    if (stop.contains(word))
        return Keyword::Stop;
    if (start.contains(word))
        return Keyword::Start;
    return help.contains(word) ? Keyword::Help : Keyword::None;
}

void optOut(Working &w, const QString &words, const QString &channel, bool confirm)
{
    ThreadState &s = w.state();
    s.callerWaitsSince = {}; // who says no, again too, waits for nothing
    if (s.optOut)
        return;
    s.optOut = OptOutMark{w.now(), words.left(160), channel};
    withdrawAutomaticTexts(w);
    releaseOffer(w);
    w.systemLine("opted_out", {words.left(160)}, w.key(u"opted_out:" % QString::number(w.now().ms)).value);
    w.journal("consent.out", {channel});
    closeLead(w, LeadOutcome::OptedOut);
    s.phase = phase::Closed{w.now()};
    if (!s.appointments.empty())
        queueCallback(w, Reason::MaybeAppointment);
    if (confirm) {
        Saying text;
        text.id = w.key(u"opt_out:" % QString::number(w.now().ms));
        text.kind = TextKind::OptOutConfirmation;
        text.body = optOutConfirmation(w.profile());
        text.rule = QStringLiteral("consent");
        text.fresh = 5min;
        say(w, std::move(text));
    }
}

void optIn(Working &w)
{
    ThreadState &s = w.state();
    s.optOut.reset();
    w.systemLine("opted_in", {}, w.key(u"opted_in:" % QString::number(w.now().ms)).value);
    w.journal("consent.in");
    rest(w);
}

void answerHelp(Working &w, const QString &about)
{
    w.journal("consent.help");
    Saying text;
    text.id = {u"help:" % about};
    text.kind = TextKind::Help;
    text.body = help(w.profile());
    text.rule = QStringLiteral("help");
    say(w, std::move(text));
}

void onOperatorOptedOut(Working &w, const fact::OperatorOptedOut &fact)
{
    optOut(w, fact.words, u"staff: " % fact.seat, false);
}

} // namespace deskbell::engine
