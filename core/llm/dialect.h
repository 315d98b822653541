// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "core/llm/modelsettings.h"

#include <QJsonObject>
#include <optional>
#include <vector>

namespace deskbell::llm {

/// A question to a model: what it is to know and do, the conversation, and the shape its answer must have.
struct Prompt {
    QString system;
    struct Line {
        bool caller = false; ///< else ours
        QString text;
    };
    std::vector<Line> lines; ///< oldest first; the last one is the caller's
    QJsonObject schema; ///< JSON Schema, strict: every property required, nothing beside them
};

struct ModelAnswer {
    QJsonObject object; ///< an object, but not yet checked against the schema
    qint64 tokens = 0; ///< question and answer, as the model counts them; 0: not told
};

/// Why there is no answer.
struct ModelTrouble {
    enum class Kind {
        Passing, ///< may work in a moment: too many requests, overloaded, not reached
        Money, ///< credit or quota is used up
        SignIn, ///< the key is refused
        Wrong, ///< the request or the model's name: trying again would not help
        Unusable, ///< an answer that is none: cut, refused, not JSON
    };
    Kind kind = Kind::Unusable;
    QString detail; ///< plain words; never what a caller wrote
    std::optional<Duration> retryAfter;
};
using ModelReply = tl::expected<ModelAnswer, ModelTrouble>;

/// The bytes for one question. Asking twice costs money but changes nothing, so it may be repeated.
[[nodiscard]] http::Request modelRequest(const ModelSettings &settings, const Prompt &prompt);
/// Never throws, whatever the bytes are.
[[nodiscard]] ModelReply readModelAnswer(const ModelSettings &settings, const http::Response &response);

// What the two dialects differ in; shapes by the published descriptions of OpenAI's chat completions and Anthropic's
// Messages. Each is a file of its own.
[[nodiscard]] QJsonObject openAiBody(const ModelSettings &settings, const Prompt &prompt);
[[nodiscard]] ModelReply readOpenAi(const QJsonObject &body);
[[nodiscard]] QJsonObject anthropicBody(const ModelSettings &settings, const Prompt &prompt);
[[nodiscard]] ModelReply readAnthropic(const QJsonObject &body);

/// An object out of what a model wrote: as it is, or inside a code fence.
[[nodiscard]] std::optional<QJsonObject> objectIn(const QString &text);

} // namespace deskbell::llm
