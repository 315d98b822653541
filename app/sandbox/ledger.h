// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/book.h"
#include "app/sandbox/numbering.h"

#include <QSet>

namespace deskbell::sandbox {

/// The company's own truth. No sockets, no timers.
class Ledger {
public:
    /// SIDs follow from the seed; another seed makes other SIDs, so a restarted sandbox never repeats one.
    explicit Ledger(quint64 seed);

    Book<Call> calls;
    Book<Message> messages;

    /// `CA` + 32 hex digits
    [[nodiscard]] QByteArray newSid(const char* prefix);

    void setLineType(const QByteArray& number, LineType type) { m_lineTypes.insert(number, type); }
    [[nodiscard]] LineType lineType(const QByteArray& number) const;

    void optOut(const QByteArray& handset, const QByteArray& shop);
    /// False when there was no opt-out.
    bool optIn(const QByteArray& handset, const QByteArray& shop);
    [[nodiscard]] bool isOptedOut(const QByteArray& handset, const QByteArray& shop) const;
    [[nodiscard]] qsizetype optOuts() const { return m_optOuts.size(); }

private:
    using Pair = std::pair<QByteArray, QByteArray>;

    quint64 m_seed;
    quint64 m_lastSid = 0;
    QHash<QByteArray, LineType> m_lineTypes;
    QSet<Pair> m_optOuts;
};

} // namespace deskbell::sandbox
