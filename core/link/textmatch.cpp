// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/textmatch.h"

#include <algorithm>

namespace deskbell::link {
namespace {

/// The provider keeps whole seconds, and its machines do not agree to the second.
constexpr Duration createdBefore = 120s;

QString plain(const QString &words)
{
    QString text = words.normalized(QString::NormalizationForm_C);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    return text.trimmed();
}

} // namespace

bool sameWords(const TextRecord &shown, const QString &ours)
{
    if (shown.bodyHidden || shown.body == ours)
        return true;
    const QString theirs = plain(shown.body), mine = plain(ours);
    return !mine.isEmpty() && theirs.endsWith(mine);
}

Instant oldestMatch(const runtime::LookQuestion &question, Duration skew)
{
    return question.since + skew - createdBefore;
}

bool matches(const TextRecord &row, const runtime::LookQuestion &question, Duration skew)
{
    if (row.direction != TextRecord::Direction::OutboundApi || row.to != question.to)
        return false;
    // A pool of senders chooses the number late: no number is no contradiction.
    if (!row.from.isWithheld() && row.from != question.from)
        return false;
    if (row.createdAt.isSet() && row.createdAt < oldestMatch(question, skew))
        return false;
    return sameWords(row, question.body);
}

bool isAutoReply(const TextRecord &row)
{
    if (row.direction == TextRecord::Direction::OutboundReply)
        return true; // by its definition the answer of a script to a text
    static const QLatin1String beginnings[] = {QLatin1String("You have successfully been unsubscribed"),
        QLatin1String("You have successfully been re-subscribed"), QLatin1String("You have been unsubscribed"),
        QLatin1String("Reply STOP to unsubscribe"), QLatin1String("NETWORK MSG:")};
    return row.isOutbound() && std::any_of(std::begin(beginnings), std::end(beginnings), [&](QLatin1String beginning) {
        return row.body.startsWith(beginning, Qt::CaseInsensitive);
    });
}

ProviderText textOf(const TextRecord &row)
{
    ProviderText text;
    text.id = ProviderId{row.sid};
    text.from = row.from;
    text.to = row.to;
    text.body = row.body;
    text.at = row.sentAt.isSet() ? row.sentAt : row.createdAt;
    text.inbound = row.direction == TextRecord::Direction::Inbound;
    text.delivery = row.delivery;
    text.errorCode = row.errorCode;
    text.media = row.media;
    return text;
}

} // namespace deskbell::link
