// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/dialect.h"

#include <QJsonDocument>

namespace deskbell::llm {
namespace {

using Kind = ModelTrouble::Kind;

QUrl endpoint(const ModelSettings &settings)
{
    QUrl url = settings.base;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString tail = settings.dialect == Dialect::OpenAi ? QStringLiteral("/chat/completions") : QStringLiteral("/v1/messages");
    url.setPath(path.endsWith(tail) ? path : path % tail);
    return url;
}

/// The kind of error, by both dialects' words: {"error": {"type", "code", "message"}}; Ollama says {"error": "text"}.
struct Complaint {
    QString type;
    QString code;
};

Complaint complaintOf(const QByteArray &body)
{
    const QJsonValue error = QJsonDocument::fromJson(body).object().value(QLatin1String("error"));
    const QJsonObject object = error.toObject();
    return {object.value(QLatin1String("type")).toString(), object.value(QLatin1String("code")).toString()};
}

/// 429 has two meanings: slow down, or no credit left.
bool isAboutMoney(int status, const Complaint &complaint)
{
    return status == 402 || complaint.type == u"billing_error" || complaint.code.contains(QLatin1String("quota"))
        || complaint.type.contains(QLatin1String("quota")) || complaint.code.contains(QLatin1String("credit"));
}

ModelTrouble troubleOf(const http::Response &response)
{
    const int status = response.status;
    const Complaint complaint = complaintOf(response.body);
    const QString told = QStringLiteral("the model's server answered %1").arg(status);
    if (isAboutMoney(status, complaint))
        return {Kind::Money, told % QStringLiteral(": credit or quota is used up"), {}};
    if (status == 401 || status == 403)
        return {Kind::SignIn, told % QStringLiteral(": it refuses the key"), {}};
    if (status == 404)
        return {Kind::Wrong, told % QStringLiteral(": it does not know the address or the model"), {}};
    if (status == 408 || status == 409 || status == 429 || status >= 500)
        return {Kind::Passing, told, response.retryAfter()};
    return {Kind::Wrong, told, {}};
}

} // namespace

http::Request modelRequest(const ModelSettings &settings, const Prompt &prompt)
{
    http::Request request;
    request.method = "POST";
    request.url = endpoint(settings);
    request.contentType = "application/json";
    request.deadline = settings.within;
    request.connectWithin = settings.connectWithin;
    request.maxBody = 256 * 1024;
    const bool openAi = settings.dialect == Dialect::OpenAi;
    request.body = QJsonDocument(openAi ? openAiBody(settings, prompt) : anthropicBody(settings, prompt)).toJson(QJsonDocument::Compact);
    if (!openAi) {
        request.headers.append(http::Header{"anthropic-version", "2023-06-01"});
        if (!settings.key.isEmpty())
            request.headers.append(http::Header{"x-api-key", settings.key.toUtf8()});
    } else if (!settings.key.isEmpty()) {
        request.credential = http::bearerCredential(request.url.host(), settings.key.toUtf8());
    }
    return request;
}

ModelReply readModelAnswer(const ModelSettings &settings, const http::Response &response)
{
    if (response.status < 200 || response.status > 299)
        return tl::make_unexpected(troubleOf(response));
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return tl::make_unexpected(ModelTrouble{Kind::Unusable, QStringLiteral("the model's server sent no JSON"), {}});
    return settings.dialect == Dialect::OpenAi ? readOpenAi(document.object()) : readAnthropic(document.object());
}

std::optional<QJsonObject> objectIn(const QString &text)
{
    const qsizetype from = text.indexOf(u'{');
    const qsizetype to = text.lastIndexOf(u'}');
    if (from < 0 || to < from)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(text.mid(from, to - from + 1).toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace deskbell::llm
