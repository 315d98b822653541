// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/modelassistant.h"

#include "core/assist/rulesmind.h"
#include "core/base/log.h"
#include "core/base/match.h"
#include "core/llm/briefing.h"
#include "core/llm/proposal.h"

#include "core/domain/openinghours.h"

namespace deskbell::llm {
namespace {

using Kind = ModelTrouble::Kind;
namespace proposal = engine::proposal;

constexpr int mostAttempts = 2;
constexpr Duration worthTrying = 2s; // less is no time for an answer

ModelTrouble troubleOf(const http::Trouble &trouble)
{
    return {Kind::Passing, QStringLiteral("the model's server: ") % trouble.error.detail, {}};
}

} // namespace

bool isNotForAModel(const engine::Turn &embedded)
{
    const bool tellsWhoWrites = embedded.rule == u"bot" || embedded.rule == u"who";
    return tellsWhoWrites
        || std::visit(Match{[](const proposal::OptOut &) { return true; }, [](const proposal::WrongNumber &) { return true; },
                          [](const proposal::CancelVisit &) { return true; }, [](const proposal::TakeOffer &) { return true; },
                          [](const proposal::HandOver &p) { return p.urgent || p.kind == u"human"; }, [](const auto &) { return false; }},
            embedded.proposal);
}

struct ModelAssistant::Question {
    runtime::TurnRequest request;
    std::function<void(Result<engine::Turn>)> done;
    Prompt prompt;
    Instant endsAt;
    int attempts = 0;
};

ModelAssistant::ModelAssistant(ModelSettings settings, Profile profile, Parts parts)
    : m_settings(std::move(settings))
    , m_profile(std::move(profile))
    , m_parts(parts)
    , m_allowance(m_settings.tokensADay)
{
}

QDate ModelAssistant::today() const
{
    return toWall(m_parts.clock.now(), m_profile.zone).date();
}

QString ModelAssistant::paused() const
{
    return m_allowance.why(m_parts.clock.now(), today());
}

void ModelAssistant::answer(const runtime::TurnRequest &request, std::function<void(Result<engine::Turn>)> done)
{
    auto question = std::make_shared<Question>();
    question->request = request;
    question->done = std::move(done);
    if (isNotForAModel(assist::think(request, m_profile)) || !m_allowance.mayAsk(m_parts.clock.now(), today())) {
        answerAlone(*question);
        return;
    }
    question->prompt = briefing(request, m_profile);
    question->endsAt = m_parts.clock.now() + m_settings.within;
    ask(std::move(question));
}

void ModelAssistant::ask(std::shared_ptr<Question> question)
{
    ++question->attempts;
    http::Request request = modelRequest(m_settings, question->prompt);
    request.deadline = question->endsAt - m_parts.clock.now();
    m_parts.client.send(std::move(request), this, [this, question](const http::Reply &reply) { onReply(question, reply); });
}

void ModelAssistant::onReply(const std::shared_ptr<Question> &question, const http::Reply &reply)
{
    if (!reply)
        return failed(question, troubleOf(reply.error()));
    const ModelReply answer = readModelAnswer(m_settings, *reply);
    if (!answer)
        return failed(question, answer.error());
    m_allowance.spent(answer->tokens, today());
    auto turn = readProposal(answer->object, question->request, m_profile);
    if (turn) {
        m_allowance.worked();
        return question->done(std::move(*turn));
    }
    qCInfo(logAssist).noquote() << "the model's proposal is refused:" << turn.error().detail;
    // The reason goes back once; it holds no word of the caller's.
    question->prompt.system += QStringLiteral("\n\nYour last answer was refused: %1. Answer again.").arg(turn.error().detail);
    failed(question, {Kind::Unusable, turn.error().detail, {}});
}

void ModelAssistant::failed(const std::shared_ptr<Question> &question, const ModelTrouble &trouble)
{
    m_allowance.failed(trouble, m_parts.clock.now());
    const bool canMend = trouble.kind == Kind::Passing || trouble.kind == Kind::Unusable;
    const bool inTime = question->endsAt - m_parts.clock.now() > worthTrying;
    if (canMend && inTime && question->attempts < mostAttempts && m_allowance.mayAsk(m_parts.clock.now(), today()))
        return ask(question);
    qCWarning(logAssist).noquote() << "answered without the model:" << trouble.detail;
    answerAlone(*question);
}

void ModelAssistant::answerAlone(const Question &question)
{
    m_parts.embedded.answer(question.request, question.done);
}

} // namespace deskbell::llm
