// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"
#include "ui/theme/paint.h"
#include "ui/widgets/keycap.h"

#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

namespace {

struct ButtonDress {
    QColor fill;
    QColor under; ///< fill under the pointer
    QColor ink;
    QColor border = {};
    bool filled = false;
};

ButtonDress solid(Token fill)
{
    return {color(fill), mixed(color(fill), Qt::black, 0.1), color(Token::OnFill), {}, true};
}

QColor veil(double share)
{
    return QColor(255, 255, 255, int(share * 255));
}

ButtonDress dressOf(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Primary: return solid(Token::AccentFill);
    case Button::Kind::Danger: return solid(Token::UrgentFill);
    case Button::Kind::Good: return solid(Token::OkFill);
    case Button::Kind::Outline:
        return {color(Token::Surface), color(Token::Hover), color(Token::Text), color(Token::Edge)};
    case Button::Kind::Soft:
        return {color(Token::Sunken), mixed(color(Token::Sunken), color(Token::Text), 0.06), color(Token::Text)};
    case Button::Kind::Ghost: {
        QColor none = color(Token::Sunken);
        none.setAlpha(0);
        return {none, color(Token::Sunken), color(Token::Text2)};
    }
    case Button::Kind::AiOutline:
        return {color(Token::Surface), color(Token::AiSoft), color(Token::Ai), color(Token::Ai)};
    case Button::Kind::StripMain: {
        const QColor white = color(Token::OnFill);
        return {white, mixed(white, color(Token::Strip), 0.1), theme().tokens()[Token::Strip]};
    }
    case Button::Kind::StripOutline: return {veil(0), veil(0.14), color(Token::OnFill), veil(0.7), true};
    case Button::Kind::StripGhost: return {veil(0), veil(0.14), color(Token::OnFill), {}, true};
    }
    return {};
}

ButtonDress disabled(ButtonDress dress)
{
    dress.fill = color(Token::Sunken);
    dress.under = dress.fill;
    dress.ink = color(Token::Text3);
    dress.border = QColor(); // = {} would pick Qt's colour number 0, a white
    return dress;
}

QColor blend(const QColor &from, const QColor &to, double share)
{
    QColor result = from.alpha() == 0 && to.alpha() == 255 ? to : mixed(from, to, share);
    result.setAlpha(int(from.alpha() + (to.alpha() - from.alpha()) * share));
    return result;
}

constexpr int sidePadding = 14;
constexpr int leastPadding = 8;
constexpr int iconGap = 8;
constexpr int capGap = 12;

} // namespace

ButtonLayout layOutButton(const QRectF &box, int iconSide, int labelWidth, const QSize &cap)
{
    const qreal gap = iconSide > 0 && labelWidth > 0 ? iconGap : 0;
    const qreal capRoom = cap.isEmpty() ? 0 : cap.width() + capGap;
    const qreal core = iconSide + gap + labelWidth;
    const bool capFits = core + capRoom + 2 * leastPadding <= box.width();
    const qreal used = std::min(box.width() - leastPadding, core + (capFits ? capRoom : 0));
    qreal x = box.left() + std::round((box.width() - used) / 2);
    ButtonLayout layout;
    if (iconSide > 0)
        layout.icon = QRectF(x, box.top(), iconSide, box.height());
    x += iconSide + gap;
    const qreal words = std::max<qreal>(0, std::min<qreal>(labelWidth, used - iconSide - gap));
    if (labelWidth > 0)
        layout.label = QRectF(x, box.top(), words, box.height());
    if (capFits && !cap.isEmpty())
        layout.cap = QRectF(QPointF(x + words + capGap, box.top() + std::round((box.height() - cap.height()) / 2)), cap);
    return layout;
}

Button::Button(Kind kind, const QString &label, QWidget *parent)
    : Button(kind, Icon::None, label, parent)
{
}

Button::Button(Kind kind, Icon icon, const QString &label, QWidget *parent)
    : Pressable(parent)
    , m_kind(kind)
    , m_sign(icon)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setLabel(label);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setSize(Size size)
{
    m_size = size;
    updateGeometry();
}

void Button::setSign(Icon icon)
{
    m_sign = icon;
    updateGeometry();
    update();
}

void Button::setLabel(const QString &label)
{
    m_label = label;
    describe();
    updateGeometry();
    update();
}

void Button::setKeyCap(const QString &key)
{
    m_key = key;
    describe();
    updateGeometry();
    update();
}

void Button::setLabelShown(bool shown)
{
    m_labelShown = shown;
    describe();
    updateGeometry();
    update();
}

void Button::setKeyCapShown(bool shown)
{
    m_keyShown = shown;
    describe();
    updateGeometry();
    update();
}

void Button::describe()
{
    const bool complete = shownLabel() == m_label && m_keyShown;
    const QString full = m_key.isEmpty() ? m_label : tr("%1 (%2)", "button and its key").arg(m_label, m_key);
    setAccessibleName(m_label);
    setAccessibleDescription(m_key.isEmpty() ? QString() : tr("Key %1").arg(m_key));
    setToolTip(complete ? QString() : full);
}

QSize Button::capSize() const
{
    return m_key.isEmpty() || !m_keyShown || shownLabel().isEmpty() ? QSize() : keyCapSize(m_key);
}

int Button::iconSide() const
{
    return m_sign == Icon::None ? 0 : px(m_size == Size::Chip ? 16 : m_size == Size::Queue ? 20 : 18);
}

const QFont &Button::labelFont() const
{
    const bool heavy = m_kind == Kind::Primary || m_kind == Kind::Danger || m_kind == Kind::Good
        || m_kind == Kind::StripMain;
    if (m_size == Size::Chip)
        return textFont(Type::Label);
    if (m_size == Size::Queue && heavy)
        return textFont(Type::Title);
    return textFont(heavy ? Type::Name : Type::Button);
}

QSize Button::sizeHint() const
{
    const int words = shownLabel().isEmpty() ? 0 : textWidth(shownLabel(), labelFont());
    const int cap = capSize().isEmpty() ? 0 : capSize().width() + capGap;
    const int gap = iconSide() > 0 && words > 0 ? iconGap : 0;
    const int padding = m_size == Size::Chip ? 10 : words == 0 ? 8 : sidePadding;
    const int height = px(int(m_size));
    return {std::max(iconSide() + gap + words + cap + 2 * padding, height), height};
}

QSize Button::minimumSizeHint() const
{
    const QSize full = sizeHint();
    const int shortest = iconSide() + (shownLabel().isEmpty() ? 0 : px(40)) + 16;
    return {std::min(full.width(), std::max(shortest, full.height())), full.height()};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ButtonDress dress = isEnabled() ? dressOf(m_kind) : disabled(dressOf(m_kind));
    QColor fill = blend(dress.fill, dress.under, isEnabled() ? hoverShare() : 0);
    if (isDown())
        fill = mixed(dress.under, color(Token::Text), 0.08);
    drawBox(painter, rect(), radius::control, fill, dress.border);
    const QString label = shownLabel();
    const auto layout = layOutButton(rect(), iconSide(), label.isEmpty() ? 0 : textWidth(label, labelFont()), capSize());
    if (m_sign != Icon::None)
        drawIcon(painter, layout.icon, m_sign, dress.ink, iconSide());
    if (!layout.label.isEmpty())
        drawLine(painter, layout.label, label, labelFont(), dress.ink);
    if (!layout.cap.isEmpty())
        drawKeyCap(painter, layout.cap, m_key, dress.ink);
    if (hasFocus())
        drawFocusRing(painter, rect(), radius::control, dress.filled && isEnabled());
}

} // namespace deskbell::ui
