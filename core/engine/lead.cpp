// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

namespace deskbell::engine {
namespace {

const PriceRow *priceRow(const Service &service, const QString &variant)
{
    for (const PriceRow &row : service.prices) {
        if (row.variant == variant || row.variant == QLatin1String("any"))
            return &row;
    }
    return nullptr;
}

QString wish(const ThreadState &s, const Profile &profile, const Service *service)
{
    QStringList words;
    if (service)
        words << service->name;
    const QString variant = s.lead.value(QStringLiteral("variant"));
    if (!variant.isEmpty() && variant != QLatin1String("any"))
        words << variant;
    for (const char *key : {"vehicle", "address", "when"}) {
        const QString value = s.lead.value(QString::fromLatin1(key));
        if (!value.isEmpty())
            words << value;
    }
    Q_UNUSED(profile)
    return words.join(QStringLiteral(", "));
}

} // namespace

void closeLead(Working &w, LeadOutcome outcome)
{
    Lead &lead = w.state().lead;
    if (!lead.createdAt.isSet()) {
        lead.createdAt = w.now();
        lead.source = QStringLiteral("text");
    }
    lead.outcome = outcome;
    lead.closedAt = w.now();
}

void refreshLead(Working &w)
{
    ThreadState &s = w.state();
    const Service *service = w.profile().service({s.lead.value(QStringLiteral("service"))});
    if (service) {
        const PriceRow *row = priceRow(*service, s.lead.value(QStringLiteral("variant")));
        s.lead.estimateCents = row ? row->cents : service->priceFromCents.value_or(0);
    }
    // The record's words are the shop's own language, like its texts: they go to calendars and CRMs, not to a window.
    QStringList lines;
    if (s.episode) {
        const QString rang = s.episode->calls > 1 ? QStringLiteral(", rang %1 times").arg(s.episode->calls) : QString();
        lines << QStringLiteral("Missed call %1%2.").arg(when(w.profile(), s.episode->at), rang);
    }
    const QString wants = wish(s, w.profile(), service);
    if (!wants.isEmpty())
        lines << QStringLiteral("Wants: %1.").arg(wants);
    if (!s.appointments.empty())
        lines << QStringLiteral("Booked: %1.").arg(when(w.profile(), s.appointments.back().slot.start));
    s.lead.summary = lines.join(u'\n');
}

} // namespace deskbell::engine
