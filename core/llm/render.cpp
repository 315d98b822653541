// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/briefing.h"

#include "core/engine/wording.h"

#include <QLocale>
#include <QRegularExpression>

namespace deskbell::llm {
namespace {

struct Piece {
    QString text; ///< empty: the placeholder names nothing
    std::vector<engine::Source> sources;
};

engine::Source priceSource(const Profile &profile, const Service &service, const PriceRow &row)
{
    return {QStringLiteral("price"), service.id.value % QStringLiteral(" / ") % row.variant, engine::money(profile, row.cents)};
}

Piece price(const Profile &profile, const QString &what)
{
    const Service *service = profile.service({what.section(u'/', 0, 0).trimmed()});
    const QString variant = what.section(u'/', 1).trimmed();
    if (!service)
        return {};
    for (const PriceRow &row : service->prices) {
        if (row.variant.compare(variant, Qt::CaseInsensitive) == 0 || (service->prices.size() == 1 && variant.isEmpty()))
            return {engine::money(profile, row.cents), {priceSource(profile, *service, row)}};
    }
    return {};
}

Piece prices(const Profile &profile, const QString &what)
{
    const Service *service = profile.service({what.trimmed()});
    if (!service)
        return {};
    Piece piece;
    QStringList each;
    for (const PriceRow &row : service->prices) {
        each << (row.variant == u"any" ? engine::money(profile, row.cents) : engine::money(profile, row.cents) % QStringLiteral(" for ") % row.variant);
        piece.sources.push_back(priceSource(profile, *service, row));
    }
    if (each.isEmpty() && service->priceFromCents) {
        each << QStringLiteral("from ") % engine::money(profile, *service->priceFromCents);
        piece.sources.push_back({QStringLiteral("price"), service->id.value % QStringLiteral(" / from"), engine::money(profile, *service->priceFromCents)});
    }
    piece.text = each.join(QStringLiteral(", "));
    return piece;
}

Piece about(const Profile &profile, const QString &what)
{
    const Service *service = profile.service({what.trimmed()});
    if (!service || service->description.isEmpty())
        return {};
    return {service->description, {{QStringLiteral("service"), service->id.value, service->description}}};
}

Piece answer(const Profile &profile, const QString &what)
{
    bool isNumber = false;
    const size_t place = what.trimmed().toUInt(&isNumber);
    if (!isNumber || place >= profile.faqs.size())
        return {};
    const Faq &faq = profile.faqs[place];
    return {faq.answer, {{QStringLiteral("faq"), faq.question, faq.answer}}};
}

Piece hours(const Profile &profile)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QStringList days;
    for (size_t day = 0; day < profile.hours.week.size(); ++day) {
        QStringList spans;
        for (const OpenInterval &interval : profile.hours.week[day])
            spans << english.toString(interval.from, QStringLiteral("h:mm AP")) % u'-' % english.toString(interval.to, QStringLiteral("h:mm AP"));
        if (!spans.isEmpty())
            days << english.standaloneDayName(static_cast<int>(day) + 1, QLocale::ShortFormat) % u' ' % spans.join(QStringLiteral(" and "));
    }
    const QString text = days.join(QStringLiteral(", "));
    return {text, {{QStringLiteral("hours"), QStringLiteral("week"), text}}};
}

Piece pieceFor(const Profile &profile, const QString &name, const QString &what)
{
    if (name == u"price")
        return price(profile, what);
    if (name == u"prices")
        return prices(profile, what);
    if (name == u"about")
        return about(profile, what);
    if (name == u"answer")
        return answer(profile, what);
    if (name == u"hours")
        return hours(profile);
    if (name == u"address" && !profile.address.isEmpty())
        return {profile.address, {{QStringLiteral("address"), QStringLiteral("address"), profile.address}}};
    return {};
}

} // namespace

Rendered render(const QString &text, const Profile &profile)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{(\\w+)(?::([^{}]*))?\\}"));
    Rendered rendered;
    qsizetype at = 0;
    for (auto each = placeholder.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        rendered.text += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        Piece piece = pieceFor(profile, match.captured(1), match.captured(2));
        if (piece.text.isEmpty())
            rendered.unknown << match.captured();
        rendered.text += piece.text;
        rendered.sources.insert(rendered.sources.end(), piece.sources.begin(), piece.sources.end());
    }
    rendered.text += QStringView(text).mid(at);
    if (rendered.text.contains(u'{') || rendered.text.contains(u'}'))
        rendered.unknown << QStringLiteral("{");
    rendered.text = rendered.text.simplified();
    return rendered;
}

} // namespace deskbell::llm
