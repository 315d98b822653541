// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/codes.h"
#include "core/engine/screening.h"
#include "tests/engine/story.h"

#include <functional>

namespace deskbell::engine {

/// A story whose caller is looked up before each missed call, with a call of any shape.
class Screening : public Story
{
public:
    CallerSigns signs;
    Call call;

    Screening()
    {
        call.from = state.caller;
        call.line = state.line;
        call.rang = 22s;
        call.result = CallResult::NoAnswer;
        signs.looked = true;
        signs.callsLastDay = 1;
    }
    explicit Screening(const QString &caller)
        : Screening()
    {
        state = newThread({caller}, profile.phone);
        call.from = {caller};
    }
    Screening &short_() { call.rang = 4s; return *this; }
    Screening &complaints(int count) { signs.complaints.complaints = count; return *this; }
    Screening &neighbours(int count) { signs.neighboursLastHour = count; return *this; }
    Screening &proof(Attestation attestation) { call.attestation = attestation; return *this; }
    Screening &tagged(ContactTag tag, const QString &name = {})
    {
        signs.contact = Contact{call.from, tag, name, {}, {}};
        return *this;
    }
    void rings()
    {
        call.id = {QStringLiteral("SC%1").arg(++m_calls)};
        call.startedAt = now - call.rang - call.voicemail;
        call.endedAt = now;
        tell(fact::CallMissed{call}, signs);
    }
    void tell(const Fact &fact, const CallerSigns &with)
    {
        Decision d = decide(state, fact, {now, profile, false, with});
        state = std::move(d.next);
        orders.insert(orders.end(), d.orders.begin(), d.orders.end());
        lines.insert(lines.end(), d.history.begin(), d.history.end());
        journal.insert(journal.end(), d.journal.begin(), d.journal.end());
        contacts.insert(contacts.end(), d.contacts.begin(), d.contacts.end());
    }
    void rescue() { tell(fact::OperatorRescuedCall{QStringLiteral("Jess")}, signs); }
    void tag(ContactTag tag, const QString &name = {}) { tell(fact::ContactTagged{QStringLiteral("Jess"), tag, name}, signs); }

    [[nodiscard]] QString outcome() const
    {
        if (state.quietList)
            return QStringLiteral("quiet ") + QString::fromLatin1(wordOf(state.quietList->reason));
        if (state.callback && !state.callback->done)
            return QStringLiteral("call back ") + QString::fromLatin1(wordOf(state.callback->reason));
        return textsOf(TextKind::FirstText) > 0 ? QStringLiteral("text") : QStringLiteral("nothing");
    }
    [[nodiscard]] int noticesOf(const QString &code) const
    {
        return static_cast<int>(std::count_if(orders.begin(), orders.end(), [&](const PlannedOrder &order) {
            const auto *notify = std::get_if<order::Notify>(&order.what);
            return notify && notify->code == code;
        }));
    }
    std::vector<Contact> contacts;

private:
    int m_calls = 0;
};

} // namespace deskbell::engine
