// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/modelexam.h"

#include "app/settings/settings.h"
#include "core/http/networkclient.h"
#include "core/llm/briefing.h"
#include "core/llm/proposal.h"
#include "core/profile/demoprofile.h"

#include <QDateTime>

namespace deskbell::app {
namespace {

using Words = SettingsWords;
using State = Check::State;

runtime::TurnRequest madeUpQuestion()
{
    runtime::TurnRequest request;
    request.now = {QDateTime::currentMSecsSinceEpoch()};
    engine::HistoryLine said;
    said.author = engine::Author::Caller;
    said.body = QStringLiteral("Hi, how much is a full detail for a sedan?");
    request.history = {said};
    request.state.lastText = said.body;
    return request;
}

Check verdict(const llm::ModelSettings &settings, const runtime::TurnRequest &request, const http::Reply &reply)
{
    Check check{QStringLiteral("model"), Words::tr("Language model"), State::Fails, {}, {}};
    if (!reply) {
        check.what = Words::tr("The model's server: %1.").arg(reply.error().error.detail);
        check.todo = Words::tr("Callers are answered by the embedded mind meanwhile. Check that the server runs and its address.");
        return check;
    }
    const llm::ModelReply answer = llm::readModelAnswer(settings, *reply);
    if (!answer) {
        check.what = Words::tr("It does not answer: %1.").arg(answer.error().detail);
        check.todo = Words::tr("Callers are answered by the embedded mind meanwhile.");
        return check;
    }
    const auto turn = llm::readProposal(answer->object, request, profile::demoProfile());
    check.state = turn ? State::Works : State::Note;
    check.what = turn ? Words::tr("%1 answered in %2 ms.").arg(settings.model).arg(reply->took.count())
                      : Words::tr("%1 answers, but what it proposed was refused: %2.").arg(settings.model, turn.error().detail);
    return check;
}

} // namespace

void examineModel(const llm::ModelSettings &settings, QObject *context, std::function<void(Check)> done)
{
    auto client = std::make_shared<http::NetworkClient>();
    const runtime::TurnRequest request = madeUpQuestion();
    client->send(llm::modelRequest(settings, llm::briefing(request, profile::demoProfile())), context,
        [client, settings, request, done = std::move(done)](const http::Reply &reply) {
            done(verdict(settings, request, reply));
            // The client may not go inside its own callback.
            QMetaObject::invokeMethod(client.get(), [client] {}, Qt::QueuedConnection);
        });
}

} // namespace deskbell::app
