// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/llm/allowance.h"

namespace deskbell::llm {
namespace {

constexpr size_t mostFailures = 5;
constexpr Duration within = 2min;
constexpr Duration shortPause = 2min;
constexpr Duration longPause = 1h; // credit and keys are mended by people

} // namespace

bool Allowance::mayAsk(Instant now, QDate today) const
{
    return why(now, today).isEmpty();
}

QString Allowance::why(Instant now, QDate today) const
{
    if (m_pausedUntil > now)
        return m_reason;
    if (m_day == today && m_tokens >= m_tokensADay)
        return QStringLiteral("the day's tokens are used up");
    return {};
}

void Allowance::spent(qint64 tokens, QDate today)
{
    if (m_day != today)
        m_tokens = 0;
    m_day = today;
    m_tokens += tokens;
}

void Allowance::failed(const ModelTrouble &trouble, Instant now)
{
    using Kind = ModelTrouble::Kind;
    if (trouble.kind == Kind::Money || trouble.kind == Kind::SignIn || trouble.kind == Kind::Wrong) {
        m_pausedUntil = now + longPause;
        m_reason = trouble.detail;
        return;
    }
    m_failures.push_back(now);
    if (m_failures.size() > mostFailures)
        m_failures.pop_front();
    const bool keepsFailing = m_failures.size() == mostFailures && now - m_failures.front() <= within;
    const Duration wished = trouble.retryAfter.value_or(0s);
    if (!keepsFailing && wished <= 0s)
        return;
    m_pausedUntil = now + (keepsFailing ? std::max(shortPause, wished) : wished);
    m_reason = trouble.detail;
}

} // namespace deskbell::llm
