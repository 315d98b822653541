// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/dialect.h"

#include <QJsonArray>

namespace deskbell::llm {

using Kind = ModelTrouble::Kind;

QJsonObject openAiBody(const ModelSettings &settings, const Prompt &prompt)
{
    QJsonArray messages{QJsonObject{{QStringLiteral("role"), QStringLiteral("system")}, {QStringLiteral("content"), prompt.system}}};
    for (const Prompt::Line &line : prompt.lines)
        messages.append(QJsonObject{{QStringLiteral("role"), line.caller ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), line.text}});
    const QJsonObject schema{{QStringLiteral("name"), QStringLiteral("answer")}, {QStringLiteral("strict"), true},
        {QStringLiteral("schema"), prompt.schema}};
    return {{QStringLiteral("model"), settings.model}, {QStringLiteral("messages"), messages},
        {QStringLiteral("response_format"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("json_schema")}, {QStringLiteral("json_schema"), schema}}},
        // Both names: OpenAI's newer models know only the first, most local servers only the second.
        {settings.base.host().endsWith(QLatin1String("openai.com")) ? QStringLiteral("max_completion_tokens") : QStringLiteral("max_tokens"),
            settings.mostTokens},
        {QStringLiteral("stream"), false}};
}

ModelReply readOpenAi(const QJsonObject &body)
{
    const auto unusable = [](const char *why) {
        return tl::make_unexpected(ModelTrouble{Kind::Unusable, QString::fromLatin1(why), {}});
    };
    const QJsonObject choice = body.value(QLatin1String("choices")).toArray().first().toObject();
    const QString finish = choice.value(QLatin1String("finish_reason")).toString();
    const QJsonObject message = choice.value(QLatin1String("message")).toObject();
    if (!message.value(QLatin1String("refusal")).toString().isEmpty() || finish == u"content_filter")
        return unusable("the model refused to answer");
    if (finish == u"length")
        return unusable("the model's answer was cut");
    auto object = objectIn(message.value(QLatin1String("content")).toString());
    if (!object)
        return unusable("the model's answer is no JSON object");
    const QJsonObject usage = body.value(QLatin1String("usage")).toObject();
    return ModelAnswer{std::move(*object),
        usage.value(QLatin1String("prompt_tokens")).toInteger() + usage.value(QLatin1String("completion_tokens")).toInteger()};
}

} // namespace deskbell::llm
