// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QString>
#include <QUrl>

namespace deskbell::llm {

/// Which shape requests and answers have.
enum class Dialect {
    OpenAi, ///< POST BASE/chat/completions: OpenAI, Ollama, llama.cpp's server, LM Studio, vLLM and others
    Anthropic, ///< POST BASE/v1/messages
};

/// The language model an owner has connected.
struct ModelSettings {
    Dialect dialect = Dialect::OpenAi;
    QUrl base; ///< "https://api.openai.com/v1", "http://127.0.0.1:11434/v1", "https://api.anthropic.com"
    QString model;
    QString key; ///< empty: the server wants none (a model on this computer)
    Duration within = 12s; ///< the whole answer, a second try included; a caller waits
    Duration connectWithin = 5s;
    int mostTokens = 400; ///< of one answer
    qint64 tokensADay = 200'000; ///< question and answer together; past it the embedded mind answers alone
};

} // namespace deskbell::llm
