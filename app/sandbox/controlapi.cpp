// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/controlapi.h"

#include "app/sandbox/formfields.h"
#include "app/sandbox/phonecompany.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskbell::sandbox {
namespace {

constexpr std::string_view prefix = "/control/";

HttpAnswer json(const QJsonObject &object, int status = 200)
{
    return {status, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

HttpAnswer wrong(const QString &words)
{
    return json({{QStringLiteral("error"), words}}, 400);
}

HttpAnswer done(bool success, const QString &otherwise)
{
    return success ? json({{QStringLiteral("ok"), true}}) : wrong(otherwise);
}

QString text(const QJsonObject &wish, const char *name)
{
    const QString value = wish.value(QLatin1String(name)).toVariant().toString();
    // "+1555…" written plainly in a query arrives with a blank for the plus.
    return value.startsWith(u' ') ? QStringLiteral("+%1").arg(value.mid(1)) : value;
}

double number(const QJsonObject &wish, const char *name, double otherwise)
{
    bool ok = false;
    const double value = wish.value(QLatin1String(name)).toVariant().toDouble(&ok);
    return ok ? value : otherwise;
}

QJsonObject parameters(const HttpRequest &request)
{
    const QByteArray body(request.body.data(), qsizetype(request.body.size()));
    QJsonObject wish = QJsonDocument::fromJson(body).object();
    const FormFields query(request.query);
    for (const FormFields::Field &field : query.all())
        wish.insert(QString::fromUtf8(field.name), QString::fromUtf8(field.value));
    return wish;
}

HttpAnswer welcome()
{
    HttpAnswer answer{200,
        "Deskbell phone company in a box. Provider paths: /2010-04-01/Accounts/..., "
        "/v2/PhoneNumbers/...; push: /events?after=SEQ; to play with it: /control/...\n"};
    answer.contentType = "text/plain; charset=utf-8";
    return answer;
}

} // namespace

HttpAnswer ControlApi::serve(const HttpRequest &request)
{
    if (request.path == "/")
        return welcome();
    if (request.path.substr(0, prefix.size()) != prefix)
        return json({{QStringLiteral("error"), QStringLiteral("There is nothing at this address.")}}, 404);
    const std::string_view what = request.path.substr(prefix.size());
    const QByteArray body(request.body.data(), qsizetype(request.body.size()));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsed);
    if (!body.isEmpty() && document.isNull())
        return wrong(QStringLiteral("The body is not JSON: %1.").arg(parsed.errorString()));
    if (what == "faults" && !body.isEmpty())
        return setFaults(body);
    return act(what, parameters(request));
}

HttpAnswer ControlApi::act(std::string_view what, const QJsonObject &wish)
{
    const bool withNumbers = number(wish, "numbers", 1) != 0;
    if (what == "ring")
        return ring(wish);
    if (what == "text")
        return text(wish);
    if (what == "burst")
        return burst(wish);
    if (what == "texts")
        return texts(wish);
    if (what == "state")
        return json(m_company.state(withNumbers));
    if (what == "counters")
        return json(m_company.counters());
    if (what == "faults")
        return json({{QStringLiteral("faults"), m_company.state(false).value(QLatin1String("faults"))}});
    if (what == "hangup")
        return done(m_company.hangUp(sandbox::text(wish, "sid")), QStringLiteral("No such call is going on."));
    if (what == "answer")
        return done(m_company.answer(sandbox::text(wish, "sid")), QStringLiteral("No such call is ringing."));
    if (what == "line")
        m_company.setLineType(sandbox::text(wish, "number"), sandbox::text(wish, "type"));
    else if (what == "reset")
        m_company.reset();
    else
        return wrong(QStringLiteral("Known: ring, hangup, answer, text, texts, line, burst, faults, state, counters, "
                                    "reset."));
    return done(true, {});
}

HttpAnswer ControlApi::ring(const QJsonObject &wish)
{
    RingOrder order;
    order.from = sandbox::text(wish, "from");
    order.to = sandbox::text(wish, "to");
    if (wish.contains(QLatin1String("result")))
        order.result = sandbox::text(wish, "result");
    order.ringS = number(wish, "ring_s", order.ringS);
    order.talkS = number(wish, "talk_s", order.talkS);
    order.voicemailS = number(wish, "voicemail_s", order.voicemailS);
    order.agoS = number(wish, "ago_s", 0);
    order.lineType = sandbox::text(wish, "line_type");
    QString why;
    const QString sid = m_company.ring(order, &why);
    return sid.isEmpty() ? wrong(why) : json({{QStringLiteral("sid"), sid}});
}

HttpAnswer ControlApi::text(const QJsonObject &wish)
{
    const QString from = sandbox::text(wish, "from");
    if (from.isEmpty())
        return wrong(QStringLiteral("\"from\" must be the number that texts."));
    const QString body = wish.value(QLatin1String("body")).toString();
    return json({{QStringLiteral("sid"), m_company.textFrom(from, sandbox::text(wish, "to"), body)}});
}

HttpAnswer ControlApi::burst(const QJsonObject &wish)
{
    const BurstOrder order{int(number(wish, "count", 0)), number(wish, "rate", 0), sandbox::text(wish, "from_base"),
        sandbox::text(wish, "to")};
    QString why;
    const bool started = m_company.burst(order, &why);
    return done(started, why);
}

HttpAnswer ControlApi::setFaults(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonArray faults = document.isArray() ? document.array() : QJsonArray{document.object()};
    for (const QJsonValue &fault : faults) {
        QString why;
        if (!m_company.setFault(fault.toObject(), &why))
            return wrong(why);
    }
    return done(true, {});
}

HttpAnswer ControlApi::texts(const QJsonObject &wish)
{
    QJsonArray list;
    for (const HandsetText &text : m_company.handsetTexts(sandbox::text(wish, "to")))
        list << QJsonObject{{QStringLiteral("sid"), text.sid}, {QStringLiteral("from"), text.from},
            {QStringLiteral("to"), text.to}, {QStringLiteral("body"), text.body}, {QStringLiteral("at_ms"), text.atMs},
            {QStringLiteral("mine"), text.mine}, {QStringLiteral("from_company"), text.fromCompany}};
    return json({{QStringLiteral("texts"), list}});
}

} // namespace deskbell::sandbox
