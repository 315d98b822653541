// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/understand/scoring.h"

#include "app/understand/understoodline.h"
#include "tests/understand/datescore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace deskbell::testing {
namespace {

const Profile &noServices()
{
    static const Profile profile = [] {
        Profile p;
        p.zone = QTimeZone("America/Chicago");
        return p;
    }();
    return profile;
}

Half halfOf(const QJsonObject &row)
{
    const QString named = row[QStringLiteral("half")].toString();
    if (!named.isEmpty())
        return named == QLatin1String("tune") ? Half::Tune : Half::Held;
    return row[QStringLiteral("id")].toString().section(u'-', 1, 1).toInt() % 2 == 1 ? Half::Tune : Half::Held;
}

QStringList words(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list << one.toString();
    return list;
}

bool holdsAll(const QStringList &list, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &one) { return list.contains(one); });
}

bool areRightIntents(const QJsonObject &row, const QJsonObject &answer)
{
    const QStringList need = words(row[QStringLiteral("intents")]);
    const QStringList anyOf = words(row[QStringLiteral("any_of")]);
    const QStringList may = need + anyOf + words(row[QStringLiteral("also_ok")]) + QStringList{QStringLiteral("greeting")};
    const QStringList got = words(answer[QStringLiteral("intents")]);
    const bool oneOfAny = anyOf.isEmpty() || std::any_of(got.begin(), got.end(), [&](const QString &one) { return anyOf.contains(one); });
    return holdsAll(got, need) && holdsAll(may, got) && oneOfAny;
}

QString described(Topic topic, const QJsonObject &row, const QJsonObject &answer)
{
    const QString said = topic == Topic::Dates ? words(answer[QStringLiteral("value")]).join(u' ')
        : topic == Topic::Intents              ? words(answer[QStringLiteral("intents")]).join(u' ')
        : answer[wordOf(topic)].toBool()       ? QStringLiteral("yes")
                                               : QStringLiteral("no");
    return QString(row[QStringLiteral("text")].toString() % QStringLiteral(" -> ") % (said.isEmpty() ? QStringLiteral("nothing") : said));
}

} // namespace

const std::vector<Topic> &everyTopic()
{
    static const std::vector<Topic> topics{Topic::Intents, Topic::Dates, Topic::OptOut, Topic::Urgent, Topic::Spam};
    return topics;
}

QString wordOf(Topic topic)
{
    switch (topic) {
    case Topic::Intents: return QStringLiteral("intents");
    case Topic::Dates: return QStringLiteral("dates");
    case Topic::OptOut: return QStringLiteral("opt_out");
    case Topic::Urgent: return QStringLiteral("urgent");
    case Topic::Spam: return QStringLiteral("spam");
    }
    return {};
}

std::optional<std::vector<QJsonObject>> casesIn(const QString &path, std::optional<Half> half)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    std::vector<QJsonObject> rows;
    while (!file.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        if (row.contains(QStringLiteral("text")) && (!half || halfOf(row) == *half))
            rows.push_back(row);
    }
    return rows;
}

std::vector<QJsonObject> grownCases(Topic topic, Half half)
{
    return casesIn(QStringLiteral(DESKBELL_TEST_DATA "/language/%1.jsonl").arg(wordOf(topic)), half)
        .value_or(std::vector<QJsonObject>());
}

std::vector<QJsonObject> callersCases(Topic topic, Half half)
{
    return casesIn(QStringLiteral(DESKBELL_TEST_DATA "/callers/%1.jsonl").arg(wordOf(topic)), half)
        .value_or(std::vector<QJsonObject>());
}

QJsonObject answerTo(const QJsonObject &row)
{
    static const Instant someDay = toInstant(QDate(2026, 10, 14), QTime(9, 20), noServices().zone);
    const auto line = app::understoodLine(QJsonDocument(row).toJson(QJsonDocument::Compact), noServices(), someDay);
    return line ? QJsonDocument::fromJson(*line).object() : QJsonObject();
}

bool isRight(Topic topic, const QJsonObject &row, const QJsonObject &answer)
{
    switch (topic) {
    case Topic::Intents: return areRightIntents(row, answer);
    case Topic::Dates: return isRightDate(row, answer);
    case Topic::OptOut:
    case Topic::Urgent:
    case Topic::Spam: return answer[wordOf(topic)].toBool() == row[wordOf(topic)].toBool();
    }
    return false;
}

Tally tally(Topic topic, const std::vector<QJsonObject> &rows)
{
    Tally sum;
    for (const QJsonObject &row : rows) {
        const QJsonObject answer = answerTo(row);
        const bool right = isRight(topic, row, answer);
        const bool isOther = topic != Topic::Intents && topic != Topic::Dates && !row[wordOf(topic)].toBool();
        ++(isOther ? sum.others : sum.wanted);
        if (isOther)
            sum.falseAlarms += right ? 0 : 1;
        else
            sum.right += right ? 1 : 0;
        if (!right)
            sum.misses << described(topic, row, answer);
    }
    return sum;
}

} // namespace deskbell::testing
