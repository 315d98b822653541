// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/triggers.h"

#include "core/language/pattern.h"
#include "core/language/urgency.h"

#include <algorithm>

namespace deskbell::language {
namespace {

struct Compiled {
    const TriggerRow *row;
    QStringList trades;
    Pattern pattern;
};

/// One entry for each wording, with an index: every text of a caller passes here.
struct TriggerTable {
    std::vector<Compiled> wordings;
    PatternIndex index;
};

const TriggerTable &table()
{
    static const TriggerTable made = [] {
        TriggerTable all;
        for (const TriggerRow &row : triggerTable()) {
            for (const char *wording : row.wordings) {
                all.wordings.push_back(
                    {&row, QString::fromLatin1(row.trades).split(u'|', Qt::SkipEmptyParts), Pattern(wording)});
                all.index.add(all.wordings.back().pattern);
            }
        }
        return all;
    }();
    return made;
}

QString wordsOf(const Tokens &tokens, const Pattern::Span &span)
{
    QStringList words;
    for (int i = span.from; i < span.to; ++i)
        words.append(tokens[static_cast<size_t>(i)].word);
    return words.join(u' ');
}

std::optional<Pattern::Span> spoken(const Pattern &pattern, const Tokens &tokens)
{
    const auto span = pattern.find(tokens);
    return span && !deniedBefore(tokens, span->from) ? span : std::nullopt;
}

bool isOf(const QStringList &trades, const QString &trade)
{
    return trades.isEmpty() || std::any_of(trades.begin(), trades.end(), [&](const QString &one) {
        return trade.contains(one, Qt::CaseInsensitive);
    });
}

/// It is over, or can wait: the caller says so.
bool isCalm(const Tokens &tokens)
{
    static const Patterns patterns{"no longer", "no|not ... anymore", "not|isnt|stopped leaking|flooding|dripping|overflowing",
        "not|isnt|nothing|no|aint an|a|that|really|super|too|so? urgent|emergency|rush|hurry|serious", "under control",
        "for now", "all good now", "already fixed|stopped|resolved|shut|off", "can wait"};
    return patterns.in(tokens);
}

class Gravest
{
public:
    void offer(Trigger trigger)
    {
        if (!m_best || trigger.level < m_best->level)
            m_best = std::move(trigger);
    }
    [[nodiscard]] std::optional<Trigger> take() { return std::move(m_best); }

private:
    std::optional<Trigger> m_best;
};

void fromUrgency(Gravest &gravest, const Tokens &tokens, const QStringList &off)
{
    const auto mention = mentionedDanger(tokens);
    if (!mention)
        return;
    const AlertLevel level = levelOf(mention->kind, mention->rule);
    if (level != AlertLevel::Danger && off.contains(mention->kind))
        return;
    if (const auto urgent = findUrgency(tokens))
        gravest.offer({urgent->kind, level, false, urgent->rule});
    else if (level == AlertLevel::Now && isCalm(tokens))
        gravest.offer({mention->kind, AlertLevel::Today, false, mention->rule});
}

void fromTable(Gravest &gravest, const Tokens &tokens, const QString &trade, const QStringList &off)
{
    for (const int at : table().index.worthALook(tokens)) {
        const Compiled &one = table().wordings[static_cast<size_t>(at)];
        const TriggerRow &row = *one.row;
        const QString kind = QString::fromLatin1(row.kind);
        if (!isOf(one.trades, trade) || (row.level != AlertLevel::Danger && off.contains(kind)))
            continue;
        if (const auto span = spoken(one.pattern, tokens)) {
            const AlertLevel level = row.level == AlertLevel::Now && isCalm(tokens) ? AlertLevel::Today : row.level;
            gravest.offer({kind, level, row.whenOpen, wordsOf(tokens, *span)});
        }
    }
}

void fromShop(Gravest &gravest, const Tokens &tokens, const std::vector<TriggerRule> &rules)
{
    for (const TriggerRule &rule : rules) {
        if (const auto span = spoken(Pattern(rule.words.toLower().toUtf8().constData()), tokens))
            gravest.offer({rule.kind, rule.level, false, wordsOf(tokens, *span)});
    }
}

} // namespace

AlertLevel levelOf(const QString &kind, const QString &rule)
{
    static const QStringList life{QStringLiteral("self_harm"), QStringLiteral("threat"), QStringLiteral("medical"),
        QStringLiteral("fire"), QStringLiteral("gas"), QStringLiteral("electric"), QStringLiteral("vehicle")};
    if (life.contains(kind))
        return AlertLevel::Danger;
    // Somebody shut in, or out in the cold, may be in danger; a key left inside is not.
    return kind == QLatin1String("lockout") && rule != QLatin1String("locked out") ? AlertLevel::Danger : AlertLevel::Now;
}

std::optional<Trigger> findTrigger(const Tokens &tokens, const QString &trade, const Policy &policy)
{
    Gravest gravest;
    fromUrgency(gravest, tokens, policy.triggersOff);
    fromTable(gravest, tokens, trade, policy.triggersOff);
    fromShop(gravest, tokens, policy.triggers);
    return gravest.take();
}

} // namespace deskbell::language
