// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/callline.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <cmath>

namespace deskbell::app {
namespace {

constexpr double longestCall = 4 * 3600; // seconds
constexpr double mostCalls = 100'000;

/// The fields of one line; says of each what is wrong with it.
class Fields
{
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {
    }

    QString text(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isString() || value.toString().trimmed().isEmpty())
            wrong(key, "must be a text");
        return value.toString().trimmed();
    }
    QString word(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isString() && !isNothing(value))
            wrong(key, "must be a text or null");
        return value.toString().trimmed();
    }
    double number(const char *key, double otherwise, double most)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (isNothing(value))
            return otherwise;
        const double number = value.toDouble(-1);
        if (number < 0 || number > most || !std::isfinite(number)) {
            m_problems << QStringLiteral("%1 must be a number from 0 to %2").arg(QLatin1String(key)).arg(most);
            return otherwise;
        }
        return number;
    }
    bool yesNo(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isBool() && !isNothing(value))
            wrong(key, "must be true or false");
        return value.toBool();
    }
    template<class Value> Value choice(const char *key, const QHash<QString, Value> &known, Value otherwise)
    {
        const QString said = word(key);
        if (said.isEmpty())
            return otherwise;
        const auto found = known.constFind(said.toLower().remove(u'_').remove(u'-'));
        if (found == known.cend())
            m_problems << QStringLiteral("%1: there is no \"%2\"").arg(QLatin1String(key), said.simplified().left(30));
        return found == known.cend() ? otherwise : *found;
    }
    void wrong(const char *key, const char *what) { m_problems << QString(QLatin1String(key) + u' ' + QLatin1String(what)); }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    static bool isNothing(const QJsonValue &value) { return value.isNull() || value.isUndefined(); }

    const QJsonObject &m_object;
    QStringList m_problems;
};

Instant readTime(Fields &fields)
{
    const QDateTime at = QDateTime::fromString(fields.text("at"), Qt::ISODate);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime)
        fields.wrong("at", "must be a time such as 2026-12-08T18:42:00-06:00");
    return at.isValid() ? Instant::fromDateTime(at) : Instant{};
}

CallResult readResult(Fields &fields)
{
    static const QHash<QString, CallResult> known{{QStringLiteral("noanswer"), CallResult::NoAnswer},
        {QStringLiteral("missed"), CallResult::NoAnswer}, {QStringLiteral("afterhours"), CallResult::NoAnswer},
        {QStringLiteral("busy"), CallResult::Busy}, {QStringLiteral("abandoned"), CallResult::Abandoned},
        {QStringLiteral("canceled"), CallResult::Abandoned}, {QStringLiteral("cancelled"), CallResult::Abandoned},
        {QStringLiteral("voicemail"), CallResult::Voicemail}, {QStringLiteral("answered"), CallResult::Answered}};
    return fields.choice("disposition", known, CallResult::NoAnswer);
}

LineType readLineType(Fields &fields)
{
    static const QHash<QString, LineType> known{{QStringLiteral("mobile"), LineType::Mobile},
        {QStringLiteral("landline"), LineType::Landline}, {QStringLiteral("fixedline"), LineType::Landline},
        {QStringLiteral("tollfree"), LineType::TollFree}, {QStringLiteral("voip"), LineType::Voip},
        {QStringLiteral("fixedvoip"), LineType::Voip}, {QStringLiteral("nonfixedvoip"), LineType::Voip},
        {QStringLiteral("premium"), LineType::Premium}, {QStringLiteral("unknown"), LineType::Unknown}};
    return fields.choice("line_type", known, LineType::Unknown);
}

Attestation readAttestation(Fields &fields)
{
    static const QHash<QString, Attestation> known{{QStringLiteral("a"), Attestation::Full},
        {QStringLiteral("b"), Attestation::Partial}, {QStringLiteral("c"), Attestation::Gateway},
        {QStringLiteral("failed"), Attestation::Failed}, {QStringLiteral("none"), Attestation::Unknown},
        {QStringLiteral("unknown"), Attestation::Unknown}};
    return fields.choice("attestation", known, Attestation::Unknown);
}

Duration secondsOf(double seconds) { return Duration(static_cast<qint64>(std::llround(seconds * 1000))); }

} // namespace

Result<CallLine> readCallLine(const QByteArray &json)
{
    QJsonParseError broken;
    const QJsonDocument document = QJsonDocument::fromJson(json, &broken);
    if (broken.error != QJsonParseError::NoError)
        return failure(ErrorKind::Malformed, QStringLiteral("is no JSON: %1").arg(broken.errorString()));
    if (!document.isObject())
        return failure(ErrorKind::Malformed, QStringLiteral("must be one JSON object"));
    const QJsonObject object = document.object();
    Fields fields(object);
    CallLine line;
    Call &call = line.call;
    line.id = fields.text("id");
    call.id = {line.id};
    call.from = readPhoneNumber(fields.text("from"));
    call.line = readPhoneNumber(fields.word("to"));
    call.startedAt = readTime(fields);
    call.rang = secondsOf(fields.number("ring_s", 0, longestCall));
    call.voicemail = secondsOf(fields.number("voicemail_s", 0, longestCall));
    call.endedAt = call.startedAt + call.rang + call.voicemail;
    call.result = readResult(fields);
    if (call.result == CallResult::NoAnswer && call.voicemail > Duration(0))
        call.result = CallResult::Voicemail;
    call.attestation = readAttestation(fields);
    call.lineType = readLineType(fields);
    line.isContact = fields.yesNo("in_contacts");
    line.isOptedOut = fields.yesNo("opted_out");
    line.hasOpenThread = fields.yesNo("open_thread");
    line.callsLastDay = static_cast<int>(fields.number("calls_last_24h", 1, mostCalls));
    if (!fields.problems().isEmpty())
        return failure(ErrorKind::Malformed, fields.problems().join(QStringLiteral("; ")));
    return line;
}

} // namespace deskbell::app
