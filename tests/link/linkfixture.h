// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/inboxport.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <vector>

/// What the link put into the inbox, kept as it came. A repeated id is counted and dropped, as the real inbox does.
class FakeInbox final : public deskbell::runtime::InboxPort
{
public:
    void put(deskbell::runtime::Arrival arrival) override
    {
        if (arrival.cursor)
            cursors.insert(arrival.cursor->stream, arrival.cursor->value);
        if (m_set.contains(arrival.id)) {
            ++repeated;
            return;
        }
        ids << arrival.id;
        m_set.insert(arrival.id);
        if (keepFacts)
            facts.push_back(std::move(arrival));
    }
    void malformed(const QString &where, const QString &detail) override
    {
        complaints << where + QStringLiteral(": ") + detail;
    }
    void linkChanged(const deskbell::runtime::LinkState &state) override { states.push_back(state); }
    void moveCursor(const deskbell::runtime::Cursor &cursor) override { cursors.insert(cursor.stream, cursor.value); }
    bool isOurs(const deskbell::ProviderId &text) override { return ours.contains(text.value); }
    bool mayBeOurs(const deskbell::PhoneNumber &to) override { return inDoubt.contains(to.e164); }
    QString cursor(const QString &stream) override { return cursors.value(stream); }

    [[nodiscard]] bool has(const QString &id) const { return m_set.contains(id); }
    [[nodiscard]] int count(const QString &beginning) const
    {
        int found = 0;
        for (const QString &id : ids)
            found += id.startsWith(beginning) ? 1 : 0;
        return found;
    }
    template<class Fact> [[nodiscard]] std::vector<Fact> all() const
    {
        std::vector<Fact> found;
        for (const auto &arrival : facts) {
            if (const auto *fact = std::get_if<Fact>(&arrival.fact))
                found.push_back(*fact);
        }
        return found;
    }
    [[nodiscard]] deskbell::runtime::LinkState state() const
    {
        return states.empty() ? deskbell::runtime::LinkState{} : states.back();
    }

    bool keepFacts = true;
    QStringList ids;
    std::vector<deskbell::runtime::Arrival> facts;
    std::vector<deskbell::runtime::LinkState> states;
    QStringList complaints;
    QHash<QString, QString> cursors;
    QSet<QString> ours;
    QSet<QString> inDoubt;
    int repeated = 0;

private:
    QSet<QString> m_set;
};
