// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/situation.h"

#include "core/language/normalise.h"
#include "core/language/people.h"
#include "core/language/wordmatch.h"

#include <QLocale>
#include <algorithm>

namespace deskbell::assist {

using engine::Author;
using engine::HistoryLine;
using engine::Wish;
using language::TimeWish;
using language::Token;

namespace {

constexpr Duration aroundBy = 60min;

bool isOurText(const HistoryLine &line)
{
    const bool ours = line.author == Author::Assistant || line.author == Author::Person;
    return ours && line.delivery != Delivery::Cancelled && line.delivery != Delivery::Failed;
}

/// They came back, or left: what they wrote before that was said in another conversation.
bool changesConsent(const HistoryLine &line)
{
    return line.author == Author::System && (line.body == u"opted_in" || line.body == u"opted_out");
}

/// The caller's lines since our last text, but at least their last word.
QString waitingText(const std::vector<HistoryLine> &history, const QString &lastText)
{
    QStringList lines;
    for (auto line = history.rbegin(); line != history.rend(); ++line) {
        if ((isOurText(*line) || changesConsent(*line)) && !lines.isEmpty())
            break;
        if (line->author == Author::Caller)
            lines.prepend(line->body);
    }
    return lines.isEmpty() ? lastText : lines.join(u'\n');
}

QString ruleOfLastText(const std::vector<HistoryLine> &history)
{
    const auto last = std::find_if(history.rbegin(), history.rend(), isOurText);
    return last == history.rend() ? QString() : last->rule;
}

Wish asWish(const TimeWish &heard)
{
    Wish wish;
    wish.from = heard.from;
    wish.to = heard.soonest ? QDate() : heard.to;
    wish.notBefore = heard.notBefore;
    wish.notAfter = heard.notAfter;
    if (!heard.exact.isValid())
        return wish;
    if (heard.isOneDay() && !heard.about) {
        wish.exact = heard.exact;
        return wish;
    }
    // Without one day, or only about: a window of starts.
    const int before = heard.about ? static_cast<int>(aroundBy / 1s) : 0;
    wish.notBefore = heard.exact.addSecs(-before);
    wish.notAfter = heard.exact.addSecs(before + 60);
    return wish;
}

/// "10 works" and "afternoon is better" speak of the day that is being talked about.
std::optional<QDate> dayUnderDiscussion(const Situation &s)
{
    std::optional<QDate> day;
    for (const Hold &hold : s.state.offer) {
        const QDate one = toWall(hold.slot.start, s.profile.zone).date();
        if (day && *day != one)
            return std::nullopt;
        day = one;
    }
    const QDate today = toWall(s.now, s.profile.zone).date();
    if (!day && s.state.wish.from.isValid() && s.state.wish.from == s.state.wish.to && s.state.wish.from >= today)
        return s.state.wish.from;
    if (!day && s.pendingWish && s.pendingWish->from.isValid() && s.pendingWish->from == s.pendingWish->to)
        return s.pendingWish->from;
    return day;
}

std::optional<Wish> wishOf(const Situation &s)
{
    auto heard = s.heard.wish();
    if (!heard)
        return std::nullopt;
    if (!heard->hasDay()) {
        if (const auto day = dayUnderDiscussion(s))
            heard->from = heard->to = *day;
    }
    return asWish(*heard);
}

std::vector<const Service *> servicesIn(const language::Tokens &tokens, const Profile &profile)
{
    std::vector<const Service *> list;
    int best = 0;
    for (const auto &mention : language::findServices(tokens, profile)) {
        best = std::max(best, mention.weight);
        if (mention.weight == best)
            list.push_back(profile.service(mention.service));
    }
    return list;
}

/// Of several packages: the one with the number or word that the text picks ("the 5 year one", "the cheaper").
std::vector<const Service *> picked(const std::vector<const Service *> &from, const language::Understanding &heard)
{
    std::vector<const Service *> hits;
    for (const Service *service : from) {
        const auto inName = language::tokenise(language::normalise(service->name));
        const bool said = std::any_of(inName.begin(), inName.end(), [&](const Token &word) {
            return word.number() && std::any_of(heard.tokens.begin(), heard.tokens.end(), [&](const Token &token) {
                return !token.masked && token.number() == word.number();
            });
        });
        if (said)
            hits.push_back(service);
    }
    const auto hears = [&](const char *word) {
        return std::any_of(heard.tokens.begin(), heard.tokens.end(),
            [&](const Token &token) { return token.word == QLatin1String(word); });
    };
    if (hits.empty() && !from.empty()) {
        if (heard.choice)
            hits = {*heard.choice < 0 || *heard.choice >= int(from.size()) ? from.back() : from[size_t(*heard.choice)]};
        else if (hears("cheaper") || hears("cheapest") || hears("basic") || hears("shorter") || hears("smaller"))
            hits = {from.front()};
        else if (hears("better") || hears("best") || hears("longer") || hears("longest") || hears("premium"))
            hits = {from.back()};
    }
    return hits.size() == 1 ? hits : from;
}

/// Services of the caller's texts before this one, newest first: for answers to "which one?".
std::vector<const Service *> meantBefore(const Situation &s)
{
    for (auto line = s.history.rbegin(); line != s.history.rend(); ++line) {
        if (line->author != Author::Caller)
            continue;
        const auto services = servicesIn(language::tokenise(language::normalise(line->body)), s.profile);
        if (!services.empty())
            return services;
    }
    return {};
}

void settleService(Situation &s)
{
    s.meant = servicesIn(s.heard.tokens, s.profile);
    s.namedService = !s.meant.empty();
    const Service *before = s.profile.service({s.state.lead.value(QStringLiteral("service"))});
    if (before && (s.meant.empty() || std::find(s.meant.begin(), s.meant.end(), before) != s.meant.end()))
        s.meant = {before};
    else if (s.meant.empty())
        s.meant = meantBefore(s);
    if (s.meant.size() > 1)
        s.meant = picked(s.meant, s.heard);
}

class Learner
{
public:
    explicit Learner(Situation &s)
        : m_s(s)
    {
    }

    void learn()
    {
        name();
        vehicle();
        if (!m_s.heard.address.isEmpty())
            add("address", m_s.heard.address);
        answerToOurQuestion();
        if (const Service *service = m_s.service())
            ofService(*service);
        // "As soon as you can" is no day to remember.
        const bool anyTime = !m_s.heard.times.empty() && m_s.heard.times.front().soonest;
        if (m_s.wish && !anyTime && !m_s.heard.has("ask_hours"))
            add("when", describeWish(*m_s.wish));
    }

private:
    void add(const char *key, const QString &value, Origin origin = Origin::CallersWords)
    {
        if (value.isEmpty() || m_s.state.lead.value(QString::fromLatin1(key)) == value)
            return;
        m_s.learnt.push_back({QString::fromLatin1(key), value, origin});
    }

    /// The name on the caller's own visit is fuller than "it's Jo".
    void name()
    {
        const QString said = m_s.heard.name;
        for (const Appointment &visit : m_s.state.appointments) {
            const bool same = said.isEmpty() || visit.name.startsWith(said, Qt::CaseInsensitive);
            if (!visit.name.isEmpty() && same) {
                if (m_s.state.lead.value(QStringLiteral("name")).size() < visit.name.size())
                    add("name", visit.name, Origin::Records);
                return;
            }
        }
        const QString before = m_s.state.lead.value(QStringLiteral("name"));
        if (!before.startsWith(said, Qt::CaseInsensitive) || before.isEmpty())
            add("name", said);
        const Service *service = m_s.service();
        if (service && service->ask.contains(QStringLiteral("name")) && m_s.known(QStringLiteral("name")).isEmpty())
            add("name", language::trailingName(m_s.heard.tokens));
    }

    void vehicle()
    {
        const auto &car = m_s.heard.vehicle;
        if (!car)
            return;
        const QString before = m_s.state.lead.value(QStringLiteral("vehicle"));
        if (before.isEmpty() || car->named)
            add("vehicle", car->words);
    }

    void answerToOurQuestion()
    {
        if (!m_s.lastRule.startsWith(QLatin1String("ask.")) || m_s.heard.tokens.empty())
            return;
        const QString key = m_s.lastRule.mid(4);
        if (key == QLatin1String("name"))
            add("name", m_s.heard.name.isEmpty() ? language::bareName(m_s.heard.tokens) : QString());
        else if (isFreeAnswer(key))
            add(key.toLatin1().constData(), m_s.text.simplified().left(80));
    }
    /// Anything said in answer to "what vehicle" or "which address" is taken as it is, unless it is something else.
    [[nodiscard]] bool isFreeAnswer(const QString &key) const
    {
        static const QStringList ours{QStringLiteral("when"), QStringLiteral("service"), QStringLiteral("package"),
            QStringLiteral("variant"), QStringLiteral("move")};
        const bool plain = m_s.heard.intents == QStringList{QStringLiteral("other")} || m_s.heard.intents.isEmpty();
        return plain && !ours.contains(key) && m_s.known(key).isEmpty() && m_s.heard.tokens.size() <= 12
            && !m_s.heard.tokens.front().question;
    }

    void ofService(const Service &service)
    {
        add("service", service.id.value);
        m_s.variant = variantByWords(service, m_s.heard.tokens);
        if (m_s.variant.isEmpty() && m_s.heard.vehicle)
            m_s.variant = language::variantFor(service, m_s.heard.vehicle->kind);
        if (m_s.variant.isEmpty())
            m_s.variant = knownVariant(service);
        add("variant", m_s.variant);
    }
    [[nodiscard]] QString knownVariant(const Service &service) const
    {
        const QString before = m_s.state.lead.value(QStringLiteral("variant"));
        const auto has = [&](const PriceRow &row) { return row.variant == before; };
        if (!before.isEmpty() && std::any_of(service.prices.begin(), service.prices.end(), has))
            return before;
        const auto car =
            language::findVehicle(language::tokenise(language::normalise(m_s.known(QStringLiteral("vehicle")))));
        return car ? language::variantFor(service, car->kind) : QString();
    }

    Situation &m_s;
};

} // namespace

QString Situation::known(const QString &key) const
{
    for (const LeadFact &fact : learnt) {
        if (fact.key == key)
            return fact.value;
    }
    return state.lead.value(key);
}

bool Situation::hasSaid(const QString &rule) const
{
    return std::any_of(
        history.begin(), history.end(), [&](const HistoryLine &line) { return isOurText(line) && line.rule == rule; });
}

bool Situation::hasQuoted(const Service &service) const
{
    const QString ref = service.id.value + QStringLiteral(" / ");
    return std::any_of(history.begin(), history.end(), [&](const HistoryLine &line) {
        return isOurText(line)
            && std::any_of(line.sources.begin(), line.sources.end(), [&](const engine::Source &source) {
                   return source.kind == QLatin1String("price") && source.ref.startsWith(ref);
               });
    });
}

bool Situation::isBooked() const
{
    return std::any_of(state.appointments.begin(), state.appointments.end(),
        [&](const Appointment &visit) { return now < visit.slot.end; });
}

Situation readSituation(const runtime::TurnRequest &request, const Profile &profile)
{
    Situation s{request.state, request.history, profile, request.now, {}, {}, {}, {}, false, {}, {}, {}, {}};
    s.text = waitingText(request.history, request.state.lastText);
    s.heard = language::understand(s.text, profile, request.now);
    s.lastRule = ruleOfLastText(request.history);
    const QString pending = request.state.lead.value(QStringLiteral("when"));
    if (s.lastRule.startsWith(QLatin1String("ask.")) && !pending.isEmpty())
        s.pendingWish = readWish(pending, profile, request.now);
    s.wish = wishOf(s);
    settleService(s);
    Learner(s).learn();
    return s;
}

QString describeWish(const Wish &wish)
{
    static const QLocale words(QLocale::English, QLocale::UnitedStates);
    const auto day = [&](QDate date) { return words.toString(date, QStringLiteral("ddd MMM d")); };
    const auto clock = [&](QTime time) { return words.toString(time, QStringLiteral("h:mm AP")); };
    QStringList parts;
    if (wish.from.isValid())
        parts << day(wish.from);
    if (wish.from.isValid() && wish.to.isValid() && wish.to != wish.from)
        parts << QStringLiteral("to") << day(wish.to);
    if (wish.exact.isValid())
        parts << QStringLiteral("at") << clock(wish.exact);
    else if (wish.notBefore.isValid() && wish.notAfter.isValid())
        parts << QStringLiteral("between") << clock(wish.notBefore) << QStringLiteral("and") << clock(wish.notAfter);
    else if (wish.notBefore.isValid())
        parts << QStringLiteral("after") << clock(wish.notBefore);
    else if (wish.notAfter.isValid())
        parts << QStringLiteral("before") << clock(wish.notAfter);
    return parts.join(u' ');
}

std::optional<Wish> readWish(const QString &words, const Profile &profile, Instant now)
{
    const auto times = language::readTimes(language::tokenise(language::normalise(words)), toWall(now, profile.zone));
    const auto heard = language::wishedTime(times, false);
    return heard ? std::optional(asWish(*heard)) : std::nullopt;
}

QString variantByWords(const Service &service, const language::Tokens &tokens)
{
    QString found;
    for (const PriceRow &row : service.prices) {
        const auto words = language::tokenise(language::normalise(row.variant));
        const bool said = std::any_of(words.begin(), words.end(), [&](const Token &word) {
            return !language::isSmallWord(word.word) && word.word != QLatin1String("any")
                && std::any_of(tokens.begin(), tokens.end(),
                    [&](const Token &token) { return language::sameWord(token.word, word.word); });
        });
        if (said && !found.isEmpty())
            return {};
        if (said)
            found = row.variant;
    }
    return found;
}

} // namespace deskbell::assist
