// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/screeningreader.h"

#include "core/profile/screeningfields.h"

#include <QRegularExpression>

namespace deskbell::profile {
namespace {

constexpr int longestRing = 600; // seconds

QString fieldName(const char *name) { return QString::fromLatin1(name); }

QStringList readBeginnings(const JsonNode &node)
{
    static const QRegularExpression beginning(QStringLiteral("^\\+[1-9][0-9]{0,6}$"));
    QStringList beginnings;
    for (const JsonNode &one : node.list()) {
        const QString text = one.value().toString();
        if (beginning.match(text).hasMatch())
            beginnings << text;
        else
            one.complain(QStringLiteral("the beginning of a number such as \"+44\""));
    }
    return beginnings;
}

} // namespace

MissedRules readMissedRules(const JsonNode &node)
{
    MissedRules rules;
    if (node.isMissing() || !node.isObject())
        return rules;
    for (const MissedField &field : missedFields()) {
        if (const JsonNode one = node[field.key]; !one.isMissing())
            rules.*field.member = one.yesNo().value_or(true);
    }
    rules.leastRing = 1ms * node["least_ring_ms"].wholeOr(static_cast<int>(rules.leastRing / 1ms), 0, longestRing * 1000);
    return rules;
}

ScreeningRules readScreeningRules(const JsonNode &node)
{
    ScreeningRules rules;
    if (node.isMissing() || !node.isObject())
        return rules;
    for (const PointField &field : pointFields())
        rules.*field.member = node[field.key].wholeOr(rules.*field.member, field.least, field.most);
    rules.shortRingUnder = 1s * node["short_ring_under_s"].wholeOr(static_cast<int>(rules.shortRingUnder / 1s), 0, longestRing);
    rules.alsoText = readBeginnings(node["also_text"]);
    if (rules.someFrom > rules.manyFrom)
        node["some_complaints_from"].say(QStringLiteral("is more than many_complaints_from"));
    return rules;
}

QJsonObject writeMissedRules(const MissedRules &rules)
{
    QJsonObject object;
    for (const MissedField &field : missedFields())
        object.insert(fieldName(field.key), rules.*field.member);
    object.insert(fieldName("least_ring_ms"), static_cast<qint64>(rules.leastRing / 1ms));
    return object;
}

QJsonObject writeScreeningRules(const ScreeningRules &rules)
{
    QJsonObject object;
    for (const PointField &field : pointFields())
        object.insert(fieldName(field.key), rules.*field.member);
    object.insert(fieldName("short_ring_under_s"), static_cast<qint64>(rules.shortRingUnder / 1s));
    object.insert(fieldName("also_text"), QJsonArray::fromStringList(rules.alsoText));
    return object;
}

} // namespace deskbell::profile
