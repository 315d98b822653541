// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylestrokes.h"
#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace deskbell::ui::strokes {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

bool hovered(const QStyleOption &option)
{
    return has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
}

void arrow(QPainter &painter, const QRect &box, Icon icon, bool enabled)
{
    drawIcon(painter, box, icon, color(enabled ? Token::Text2 : Token::Text3), px(14));
}

} // namespace

bool isTypedIn(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) && !qobject_cast<const QAbstractItemView *>(widget)
        && widget->focusPolicy() & Qt::ClickFocus;
}

void button(const QStyleOption &option, QPainter &painter)
{
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool main = push && (push->features & QStyleOptionButton::DefaultButton);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor fill = color(!enabled ? Token::Sunken : main ? Token::AccentFill : Token::Surface);
    if (enabled && has(option, QStyle::State_Sunken))
        fill = main ? mixed(fill, Qt::black, 0.16) : color(Token::Sunken);
    else if (hovered(option))
        fill = main ? mixed(fill, Qt::black, 0.08) : color(Token::Hover);
    drawBox(painter, option.rect, radius::control, fill, main || !enabled ? QColor() : color(Token::Edge));
    if (has(option, QStyle::State_HasFocus))
        drawFocusRing(painter, option.rect, radius::control, main);
}

void toolButtonPanel(const QStyleOption &option, QPainter &painter)
{
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        drawBox(painter, option.rect, radius::control, color(Token::Sunken));
    else if (hovered(option))
        drawBox(painter, option.rect, radius::control, color(Token::Hover));
    if (has(option, QStyle::State_HasFocus))
        drawFocusRing(painter, option.rect, radius::control);
}

void field(const QStyleOption &option, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    drawBox(painter, option.rect, radius::control, color(enabled ? Token::Surface : Token::Sunken),
            color(enabled ? Token::Control : Token::Edge));
    if (has(option, QStyle::State_HasFocus))
        drawFocusRing(painter, option.rect, radius::control);
}

void frame(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto *box = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (!box || box->lineWidth <= 0)
        return;
    if (!isTypedIn(widget))
        return drawBox(painter, option.rect, 2, {}, color(Token::Line));
    field(option, painter);
}

void checkBox(const QStyleOption &option, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const QColor filled = color(enabled ? Token::AccentFill : Token::Control);
    if (on || partly)
        drawBox(painter, option.rect, 5, filled);
    else
        drawBox(painter, option.rect, 5, color(hovered(option) ? Token::Hover : Token::Surface), color(Token::Control));
    if (on)
        drawIcon(painter, option.rect, Icon::Check, color(Token::OnFill), px(16));
    else if (partly)
        painter.fillRect(QRectF(option.rect).adjusted(5, option.rect.height() / 2.0 - 1, -5,
                                                      1 - option.rect.height() / 2.0),
                         color(Token::OnFill));
}

void radioButton(const QStyleOption &option, QPainter &painter)
{
    const bool on = has(option, QStyle::State_On);
    const QRectF box = option.rect;
    const QColor filled = color(has(option, QStyle::State_Enabled) ? Token::AccentFill : Token::Control);
    if (!on)
        return drawBox(painter, box, box.height() / 2, color(hovered(option) ? Token::Hover : Token::Surface),
                       color(Token::Control));
    drawBox(painter, box, box.height() / 2, filled);
    const qreal inset = box.height() * 0.32;
    drawBox(painter, box.adjusted(inset, inset, -inset, -inset), box.height(), color(Token::OnFill));
}

void itemRow(const QStyleOptionViewItem &option, QPainter &painter)
{
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, color(Token::Select));
    else if (hovered(option))
        painter.fillRect(option.rect, color(Token::Hover));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
}

void scrollBar(const QStyleOptionSlider &option, QPainter &painter)
{
    const QRect handle = qApp->style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider);
    if (option.maximum <= option.minimum || handle.isEmpty())
        return;
    const bool lying = option.orientation == Qt::Horizontal;
    const bool held = (option.activeSubControls & QStyle::SC_ScrollBarSlider) && has(option, QStyle::State_Sunken);
    const qreal slim = hovered(option) || held ? 2 : 3;
    const QRectF box = lying ? QRectF(handle).adjusted(2, slim, -2, -slim) : QRectF(handle).adjusted(slim, 2, -slim, -2);
    const Token ink = held ? Token::Text2 : hovered(option) ? Token::Text3 : Token::Control;
    drawBox(painter, box, std::min(box.width(), box.height()) / 2, color(ink));
}

void comboBox(const QStyleOptionComboBox &option, QPainter &painter)
{
    field(option, painter);
    const int side = px(24);
    const QRect box(option.rect.right() - side - 5, option.rect.top(), side, option.rect.height());
    arrow(painter, QStyle::visualRect(option.direction, option.rect, box), Icon::ChevronDown,
          has(option, QStyle::State_Enabled));
}

void spinBoxArrows(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget)
{
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (auto [part, icon, step] : {std::tuple(QStyle::SC_SpinBoxUp, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled),
                                    std::tuple(QStyle::SC_SpinBoxDown, Icon::ChevronDown,
                                               QAbstractSpinBox::StepDownEnabled)}) {
        const QRect box = qApp->style()->subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool up = part == QStyle::SC_SpinBoxUp;
        if (option.activeSubControls == part && hovered(option))
            drawBox(painter, QRectF(box).adjusted(1, up ? 3 : 0, -3, up ? 0 : -3), 4, color(Token::Hover));
        arrow(painter, box.translated(0, up ? 2 : -2), icon, option.stepEnabled & step);
    }
}

} // namespace deskbell::ui::strokes
