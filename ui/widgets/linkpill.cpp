// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linkpill.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

LinkPill::LinkPill(QWidget *parent)
    : Pressable(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(State::Live, tr("Live"));
}

Icon LinkPill::icon() const
{
    switch (m_state) {
    case State::Live: return Icon::Check;
    case State::Slow: return Icon::Clock;
    case State::Offline: return Icon::LinkOff;
    }
    return Icon::None;
}

void LinkPill::setState(State state, const QString &words)
{
    if (m_state == state && m_words == words)
        return;
    m_state = state;
    m_words = words;
    setAccessibleName(tr("Link: %1").arg(words));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize LinkPill::sizeHint() const
{
    return {pillSize(m_words, icon()).width(), px(32)};
}

void LinkPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Offline is amber, not red: red means that a person is needed and time is short.
    const Tone tone = m_state == State::Live ? Tone::Ok : m_state == State::Slow ? Tone::Warn : Tone::WarnSolid;
    const int high = pillSize(m_words, icon()).height();
    const QRectF pill(0, (height() - high) / 2, width(), high);
    drawPill(painter, pill, m_words, tone, icon());
    if (hasFocus())
        drawFocusRing(painter, pill.adjusted(-1, -3, 1, 3), height() / 2.0);
}

PersonButton::PersonButton(QWidget *parent)
    : Pressable(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPerson({}, {}, {});
}

void PersonButton::setPerson(const QString &initials, const QString &name, const QString &role)
{
    m_initials = initials;
    m_name = name;
    m_role = role;
    setAccessibleName(initials.isEmpty() ? tr("Nobody is signed in. Sign in")
                                         : tr("%1, %2. Change person", "name and role").arg(name, role));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

void PersonButton::setNameShown(bool shown)
{
    m_nameShown = shown;
    updateGeometry();
}

QSize PersonButton::sizeHint() const
{
    const int words = std::max(textWidth(m_name, textFont(Type::Button)), textWidth(m_role, textFont(Type::Caption)));
    return {px(36) + (m_nameShown && !m_name.isEmpty() ? words + 12 : 0), px(40)};
}

void PersonButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = px(32);
    const QRectF circle(width() - side - 2, (height() - side) / 2.0, side, side);
    drawBox(painter, circle, side / 2.0, mixed(color(Token::AccentSoft), color(Token::Accent), hoverShare() * 0.15));
    if (m_initials.isEmpty())
        drawIcon(painter, circle, Icon::Person, color(Token::Accent), px(18));
    else
        drawLine(painter, circle, m_initials, textFont(Type::Label), color(Token::Accent), Qt::AlignCenter);
    if (m_nameShown && !m_name.isEmpty()) {
        const QRectF words(0, 0, circle.left() - 10, height());
        const auto right = Qt::AlignRight | Qt::AlignVCenter;
        drawLine(painter, words.adjusted(0, 0, 0, -words.height() / 2 + 1), m_name, textFont(Type::Button),
                 color(Token::Text), right);
        drawLine(painter, words.adjusted(0, words.height() / 2 - 1, 0, 0), m_role, textFont(Type::Caption),
                 color(Token::Text2), right);
    }
    if (hasFocus())
        drawFocusRing(painter, circle.adjusted(-2, -2, 2, 2), side);
}

} // namespace deskbell::ui
