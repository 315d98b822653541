// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/grounding.h"

#include "core/engine/wording.h"

#include <QSet>

namespace deskbell::engine {
namespace {

/// "$1,150.00" and "1150" are one figure, "9:00" and "9" too: digits with their grouping and idle zeros taken away.
QString plain(QString figure)
{
    figure.remove(u',');
    while (figure.endsWith(u'.') || figure.endsWith(u':'))
        figure.chop(1);
    if (figure.endsWith(QLatin1String(".00")) || figure.endsWith(QLatin1String(":00")))
        figure.chop(3);
    while (figure.size() > 1 && figure.startsWith(u'0'))
        figure.remove(0, 1);
    return figure;
}

QStringList figuresIn(const QString &text)
{
    QStringList figures;
    QString figure;
    const auto end = [&] {
        if (!figure.isEmpty())
            figures << plain(figure);
        figure.clear();
    };
    for (const QChar c : text) {
        const bool inside = c == u',' || c == u'.' || c == u':';
        if (c.digitValue() >= 0)
            figure += QChar(u'0' + c.digitValue());
        else if (inside && !figure.isEmpty())
            figure += c;
        else
            end();
    }
    end();
    return figures;
}

class Known
{
public:
    void text(const QString &words)
    {
        for (const QString &figure : figuresIn(words))
            m_figures.insert(figure);
    }
    void time(QTime time)
    {
        text(time.toString(QStringLiteral("h:mm")));
        text(QTime(time.hour() % 12 == 0 ? 12 : time.hour() % 12, time.minute()).toString(QStringLiteral("h:mm")));
    }
    void minutes(Duration duration)
    {
        const auto whole = std::chrono::duration_cast<std::chrono::minutes>(duration).count();
        text(QString::number(whole));
        text(QString::number(static_cast<double>(whole) / 60));
    }
    [[nodiscard]] bool has(const QString &figure) const { return m_figures.contains(figure); }

private:
    QSet<QString> m_figures;
};

void learnServices(Known &known, const Profile &profile)
{
    for (const Service &service : profile.services) {
        known.text(service.name % u' ' % service.description % u' ' % service.aliases.join(u' '));
        known.minutes(service.length);
        for (const PriceRow &row : service.prices) {
            known.text(money(profile, row.cents));
            known.text(row.variant);
        }
        if (service.priceFromCents)
            known.text(money(profile, *service.priceFromCents));
    }
}

void learnProfile(Known &known, const Profile &profile)
{
    learnServices(known, profile);
    for (const auto &day : profile.hours.week) {
        for (const OpenInterval &interval : day) {
            known.time(interval.from);
            known.time(interval.to);
        }
    }
    for (const Faq &faq : profile.faqs)
        known.text(faq.question % u' ' % faq.answer);
    known.text(profile.name % u' ' % profile.address % u' ' % profile.serviceAreaWords % u' ' % profile.serviceArea.join(u' '));
    known.text(displayNumber(profile.phone));
    known.text(profile.notOffered.join(u' '));
    // Emergency and crisis lines of the countries we write in; said by locked wording only.
    known.text(QStringLiteral("911 988 112 999 000 111"));
}

/// Days of the month are calendar words, not claims: the times offered come from held slots.
void learnDays(Known &known, const Context &context)
{
    const QDate today = toWall(context.now, context.profile.zone).date();
    for (int ahead = 0; ahead <= context.profile.horizonDays; ++ahead)
        known.text(today.addDays(ahead).toString(QStringLiteral("d yyyy")));
    for (const QDate &closed : context.profile.hours.closedDates)
        known.text(closed.toString(QStringLiteral("d yyyy")));
}

} // namespace

QStringList untracedFigures(const Turn &turn, const ThreadState &state, const Context &context)
{
    const QStringList said = figuresIn(turn.text);
    if (said.isEmpty())
        return {};
    Known known;
    learnProfile(known, context.profile);
    learnDays(known, context);
    known.text(state.lastText);
    for (const LeadFact &fact : state.lead.facts)
        known.text(fact.value);
    for (const LeadFact &fact : turn.learnt)
        known.text(fact.value);
    for (const Appointment &visit : state.appointments)
        known.text(when(context.profile, visit.slot.start));
    for (const Hold &hold : state.offer)
        known.text(when(context.profile, hold.slot.start));
    QStringList untraced;
    for (const QString &figure : said) {
        if (!known.has(figure))
            untraced << figure;
    }
    return untraced;
}

} // namespace deskbell::engine
