// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navitem.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace deskbell::ui {

NavItem::NavItem(Icon icon, const QString &label, const QString &key, QWidget *parent)
    : QRadioButton(parent)
    , m_icon(icon)
    , m_label(label)
    , m_key(key)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void NavItem::setBadge(const QString &count, Tone tone, const QString &words)
{
    m_badge = count;
    m_tone = tone;
    m_badgeWords = words;
    describe();
    update();
}

void NavItem::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
}

void NavItem::describe()
{
    setAccessibleName(m_badgeWords.isEmpty() ? m_label : tr("%1, %2", "screen, what waits there").arg(m_label, m_badgeWords));
    setToolTip(tr("%1 (%2)", "screen, what waits there (key)").arg(accessibleName(), m_key));
}

bool NavItem::roomForLabel() const
{
    // On a low screen with large text the words go before an item is cut off.
    return !m_narrow && height() >= px(46);
}

QSize NavItem::sizeHint() const
{
    return {m_narrow ? 52 : px(64), m_narrow ? px(48) : px(56)};
}

QSize NavItem::minimumSizeHint() const
{
    return {sizeHint().width(), px(36)};
}

void NavItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool chosen = isChecked();
    if (chosen)
        drawBox(painter, rect(), radius::control, color(Token::RailSel));
    else if (underMouse())
        drawBox(painter, rect(), radius::control, mixed(color(Token::RailBg), color(Token::RailSel), 0.55));
    const QColor ink = color(chosen || underMouse() ? Token::OnFill : Token::RailText);
    const bool words = roomForLabel();
    const QRectF icon(0, words ? px(7) : 0, width(), words ? px(26) : height());
    drawIcon(painter, icon, m_icon, ink, px(22));
    if (words)
        drawLine(painter, QRectF(2, height() - px(25), width() - 4, px(20)), m_label, textFont(Type::Caption), ink,
                 Qt::AlignCenter);
    paintBadge(painter, icon);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Token::OnFill), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
}

void NavItem::paintBadge(QPainter &painter, const QRectF &icon) const
{
    if (m_badge.isEmpty())
        return;
    const bool dot = m_badge == QLatin1String(" ");
    const QSizeF size = dot ? QSizeF(px(10), px(10)) : QSizeF(badgeSize(m_badge));
    const QPointF at(std::min(icon.center().x() + px(5), width() - size.width() - 1),
                     dot ? icon.center().y() - px(13) : icon.center().y() - px(17));
    // A gap in the rail's own colour lifts the badge off the icon.
    const QColor under = color(isChecked() ? Token::RailSel : Token::RailBg);
    drawBox(painter, QRectF(at, size).adjusted(-2, -2, 2, 2), size.height(), under);
    drawBadge(painter, QRectF(at, size), dot ? QString() : m_badge, m_tone);
}

} // namespace deskbell::ui
