// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/takeover.h"

namespace deskbell::ui {

namespace {

constexpr Duration secondPress = 3s;
constexpr Duration emptyBox = 20s; ///< then a false start goes back to the AI

} // namespace

Takeover::Takeover(QObject *parent)
    : QObject(parent)
{
}

bool Takeover::othersHave() const
{
    return m_row.holder.kind == engine::HolderKind::Seat && !m_row.holder.seat.isEmpty() && m_row.holder.seat != m_seat;
}

void Takeover::open(const ThreadId &thread)
{
    if (m_row.thread == thread)
        return;
    if (m_falseStart && !m_unsent && !m_row.thread.isEmpty())
        Q_EMIT handedBack(m_row.thread, QString());
    m_row = {};
    m_row.thread = thread;
    m_claim = {};
    m_takeAskedAt = {};
    m_backAt = {};
    m_falseStart = false;
    m_unsent = false;
}

void Takeover::show(const engine::ThreadRow &row)
{
    m_row = row;
    if (held()) {
        m_claim = {};
        m_takeAskedAt = {};
    } else if (othersHave() && m_claim.waits() && row.holder.since >= m_claim.askedAt) {
        m_claim = {};
        m_falseStart = false;
        m_backAt = {};
        Q_EMIT lost(row.holder.seat);
    }
    Q_EMIT changed();
}

void Takeover::ask(bool byTyping)
{
    const bool fromAssistant =
        m_row.holder.kind == engine::HolderKind::Assistant && m_row.section != engine::Section::NeedsPerson;
    m_claim = {m_now, byTyping};
    m_falseStart = byTyping && fromAssistant;
    m_takeAskedAt = {};
    Q_EMIT tookOver(m_row.thread);
    Q_EMIT changed();
}

void Takeover::letterTyped()
{
    if (m_row.thread.isEmpty() || held() || m_claim.waits() || othersHave())
        return;
    ask(true);
}

void Takeover::pressed()
{
    if (m_row.thread.isEmpty() || held() || m_claim.waits())
        return;
    if (othersHave() && !m_takeAskedAt.isSet()) {
        m_takeAskedAt = m_now;
        Q_EMIT changed();
        return;
    }
    ask(false);
}

void Takeover::textIs(const QString &text)
{
    m_unsent = !text.trimmed().isEmpty();
    m_backAt = m_falseStart && !m_unsent ? m_now + emptyBox : Instant{};
    Q_EMIT changed();
}

void Takeover::sent()
{
    m_falseStart = false;
    m_backAt = {};
    m_unsent = false;
}

void Takeover::scanned()
{
    if (m_falseStart)
        handBack(QString());
}

void Takeover::handBack(const QString &note)
{
    if (m_row.thread.isEmpty())
        return;
    m_claim = {};
    m_falseStart = false;
    m_backAt = {};
    Q_EMIT handedBack(m_row.thread, note);
    Q_EMIT changed();
}

void Takeover::tick(Instant now)
{
    m_now = now;
    if (m_takeAskedAt.isSet() && now - m_takeAskedAt >= secondPress) {
        m_takeAskedAt = {};
        Q_EMIT changed();
    }
    if (m_backAt.isSet() && now >= m_backAt)
        handBack(QString());
}

} // namespace deskbell::ui
