// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/llm/dialect.h"

#include <QDate>
#include <deque>

namespace deskbell::llm {

/// Whether a model may be asked now: not while it keeps failing, not without credit, not past the day's tokens. A value;
/// no clock of its own. Counts from the program's start: a restart begins the day's tokens anew.
class Allowance
{
public:
    explicit Allowance(qint64 tokensADay)
        : m_tokensADay(tokensADay)
    {
    }
    [[nodiscard]] bool mayAsk(Instant now, QDate today) const;
    void spent(qint64 tokens, QDate today);
    void worked() { m_failures.clear(); }
    void failed(const ModelTrouble &trouble, Instant now);
    /// Why not, for people; empty: it may.
    [[nodiscard]] QString why(Instant now, QDate today) const;

private:
    qint64 m_tokensADay;
    QDate m_day;
    qint64 m_tokens = 0;
    std::deque<Instant> m_failures; ///< the last few
    Instant m_pausedUntil;
    QString m_reason;
};

} // namespace deskbell::llm
