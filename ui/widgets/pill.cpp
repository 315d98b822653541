// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int padding = 9;
constexpr int pillGap = 5;

int iconSide()
{
    return px(13);
}

} // namespace

ToneColors colorsOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return {Token::Sunken, Token::Text2};
    case Tone::Accent: return {Token::AccentSoft, Token::Accent};
    case Tone::Ai: return {Token::AiSoft, Token::Ai};
    case Tone::Urgent: return {Token::UrgentSoft, Token::Urgent};
    case Tone::Warn: return {Token::WarnSoft, Token::Warn};
    case Tone::Ok: return {Token::OkSoft, Token::Ok};
    case Tone::Call: return {Token::CallSoft, Token::Call};
    case Tone::AccentSolid: return {Token::AccentFill, Token::OnFill};
    case Tone::UrgentSolid: return {Token::UrgentFill, Token::OnFill};
    case Tone::WarnSolid: return {Token::WarnFill, Token::OnWarn};
    case Tone::OkSolid: return {Token::OkFill, Token::OnFill};
    case Tone::CallSolid: return {Token::CallFill, Token::OnCall};
    }
    return {Token::Sunken, Token::Text2};
}

QSize pillSize(const QString &text, Icon icon)
{
    const int sign = icon == Icon::None ? 0 : iconSide() + pillGap;
    return {textWidth(text, textFont(Type::Label)) + sign + 2 * padding, px(22)};
}

void drawPill(QPainter &painter, const QRectF &box, const QString &text, Tone tone, Icon icon)
{
    const auto [fill, ink] = colorsOf(tone);
    const bool bare = theme().look().highContrast && tone <= Tone::Call; // soft fills are off there
    drawBox(painter, box, box.height() / 2, color(fill), bare ? color(ink) : QColor());
    QRectF inner = box.adjusted(padding, 0, -padding + 1, 0);
    if (icon != Icon::None) {
        drawIcon(painter, QRectF(inner.left(), inner.top(), iconSide(), inner.height()), icon, color(ink), iconSide());
        inner.setLeft(inner.left() + iconSide() + pillGap);
    }
    drawLine(painter, inner, text, textFont(Type::Label), color(ink));
}

QSize badgeSize(const QString &text)
{
    const int height = px(20);
    return {std::max(height, textWidth(text, textFont(Type::Label)) + 11), height};
}

void drawBadge(QPainter &painter, const QRectF &box, const QString &text, Tone tone)
{
    const auto [fill, ink] = colorsOf(tone);
    drawBox(painter, box, box.height() / 2, color(fill));
    drawLine(painter, box, text, textFont(Type::Label), color(ink), Qt::AlignCenter);
}

StatePill::StatePill(Tone tone, const QString &text, Icon icon, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setState(tone, text, icon);
}

void StatePill::setState(Tone tone, const QString &text, Icon icon)
{
    m_tone = tone;
    m_text = text;
    m_icon = icon;
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize StatePill::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), px(56)), sizeHint().height()};
}

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QSize own = sizeHint();
    drawPill(painter, QRectF(0, 0, std::min(width(), own.width()), own.height()), m_text, m_tone, m_icon);
}

} // namespace deskbell::ui
