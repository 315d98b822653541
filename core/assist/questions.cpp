// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/questions.h"

#include "core/assist/answers.h"

namespace deskbell::assist {

using engine::Turn;

namespace {

std::optional<Turn> ask(const Situation &s, const QString &key, const QString &question)
{
    const QString rule = QStringLiteral("ask.") + key;
    if (s.hasSaid(rule))
        return std::nullopt;
    Turn t;
    t.proposal = engine::proposal::JustReply{};
    t.text = question;
    t.rule = rule;
    return t;
}

QString questionFor(const QString &key)
{
    if (key == QLatin1String("name"))
        return QStringLiteral("What name should I put it under?");
    if (key == QLatin1String("vehicle"))
        return QStringLiteral("What make and model is the vehicle?");
    if (key == QLatin1String("address"))
        return QStringLiteral("What's the address?");
    return QStringLiteral("Could you tell me the %1?").arg(key);
}

bool dependsOnVariant(const Service &service)
{
    return service.prices.size() > 1;
}

} // namespace

std::optional<Turn> missingVariant(const Situation &s, const Service &service)
{
    if (!dependsOnVariant(service) || !s.variant.isEmpty())
        return std::nullopt;
    if (service.ask.contains(QStringLiteral("vehicle")) && s.known(QStringLiteral("vehicle")).isEmpty())
        return ask(s, QStringLiteral("vehicle"), questionFor(QStringLiteral("vehicle")));
    QStringList names;
    for (const PriceRow &row : service.prices)
        names << row.variant;
    return ask(
        s, QStringLiteral("variant"), QStringLiteral("Which is it: %1?").arg(listed(names, QStringLiteral(", or "))));
}

std::optional<Turn> missingFact(const Situation &s, const Service &service)
{
    if (auto question = missingVariant(s, service))
        return question;
    for (const QString &key : service.ask) {
        const bool carKnown = key == QLatin1String("vehicle") && !s.variant.isEmpty();
        if (!s.known(key).isEmpty() || carKnown)
            continue;
        if (auto question = ask(s, key, questionFor(key)))
            return question;
    }
    return std::nullopt;
}

} // namespace deskbell::assist
