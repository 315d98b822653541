// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/proposal.h"

#include "core/assist/answers.h"
#include "core/assist/situation.h"
#include "core/engine/claims.h"
#include "core/engine/grounding.h"
#include "core/llm/briefing.h"

#include <QJsonArray>

namespace deskbell::llm {
namespace {

namespace proposal = engine::proposal;
constexpr qsizetype longestText = 480;

const QStringList &actions()
{
    static const QStringList words{QStringLiteral("reply"), QStringLiteral("find_time"), QStringLiteral("take_offer"), QStringLiteral("move"),
        QStringLiteral("cancel_visit"), QStringLiteral("decline"), QStringLiteral("wrong_number"), QStringLiteral("opt_out"), QStringLiteral("hand_over")};
    return words;
}

const QStringList &factKeys()
{
    static const QStringList words{QStringLiteral("vehicle"), QStringLiteral("variant"), QStringLiteral("when"), QStringLiteral("service"),
        QStringLiteral("town"), QStringLiteral("note")};
    return words;
}

QJsonObject ofType(const char *type) { return {{QStringLiteral("type"), QLatin1String(type)}}; }

QJsonObject oneOf(const QStringList &words)
{
    return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("enum"), QJsonArray::fromStringList(words)}};
}

QJsonObject closed(const QJsonObject &properties)
{
    return {{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties},
        {QStringLiteral("required"), QJsonArray::fromStringList(properties.keys())}, {QStringLiteral("additionalProperties"), false}};
}

Error wrong(const QString &why) { return {ErrorKind::Malformed, why}; }

class Reading
{
public:
    Reading(const QJsonObject &object, const runtime::TurnRequest &request, const Profile &profile)
        : m_object(object)
        , m_request(request)
        , m_profile(profile)
    {
    }

    Result<engine::Turn> turn()
    {
        if (auto what = action(); what)
            m_turn.proposal = std::move(*what);
        else
            return tl::make_unexpected(what.error());
        readFacts();
        for (const QJsonValue &intent : m_object.value(QLatin1String("intents")).toArray())
            m_turn.intents << intent.toString().left(24);
        m_turn.rule = QStringLiteral("model.") % word("action");
        if (auto said = text(); !said)
            return tl::make_unexpected(said.error());
        return std::move(m_turn);
    }

private:
    [[nodiscard]] QString word(const char *key) const { return m_object.value(QLatin1String(key)).toString().trimmed(); }

    /// The time as our own reader understands the caller's words; words of the model that are not the caller's count for
    /// nothing unless they can be read as a time all the same, and the calendar decides what is free.
    [[nodiscard]] Result<engine::Wish> wish() const
    {
        const QString words = word("when");
        if (words.isEmpty())
            return engine::Wish{};
        if (const auto read = assist::readWish(words, m_profile, m_request.now))
            return *read;
        return tl::make_unexpected(wrong(QStringLiteral("\"when\" holds no time that can be read")));
    }

    Result<engine::Proposal> action()
    {
        const QString what = word("action");
        if (what == u"reply")
            return proposal::JustReply{};
        if (what == u"find_time")
            return findTime();
        if (what == u"take_offer")
            return takeOffer();
        if (what == u"move") {
            if (m_request.state.appointments.empty())
                return tl::make_unexpected(wrong(QStringLiteral("there is no visit to move")));
            return wish().map([](const engine::Wish &found) { return engine::Proposal(proposal::Move{found}); });
        }
        // These three cannot be taken back, so a person or the exact words of the caller decide, never a model alone.
        if (what == u"cancel_visit" || what == u"opt_out" || what == u"wrong_number")
            return handOver(what);
        if (what == u"decline")
            return proposal::Decline{QStringLiteral("model")};
        if (what == u"hand_over")
            return handOver(word("reason").isEmpty() ? QStringLiteral("model") : QStringLiteral("human"));
        return tl::make_unexpected(wrong(QStringLiteral("\"action\" must be one of %1").arg(actions().join(QLatin1String(", ")))));
    }

    Result<engine::Proposal> handOver(const QString &kind)
    {
        return proposal::HandOver{kind, kind, m_object.value(QLatin1String("urgent")).toBool()};
    }

    Result<engine::Proposal> findTime()
    {
        const Service *service = m_profile.service({word("service")});
        if (!service)
            return tl::make_unexpected(wrong(QStringLiteral("\"service\" must be the id of a service of the list")));
        QString variant;
        for (const PriceRow &row : service->prices) {
            if (row.variant.compare(word("variant"), Qt::CaseInsensitive) == 0)
                variant = row.variant;
        }
        return wish().map([&](const engine::Wish &found) { return engine::Proposal(proposal::FindTime{service->id, variant, found}); });
    }

    Result<engine::Proposal> takeOffer()
    {
        const int index = m_object.value(QLatin1String("offer")).toInt(-1);
        if (index < 0 || index >= static_cast<int>(m_request.state.offer.size()))
            return tl::make_unexpected(wrong(QStringLiteral("\"offer\" must be the number of a time on offer")));
        return proposal::TakeOffer{index};
    }

    void readFacts()
    {
        for (const QJsonValue &value : m_object.value(QLatin1String("facts")).toArray()) {
            const QString key = value.toObject().value(QLatin1String("key")).toString();
            const QString fact = value.toObject().value(QLatin1String("value")).toString().simplified().left(80);
            if (factKeys().contains(key) && !fact.isEmpty() && wasSaid(fact))
                m_turn.learnt.push_back({key, fact, Origin::AssistantsGuess});
        }
    }
    /// A fact that the caller did not say is none: it would let a made-up figure through the gate.
    [[nodiscard]] bool wasSaid(const QString &fact) const
    {
        return std::any_of(m_request.history.begin(), m_request.history.end(), [&](const engine::HistoryLine &line) {
            return line.author == engine::Author::Caller && line.body.contains(fact, Qt::CaseInsensitive);
        });
    }

    Result<void> text()
    {
        const Rendered rendered = render(word("text"), m_profile);
        if (!rendered.unknown.isEmpty())
            return tl::make_unexpected(wrong(QStringLiteral("the text has a placeholder that names nothing of the list")));
        m_turn.sources = rendered.sources;
        m_turn.text = rendered.text;
        if (m_turn.text.size() > longestText)
            return tl::make_unexpected(wrong(QStringLiteral("the text is too long: two sentences at most")));
        const bool saysItself = std::holds_alternative<proposal::HandOver>(m_turn.proposal) || std::holds_alternative<proposal::TakeOffer>(m_turn.proposal);
        if (saysItself)
            m_turn.text.clear(); // the house's own words
        else if (m_turn.text.isEmpty() && std::holds_alternative<proposal::JustReply>(m_turn.proposal))
            return tl::make_unexpected(wrong(QStringLiteral("the text is missing")));
        const engine::Context context{m_request.now, m_profile};
        if (!engine::untracedClaims(m_turn, m_request.state, context).isEmpty()) // before marks are straightened
            return tl::make_unexpected(wrong(QStringLiteral("the text claims or promises what the shop has not said")));
        m_turn.text = assist::plainText(m_turn.text);
        if (!engine::untracedFigures(m_turn, m_request.state, context).isEmpty())
            return tl::make_unexpected(wrong(QStringLiteral("the text holds a figure that is not the shop's: use the placeholders")));
        return {};
    }

    const QJsonObject &m_object;
    const runtime::TurnRequest &m_request;
    const Profile &m_profile;
    engine::Turn m_turn;
};

} // namespace

QJsonObject proposalSchema(const Profile &profile)
{
    QStringList services{QString()};
    for (const Service &service : profile.services)
        services << service.id.value;
    const QJsonObject fact = closed({{QStringLiteral("key"), oneOf(factKeys())}, {QStringLiteral("value"), ofType("string")}});
    const auto listOf = [](const QJsonObject &item) {
        return QJsonObject{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), item}};
    };
    return closed({{QStringLiteral("intents"), listOf(ofType("string"))}, {QStringLiteral("facts"), listOf(fact)},
        {QStringLiteral("action"), oneOf(actions())}, {QStringLiteral("service"), oneOf(services)}, {QStringLiteral("variant"), ofType("string")},
        {QStringLiteral("when"), ofType("string")}, {QStringLiteral("offer"), ofType("integer")}, {QStringLiteral("urgent"), ofType("boolean")},
        {QStringLiteral("reason"), ofType("string")}, {QStringLiteral("text"), ofType("string")}});
}

Result<engine::Turn> readProposal(const QJsonObject &object, const runtime::TurnRequest &request, const Profile &profile)
{
    return Reading(object, request, profile).turn();
}

} // namespace deskbell::llm
