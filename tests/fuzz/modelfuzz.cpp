// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/dialect.h"
#include "core/llm/proposal.h"
#include "core/profile/demoprofile.h"
#include "tests/fuzz/fuzztarget.h"

#include <QJsonDocument>

using namespace deskbell;

namespace {

const runtime::TurnRequest &asked()
{
    static const runtime::TurnRequest request = [] {
        runtime::TurnRequest one;
        one.now = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC));
        engine::HistoryLine line;
        line.author = engine::Author::Caller;
        line.body = QStringLiteral("how much is ceramic coating for my 2021 suv? I'm Sam");
        line.at = one.now;
        one.history.push_back(line);
        one.state.lastText = line.body;
        return one;
    }();
    return request;
}

void propose(const QJsonObject &object)
{
    static const Profile demo = profile::demoProfile();
    const auto turn = llm::readProposal(object, asked(), demo);
    if (!turn) {
        fuzz::require(!turn.error().detail.isEmpty(), "a refused proposal says why");
        return;
    }
    fuzz::require(turn->text.size() <= 1600, "an answer is a text, not a book");
    for (const LeadFact &fact : turn->learnt)
        fuzz::require(asked().history.front().body.contains(fact.value, Qt::CaseInsensitive), "what is learnt was said");
}

} // namespace

/// Whatever a model's server answers, in either dialect: an object or the trouble in plain words; and whatever object: a
/// proposal or why it is none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    http::Response response;
    response.status = 200;
    response.body = fuzz::input(bytes, size);
    for (const llm::Dialect dialect : {llm::Dialect::OpenAi, llm::Dialect::Anthropic}) {
        llm::ModelSettings settings;
        settings.dialect = dialect;
        const auto answer = llm::readModelAnswer(settings, response);
        if (answer)
            propose(answer->object);
        else
            fuzz::require(!answer.error().detail.isEmpty(), "trouble is told in words");
    }
    propose(QJsonDocument::fromJson(response.body).object());
    return 0;
}
