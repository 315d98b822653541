// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/modelassistant.h"

#include "core/assist/rulesassistant.h"
#include "core/assist/rulesmind.h"
#include "core/base/systemclock.h"
#include "core/engine/claims.h"
#include "core/engine/grounding.h"
#include "core/http/networkclient.h"
#include "core/profile/demoprofile.h"
#include "tests/llm/fakemodel.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::llm;
namespace proposal = deskbell::engine::proposal;

namespace {

constexpr int patience = 20'000; ///< ms; a loaded machine is slow, not wrong

Instant atNoon() { return Instant::fromDateTime(QDateTime::fromString(QStringLiteral("2026-12-08T18:00:00Z"), Qt::ISODate)); }

} // namespace

/// The embedded mind with a model behind it, over a real socket.
class ModelAssistantTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aGoodProposalIsTaken_data();
    void aGoodProposalIsTaken();
    void pricesComeFromTheListByPlaceholder();
    void aTimeInTheCallersWordsBecomesAWish();
    void dangerAndNoAreNeverAskedOfAModel_data();
    void dangerAndNoAreNeverAskedOfAModel();
    void whatAModelMayNotSayIsAskedAgainOnceThenAnsweredAlone_data();
    void whatAModelMayNotSayIsAskedAgainOnceThenAnsweredAlone();
    void aSecondAnswerThatIsGoodIsTaken();
    void aBadServerCostsTheCallerNothing_data();
    void aBadServerCostsTheCallerNothing();
    void aSilentServerIsNotWaitedForLong();
    void withoutCreditItIsNotAskedAgain();
    void theDaysTokensEnd();
    void neitherNumberNorSurnameNorAddressLeave();
    void theQuestionHasTheShapeOfItsDialect_data();
    void theQuestionHasTheShapeOfItsDialect();

private:
    engine::Turn ask(const QString &text);
    void make(FakeModel::Speaks dialect = FakeModel::Speaks::OpenAi);
    [[nodiscard]] engine::Turn alone(const QString &text) const { return assist::think(requestFor(text), m_profile); }
    [[nodiscard]] runtime::TurnRequest requestFor(const QString &text) const;

    Profile m_profile = profile::demoProfile();
    SystemClock m_clock;
    ModelSettings m_settings;
    std::unique_ptr<FakeModel> m_model;
    std::unique_ptr<http::NetworkClient> m_client;
    std::unique_ptr<assist::RulesAssistant> m_rules;
    std::unique_ptr<ModelAssistant> m_assistant;
    engine::ThreadState m_state;
};

void ModelAssistantTest::init()
{
    m_settings = {};
    m_settings.model = QStringLiteral("small-one");
    m_settings.key = QStringLiteral("sk-test");
    m_state = {};
    m_state.caller = {QStringLiteral("+15125550142")};
    make();
}

void ModelAssistantTest::make(FakeModel::Speaks dialect)
{
    m_assistant.reset();
    m_model = std::make_unique<FakeModel>(dialect);
    m_settings.dialect = dialect == FakeModel::Speaks::OpenAi ? Dialect::OpenAi : Dialect::Anthropic;
    m_settings.base = m_model->peer.url(dialect == FakeModel::Speaks::OpenAi ? QStringLiteral("/v1") : QStringLiteral("/"));
    m_client = std::make_unique<http::NetworkClient>();
    m_rules = std::make_unique<assist::RulesAssistant>(m_profile, m_clock);
    m_assistant = std::make_unique<ModelAssistant>(m_settings, m_profile, ModelAssistant::Parts{*m_rules, *m_client, m_clock});
}

runtime::TurnRequest ModelAssistantTest::requestFor(const QString &text) const
{
    runtime::TurnRequest request;
    request.state = m_state;
    request.state.lastText = text;
    engine::HistoryLine first;
    first.author = engine::Author::Assistant;
    first.rule = QStringLiteral("first_text.open");
    first.body = QStringLiteral("Sorry we missed your call!");
    engine::HistoryLine said;
    said.author = engine::Author::Caller;
    said.body = text;
    request.history = {first, said};
    request.now = atNoon();
    return request;
}

engine::Turn ModelAssistantTest::ask(const QString &text)
{
    std::optional<engine::Turn> came;
    int calls = 0;
    m_assistant->answer(requestFor(text), [&](const Result<engine::Turn> &turn) {
        ++calls;
        came = turn.value();
    });
    if (came)
        qFatal("answered inside the call");
    (void)QTest::qWaitFor([&] { return came.has_value(); }, patience);
    if (calls != 1)
        qFatal("answered %d times", calls);
    return *came;
}

void ModelAssistantTest::aGoodProposalIsTaken_data()
{
    QTest::addColumn<int>("dialect");
    QTest::newRow("openai") << int(FakeModel::Speaks::OpenAi);
    QTest::newRow("anthropic") << int(FakeModel::Speaks::Anthropic);
}

void ModelAssistantTest::aGoodProposalIsTaken()
{
    QFETCH(int, dialect);
    make(FakeModel::Speaks(dialect));
    m_model->says({{QStringLiteral("text"), QStringLiteral("Sure, happy to help. Which car is it?")}});
    const engine::Turn turn = ask(QStringLiteral("hello there, my ride is filthy, can you sort it out"));
    QCOMPARE(turn.text, QStringLiteral("Sure, happy to help. Which car is it?"));
    QCOMPARE(turn.rule, QStringLiteral("model.reply"));
    QCOMPARE(m_model->peer.arrived.size(), 1);
}

void ModelAssistantTest::pricesComeFromTheListByPlaceholder()
{
    const Service &service = m_profile.services.front();
    m_model->says({{QStringLiteral("text"), QStringLiteral("That is {prices:%1}.").arg(service.id.value)}});
    const engine::Turn turn = ask(QStringLiteral("so what would it set me back roughly"));
    QVERIFY2(turn.text.contains(u'$') && !turn.text.contains(u'{'), qPrintable(turn.text));
    QVERIFY(!turn.sources.empty());
    QCOMPARE(turn.sources.front().kind, QStringLiteral("price"));
}

void ModelAssistantTest::aTimeInTheCallersWordsBecomesAWish()
{
    m_model->says({{QStringLiteral("action"), QStringLiteral("find_time")}, {QStringLiteral("service"), m_profile.services.front().id.value},
        {QStringLiteral("when"), QStringLiteral("friday afternoon")}});
    const engine::Turn turn = ask(QStringLiteral("the usual for my truck, would friday afternoon do?"));
    const auto *find = std::get_if<proposal::FindTime>(&turn.proposal);
    QVERIFY(find);
    QCOMPARE(find->service, m_profile.services.front().id);
    QCOMPARE(find->wish.from, QDate(2026, 12, 11));
}

void ModelAssistantTest::dangerAndNoAreNeverAskedOfAModel_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"stop texting me", "I want to talk to a real person", "are you a bot?", "wrong number", "I smell gas in the shop", "I want to kill myself"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ModelAssistantTest::dangerAndNoAreNeverAskedOfAModel()
{
    QFETCH(QString, text);
    m_model->says({{QStringLiteral("text"), QStringLiteral("No worries, let us talk about the weather.")}});
    const engine::Turn turn = ask(text);
    QCOMPARE(turn, alone(text));
    QCOMPARE(m_model->peer.arrived.size(), 0);
}

void ModelAssistantTest::whatAModelMayNotSayIsAskedAgainOnceThenAnsweredAlone_data()
{
    QTest::addColumn<QJsonObject>("fields");
    const auto text = [](const char *words) {
        QTest::newRow(words) << QJsonObject{{QStringLiteral("text"), QString::fromUtf8(words)}};
    };
    text("A full detail is $99 today.");
    text("It is ninety dollars.");
    text("I can do it for free.");
    text("You get 20% off.");
    text("You're booked for Friday at 3 PM.");
    text("Your visit is cancelled.");
    text("I'm a real person, honest.");
    text("Pay at https://pay.example now.");
    text("Call +1 900 555 0100 instead.");
    text("Write to boss@shop.example.");
    text("We guarantee a refund.");
    text("{price:nothing/at all}");
    text("{secret}");
    text("");
    text("Come by at 11:37 tonight.");
    text("Hidden\xe2\x80\x8b words.");
    QTest::newRow("a service that is not there") << QJsonObject{{QStringLiteral("action"), QStringLiteral("find_time")}, {QStringLiteral("service"), QStringLiteral("helicopter")}};
    QTest::newRow("a time that was not offered") << QJsonObject{{QStringLiteral("action"), QStringLiteral("take_offer")}, {QStringLiteral("offer"), 3}};
    QTest::newRow("a visit that is not there") << QJsonObject{{QStringLiteral("action"), QStringLiteral("move")}, {QStringLiteral("when"), QStringLiteral("friday")}};
    QTest::newRow("an action of its own") << QJsonObject{{QStringLiteral("action"), QStringLiteral("delete_all")}, {QStringLiteral("text"), QStringLiteral("Done.")}};
    QTest::newRow("too long") << QJsonObject{{QStringLiteral("text"), QStringLiteral("very nice ").repeated(80)}};
    QTest::newRow("a fact nobody said, to smuggle a figure") << QJsonObject{{QStringLiteral("text"), QStringLiteral("That is 777 then.")},
        {QStringLiteral("facts"), QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("note")}, {QStringLiteral("value"), QStringLiteral("777")}}}}};
}

void ModelAssistantTest::whatAModelMayNotSayIsAskedAgainOnceThenAnsweredAlone()
{
    QFETCH(QJsonObject, fields);
    m_model->says(fields);
    const QString text = QStringLiteral("my ride is filthy, can you sort it out");
    const engine::Turn turn = ask(text);
    QCOMPARE(turn, alone(text));
    QCOMPARE(m_model->peer.arrived.size(), 2);
    QVERIFY(m_model->lastQuestion().value(QLatin1String("messages")).toArray().first().toObject().value(QLatin1String("content")).toString().contains(QStringLiteral("refused")));
}

void ModelAssistantTest::aSecondAnswerThatIsGoodIsTaken()
{
    int asked = 0;
    m_model->mind = [&asked](const QJsonObject &) {
        const QString text = asked++ == 0 ? QStringLiteral("It is $1.") : QStringLiteral("Which car is it?");
        return FakeModel::proposal({{QStringLiteral("text"), text}});
    };
    QCOMPARE(ask(QStringLiteral("my ride is filthy, can you sort it out")).text, QStringLiteral("Which car is it?"));
}

void ModelAssistantTest::aBadServerCostsTheCallerNothing_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("html") << QByteArray("200 OK") << QByteArray("<html>hello</html>");
    QTest::newRow("empty object") << QByteArray("200 OK") << QByteArray("{}");
    QTest::newRow("no choices") << QByteArray("200 OK") << QByteArray("{\"choices\":[]}");
    QTest::newRow("content is no text") << QByteArray("200 OK") << QByteArray("{\"choices\":[{\"message\":{\"content\":7}}]}");
    QTest::newRow("broken json inside") << QByteArray("200 OK") << QByteArray("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"{\\\"action\\\": \"}}]}");
    QTest::newRow("cut") << QByteArray("200 OK") << QByteArray("{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{}\"}}]}");
    QTest::newRow("refusal") << QByteArray("200 OK") << QByteArray("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"refusal\":\"no\",\"content\":null}}]}");
    QTest::newRow("not utf-8") << QByteArray("200 OK") << QByteArray("{\"choices\":[{\"message\":{\"content\":\"\xff\xfe\"}}]}");
    QTest::newRow("500") << QByteArray("500 Internal Server Error") << QByteArray("{\"error\":{\"type\":\"api_error\"}}");
    QTest::newRow("529") << QByteArray("529 Overloaded") << QByteArray("{\"error\":{\"type\":\"overloaded_error\"}}");
    QTest::newRow("404") << QByteArray("404 Not Found") << QByteArray("{\"error\":\"model not found\"}");
    QTest::newRow("401") << QByteArray("401 Unauthorized") << QByteArray("{}");
    QTest::newRow("a redirect") << QByteArray("302 Found") << QByteArray("{}");
}

void ModelAssistantTest::aBadServerCostsTheCallerNothing()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, raw);
    m_model->status = status;
    m_model->raw = raw;
    const QString text = QStringLiteral("how much is a full detail for my sedan?");
    QCOMPARE(ask(text), alone(text));
    QVERIFY(m_model->peer.arrived.size() <= 2);
}

void ModelAssistantTest::aSilentServerIsNotWaitedForLong()
{
    m_settings.within = 300ms;
    make();
    m_model->silent = true;
    const QString text = QStringLiteral("how much is a full detail for my sedan?");
    QCOMPARE(ask(text), alone(text));
    QCOMPARE(m_model->peer.arrived.size(), 1); // no time was left for a second try
}

void ModelAssistantTest::withoutCreditItIsNotAskedAgain()
{
    m_model->status = "429 Too Many Requests";
    m_model->raw = "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}";
    (void)ask(QStringLiteral("my ride is filthy, can you sort it out"));
    QCOMPARE(m_model->peer.arrived.size(), 1);
    QVERIFY(m_assistant->paused().contains(QStringLiteral("credit")));
    (void)ask(QStringLiteral("my ride is filthy, can you sort it out"));
    QCOMPARE(m_model->peer.arrived.size(), 1);
}

void ModelAssistantTest::theDaysTokensEnd()
{
    m_settings.tokensADay = 1500; // an answer of the fake costs 1,000
    make();
    m_model->says({{QStringLiteral("text"), QStringLiteral("Which car is it?")}});
    for (int i = 0; i < 4; ++i)
        (void)ask(QStringLiteral("my ride is filthy, can you sort it out"));
    QCOMPARE(m_model->peer.arrived.size(), 2);
    QVERIFY(m_assistant->paused().contains(QStringLiteral("tokens")));
}

void ModelAssistantTest::neitherNumberNorSurnameNorAddressLeave()
{
    m_state.lead.learn({QStringLiteral("name"), QStringLiteral("Dana Reyes"), Origin::CallersWords});
    m_state.lead.learn({QStringLiteral("address"), QStringLiteral("915 W 8th Ave"), Origin::CallersWords});
    m_model->says({{QStringLiteral("text"), QStringLiteral("Which car is it?")}});
    (void)ask(QStringLiteral("It's Reyes again, 915 W 8th Ave, reach me at (512) 555-0177 or dana@home.example, my ride is filthy"));
    const QByteArray all = m_model->peer.arrived.last();
    for (const char *secret : {"Reyes", "915 W", "555-0177", "dana@home", "5125550142"})
        QVERIFY2(!all.contains(secret), secret);
    QVERIFY(all.contains("my ride is filthy"));
}

void ModelAssistantTest::theQuestionHasTheShapeOfItsDialect_data()
{
    aGoodProposalIsTaken_data();
}

void ModelAssistantTest::theQuestionHasTheShapeOfItsDialect()
{
    QFETCH(int, dialect);
    make(FakeModel::Speaks(dialect));
    m_model->says({{QStringLiteral("text"), QStringLiteral("Which car is it?")}});
    (void)ask(QStringLiteral("my ride is filthy, can you sort it out"));
    const QByteArray head = m_model->peer.arrived.last();
    const QJsonObject question = m_model->lastQuestion();
    QCOMPARE(question.value(QLatin1String("model")).toString(), QStringLiteral("small-one"));
    const QJsonArray messages = question.value(QLatin1String("messages")).toArray();
    QCOMPARE(messages.last().toObject().value(QLatin1String("role")).toString(), QStringLiteral("user"));
    if (m_settings.dialect == Dialect::OpenAi) {
        QVERIFY(head.startsWith("POST /v1/chat/completions "));
        QVERIFY(head.contains("Authorization: Bearer sk-test"));
        const QJsonObject schema = question.value(QLatin1String("response_format")).toObject().value(QLatin1String("json_schema")).toObject();
        QVERIFY(schema.value(QLatin1String("strict")).toBool());
        const QJsonObject shape = schema.value(QLatin1String("schema")).toObject();
        QCOMPARE(shape.value(QLatin1String("required")).toArray().size(), shape.value(QLatin1String("properties")).toObject().size());
        QCOMPARE(shape.value(QLatin1String("additionalProperties")).toBool(true), false);
    } else {
        QVERIFY(head.startsWith("POST /v1/messages "));
        QVERIFY(head.contains("x-api-key: sk-test") && head.contains("anthropic-version: "));
        QVERIFY(question.value(QLatin1String("max_tokens")).toInt() > 0);
        QCOMPARE(messages.first().toObject().value(QLatin1String("role")).toString(), QStringLiteral("user"));
        QCOMPARE(question.value(QLatin1String("tool_choice")).toObject().value(QLatin1String("name")).toString(), QStringLiteral("answer"));
    }
}

QTEST_GUILESS_MAIN(ModelAssistantTest)
#include "modelassistanttest.moc"
