// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/llm/allowance.h"
#include "core/runtime/ports.h"

#include <QObject>

namespace deskbell::llm {

/// A connected language model behind the assistant's port. The embedded mind reads every text first: opt-outs, danger,
/// wishes for a person, wrong numbers and the taking of an offered time are its own, whatever a model would say. For the
/// rest the model is asked, its proposal is checked like a stranger's, and where it is slow, down, out of credit, wrong
/// or promises too much, the embedded mind's answer is used: the caller never waits longer than the settings say.
/// Same thread as the client; the answer comes once, never inside the call.
class ModelAssistant final : public QObject, public runtime::AssistantPort
{
    Q_OBJECT
public:
    struct Parts {
        runtime::AssistantPort &embedded;
        http::Client &client;
        Clock &clock;
    };
    ModelAssistant(ModelSettings settings, Profile profile, Parts parts);
    void setProfile(Profile profile) { m_profile = std::move(profile); }

    void answer(const runtime::TurnRequest &request, std::function<void(Result<engine::Turn>)> done) override;

    /// Why the model is not asked now, in plain words; empty: it is.
    [[nodiscard]] QString paused() const;

private:
    struct Question;
    void ask(std::shared_ptr<Question> question);
    void onReply(const std::shared_ptr<Question> &question, const http::Reply &reply);
    void failed(const std::shared_ptr<Question> &question, const ModelTrouble &trouble);
    void answerAlone(const Question &question);
    [[nodiscard]] QDate today() const;

    ModelSettings m_settings;
    Profile m_profile;
    Parts m_parts;
    Allowance m_allowance;
};

/// Whether the embedded mind's own reading must stand: see above.
[[nodiscard]] bool isNotForAModel(const engine::Turn &embedded);

} // namespace deskbell::llm
