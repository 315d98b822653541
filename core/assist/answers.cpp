// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/answers.h"

#include "core/engine/wording.h"
#include "core/language/normalise.h"
#include "core/language/textcost.h"

#include <QLocale>
#include <algorithm>

namespace deskbell::assist {
namespace {

constexpr int twoParts = 306; // 2 x 153 septets
constexpr const char *shortDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

const QLocale &words()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

QString clock(QTime time)
{
    return words().toString(time, QStringLiteral("h:mm AP"));
}

QString money(const Situation &s, qint64 cents)
{
    return cents == 0 ? QStringLiteral("free") : engine::money(s.profile, cents);
}

/// "a sedan", "an SUV or truck"; other variants stand without an article ("long hair").
QString withArticle(const Service &service, const QString &variant)
{
    if (!service.ask.contains(QStringLiteral("vehicle")))
        return variant;
    const bool vowel = QStringLiteral("aeiouAEIO").contains(variant.at(0)) || variant.startsWith(QLatin1String("SUV"));
    return (vowel ? QStringLiteral("an ") : QStringLiteral("a ")) + variant;
}

engine::Source priceSource(const Situation &s, const Service &service, const QString &variant, qint64 cents)
{
    return {
        QStringLiteral("price"), service.id.value + QStringLiteral(" / ") + variant, engine::money(s.profile, cents)};
}

const PriceRow *rowOf(const Service &service, const QString &variant)
{
    const auto row = std::find_if(service.prices.begin(), service.prices.end(),
        [&](const PriceRow &one) { return one.variant == variant || service.prices.size() == 1; });
    return row == service.prices.end() ? nullptr : &*row;
}

/// "$900 for a sedan and $1,150 for an SUV or truck", or only the known one.
Answer figures(const Situation &s, const Service &service, const QString &variant)
{
    Answer answer;
    if (const PriceRow *row = rowOf(service, variant)) {
        answer.text = money(s, row->cents);
        answer.sources.push_back(priceSource(s, service, row->variant, row->cents));
        return answer;
    }
    QStringList each;
    for (const PriceRow &row : service.prices) {
        each << money(s, row.cents) + QStringLiteral(" for ") + withArticle(service, row.variant);
        answer.sources.push_back(priceSource(s, service, row.variant, row.cents));
    }
    answer.text = listed(each);
    if (each.isEmpty() && service.priceFromCents) {
        answer.text = QStringLiteral("from ") + engine::money(s.profile, *service.priceFromCents);
        answer.sources.push_back(priceSource(s, service, QStringLiteral("from"), *service.priceFromCents));
    }
    return answer;
}

QString span(const std::vector<OpenInterval> &day)
{
    QStringList parts;
    for (const OpenInterval &interval : day)
        parts << clock(interval.from) + QStringLiteral(" to ") + clock(interval.to);
    return listed(parts);
}

Answer week(const Situation &s)
{
    const auto &days = s.profile.hours.week;
    QStringList parts;
    QStringList closed;
    for (size_t i = 0; i < days.size();) {
        size_t j = i + 1;
        while (j < days.size() && days[j] == days[i])
            ++j;
        const QString first = QString::fromLatin1(shortDays[i]);
        const QString name = j - i == 1 ? first : QString(first + u'-' + QString::fromLatin1(shortDays[j - 1]));
        if (days[i].empty())
            closed << name;
        else
            parts << name + u' ' + span(days[i]);
        i = j;
    }
    if (!closed.isEmpty())
        parts << QStringLiteral("closed ") + listed(closed);
    const QString text = parts.join(QStringLiteral(", "));
    return {QStringLiteral("Our hours are ") + text + u'.', {{QStringLiteral("hours"), QStringLiteral("week"), text}}};
}

Answer ofDay(const Situation &s, QDate day)
{
    const QString name = words().toString(day, QStringLiteral("ddd MMM d"));
    const auto &hours = s.profile.hours.on(day);
    if (hours.empty())
        return {QStringLiteral("We're closed on ") + name + u'.',
            {{QStringLiteral("hours"), day.toString(Qt::ISODate), QStringLiteral("closed")}}};
    const QString text = span(hours);
    return {QStringLiteral("On ") + name + QStringLiteral(" we're open ") + text + u'.',
        {{QStringLiteral("hours"), day.toString(Qt::ISODate), text}}};
}

} // namespace

engine::Turn plainTurn(engine::Proposal what, const QString &text, const char *rule)
{
    engine::Turn turn;
    turn.proposal = std::move(what);
    turn.text = text;
    turn.rule = QString::fromLatin1(rule);
    return turn;
}

void Answer::add(const Answer &other)
{
    if (other.text.isEmpty())
        return;
    text = text.isEmpty() ? other.text : QString(text + u' ' + other.text);
    sources.insert(sources.end(), other.sources.begin(), other.sources.end());
}

Answer priceOf(const Situation &s, const Service &service, const QString &variant)
{
    Answer answer = figures(s, service, variant);
    if (answer.text.isEmpty())
        return answer;
    const bool one = rowOf(service, variant) && !variant.isEmpty() && variant != QLatin1String("any");
    answer.text = service.name + (one ? QString(QStringLiteral(" for ") + withArticle(service, variant)) : QString())
        + QStringLiteral(" is ") + answer.text + u'.';
    return answer;
}

Answer packages(const Situation &s, const std::vector<const Service *> &services)
{
    Answer full;
    Answer brief;
    const auto car = language::findVehicle(language::tokenise(language::normalise(s.known(QStringLiteral("vehicle")))));
    const auto kind = car ? car->kind : language::VehicleClass::Unknown;
    for (const Service *service : services) {
        QString variant = language::variantFor(*service, kind);
        if (variant.isEmpty())
            variant = s.known(QStringLiteral("variant"));
        const Answer price = figures(s, *service, variant);
        const PriceRow *row = rowOf(*service, variant);
        const QString forWhom = row && row->variant == variant && !variant.isEmpty()
            ? QString(QStringLiteral(" for ") + withArticle(*service, variant))
            : QString();
        const QString figure = price.text.isEmpty() ? QString() : QString(QStringLiteral(": ") + price.text + forWhom);
        QString description = service->description;
        while (description.endsWith(u'.'))
            description.chop(1);
        const QString about = description.isEmpty() ? QString() : QString(QStringLiteral(" (") + description + u')');
        full.add({service->name + about + figure + u'.', price.sources});
        brief.add({service->name + figure + u'.', price.sources});
        full.sources.push_back({QStringLiteral("service"), service->id.value, service->name});
    }
    return full.text.size() <= twoParts - 60 ? full : brief;
}

Answer openingHours(const Situation &s)
{
    const auto wish = s.heard.wish();
    if (wish && wish->isOneDay() && !wish->soonest)
        return ofDay(s, wish->from);
    return week(s);
}

Answer closedDay(const Situation &s, const engine::Wish &wish)
{
    const bool oneDay = wish.from.isValid() && wish.from == wish.to;
    return oneDay && s.profile.hours.on(wish.from).empty() ? ofDay(s, wish.from) : Answer();
}

Answer location(const Situation &s)
{
    Answer answer;
    const QString area = listed(s.profile.serviceArea);
    if (!area.isEmpty())
        answer.add({QStringLiteral("We come to you in ") + area + u'.',
            {{QStringLiteral("address"), QStringLiteral("service area"), area}}});
    if (!s.profile.address.isEmpty())
        answer.add({QStringLiteral("We're at ") + s.profile.address + u'.',
            {{QStringLiteral("address"), QStringLiteral("shop"), s.profile.address}}});
    return answer;
}

Answer serviceNames(const Situation &s, int most)
{
    QStringList names;
    for (const Service &service : s.profile.services) {
        if (names.size() < most)
            names << service.name;
    }
    if (names.isEmpty())
        return {};
    const QString text = listed(names);
    const bool all = names.size() == static_cast<qsizetype>(s.profile.services.size());
    return {(all ? QStringLiteral("We do ") : QStringLiteral("We do things like ")) + text + u'.',
        {{QStringLiteral("service"), QStringLiteral("list"), text}}};
}

Answer notOffered(const Situation &s)
{
    const QString what = listed(s.heard.notOffered, QStringLiteral(" or "));
    if (what.isEmpty())
        return {};
    return {QStringLiteral("Sorry, we don't do ") + what + u'.',
        {{QStringLiteral("not_offered"), s.heard.notOffered.first(), what}}};
}

QString plainText(const QString &text)
{
    QString plain;
    for (const QChar c : language::normalise(text)) {
        if (language::isPlain(c))
            plain += c;
    }
    if (plain.size() <= twoParts)
        return plain.trimmed();
    const qsizetype stop = plain.lastIndexOf(QLatin1String(". "), twoParts - 2);
    return plain.left(stop > 0 ? stop + 1 : twoParts).trimmed();
}

QString listed(const QStringList &items, const QString &lastJoin)
{
    if (items.size() < 2)
        return items.join(QString());
    return items.mid(0, items.size() - 1).join(QStringLiteral(", ")) + lastJoin + items.last();
}

} // namespace deskbell::assist
