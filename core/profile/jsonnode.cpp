// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/jsonnode.h"

#include <cmath>

namespace deskbell::profile {
namespace {

constexpr int shownLength = 40;
constexpr double mostAmount = 10'000'000;

/// Short and on one line, whatever the file holds.
QString shown(QString text)
{
    if (text.size() > shownLength)
        text = QString(text.left(shownLength) + QStringLiteral("..."));
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u'?';
    }
    return u'"' + text + u'"';
}

QString describe(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined: return QStringLiteral("nothing");
    case QJsonValue::Null: return QStringLiteral("null");
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: return QString::number(value.toDouble(), 'g', 12);
    case QJsonValue::Array: return QStringLiteral("a list");
    case QJsonValue::Object: return QStringLiteral("an object");
    case QJsonValue::String: break;
    }
    return shown(value.toString());
}

} // namespace

JsonNode::JsonNode(QJsonValue value, QString path, QStringList &problems)
    : m_value(std::move(value))
    , m_path(std::move(path))
    , m_problems(&problems)
{
}

JsonNode JsonNode::operator[](const char *key) const
{
    const QString name = QString::fromLatin1(key);
    return {m_value.toObject().value(name), m_path.isEmpty() ? name : QString(m_path + u'.' + name), *m_problems};
}

void JsonNode::say(const QString &words) const
{
    const QString where = m_path.isEmpty() ? QStringLiteral("profile") : m_path;
    m_problems->append(where + QStringLiteral(": ") + words);
}

void JsonNode::complain(const QString &what) const
{
    say(QStringLiteral("must be ") + what + QStringLiteral(", found ") + describe(m_value));
}

bool JsonNode::isObject() const
{
    if (!m_value.isObject())
        complain(QStringLiteral("an object in braces"));
    return m_value.isObject();
}

QList<JsonNode> JsonNode::list() const
{
    if (m_value.isUndefined())
        return {};
    if (!m_value.isArray()) {
        complain(QStringLiteral("a list in square brackets"));
        return {};
    }
    QList<JsonNode> nodes;
    const QJsonArray array = m_value.toArray();
    for (int i = 0; i < array.size(); ++i)
        nodes.append(JsonNode(array.at(i), m_path + u'[' + QString::number(i) + u']', *m_problems));
    return nodes;
}

QString JsonNode::text() const
{
    const QString text = m_value.toString().trimmed();
    if (text.isEmpty())
        complain(QStringLiteral("a text"));
    return text;
}

QString JsonNode::textOr(const QString &otherwise) const
{
    if (m_value.isUndefined())
        return otherwise;
    if (!m_value.isString())
        complain(QStringLiteral("a text"));
    return m_value.toString().trimmed();
}

QStringList JsonNode::textList() const
{
    QStringList texts;
    for (const JsonNode &node : list())
        texts.append(node.text());
    texts.removeAll(QString());
    return texts;
}

std::optional<int> JsonNode::whole(int least, int most) const
{
    const double number = m_value.toDouble(std::nan(""));
    if (number >= least && number <= most && number == std::floor(number))
        return static_cast<int>(number);
    complain(QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    return std::nullopt;
}

int JsonNode::wholeOr(int otherwise, int least, int most) const
{
    return m_value.isUndefined() ? otherwise : whole(least, most).value_or(otherwise);
}

std::optional<bool> JsonNode::yesNo() const
{
    if (m_value.isBool())
        return m_value.toBool();
    complain(QStringLiteral("true or false"));
    return std::nullopt;
}

std::optional<qint64> JsonNode::cents() const
{
    const double amount = m_value.toDouble(std::nan(""));
    if (!(amount >= 0)) {
        complain(QStringLiteral("a number of at least 0"));
        return std::nullopt;
    }
    if (amount > mostAmount) {
        complain(QStringLiteral("at most 10000000"));
        return std::nullopt;
    }
    const qint64 cents = std::llround(amount * 100);
    if (std::abs(amount * 100 - static_cast<double>(cents)) > 1e-4) {
        complain(QStringLiteral("an amount with at most two decimals"));
        return std::nullopt;
    }
    return cents;
}

std::optional<QDate> JsonNode::date() const
{
    const QDate day = QDate::fromString(m_value.toString(), QStringLiteral("yyyy-MM-dd"));
    if (day.isValid())
        return day;
    complain(QStringLiteral("a date such as \"2026-12-25\""));
    return std::nullopt;
}

std::optional<QTime> JsonNode::time() const
{
    const QString text = m_value.toString();
    if (text == QLatin1String("24:00"))
        return QTime(23, 59); // a wall time has no 24:00; the last minute of a day is never sold
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (time.isValid())
        return time;
    complain(QStringLiteral("a time such as \"09:00\""));
    return std::nullopt;
}

} // namespace deskbell::profile
