// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/dialect.h"

#include <QJsonArray>

namespace deskbell::llm {
namespace {

using Kind = ModelTrouble::Kind;
const QString tool = QStringLiteral("answer");

} // namespace

QJsonObject anthropicBody(const ModelSettings &settings, const Prompt &prompt)
{
    QJsonArray messages;
    for (const Prompt::Line &line : prompt.lines) {
        // It begins with the caller, so what we said before their first text is left out: the system part tells it.
        if (messages.isEmpty() && !line.caller)
            continue;
        messages.append(QJsonObject{{QStringLiteral("role"), line.caller ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), line.text}});
    }
    const QJsonArray tools{QJsonObject{{QStringLiteral("name"), tool},
        {QStringLiteral("description"), QStringLiteral("The one answer to the caller's last texts.")},
        {QStringLiteral("input_schema"), prompt.schema}}};
    return {{QStringLiteral("model"), settings.model}, {QStringLiteral("max_tokens"), settings.mostTokens},
        {QStringLiteral("system"), prompt.system}, {QStringLiteral("messages"), messages}, {QStringLiteral("tools"), tools},
        {QStringLiteral("tool_choice"), QJsonObject{{QStringLiteral("type"), QStringLiteral("tool")}, {QStringLiteral("name"), tool}}}};
}

ModelReply readAnthropic(const QJsonObject &body)
{
    const auto unusable = [](const char *why) {
        return tl::make_unexpected(ModelTrouble{Kind::Unusable, QString::fromLatin1(why), {}});
    };
    const QString stop = body.value(QLatin1String("stop_reason")).toString();
    if (stop == u"refusal")
        return unusable("the model refused to answer");
    if (stop == u"max_tokens" || stop == u"model_context_window_exceeded")
        return unusable("the model's answer was cut");
    const QJsonObject usage = body.value(QLatin1String("usage")).toObject();
    const qint64 tokens = usage.value(QLatin1String("input_tokens")).toInteger() + usage.value(QLatin1String("output_tokens")).toInteger();
    const QJsonArray content = body.value(QLatin1String("content")).toArray();
    for (const QJsonValue &part : content) {
        const QJsonObject block = part.toObject();
        if (block.value(QLatin1String("type")) == QLatin1String("tool_use") && block.value(QLatin1String("name")).toString() == tool
            && block.value(QLatin1String("input")).isObject())
            return ModelAnswer{block.value(QLatin1String("input")).toObject(), tokens};
    }
    return unusable("the model's answer is no answer to the question");
}

} // namespace deskbell::llm
