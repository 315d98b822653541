// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/proxystyle.h"
#include "ui/theme/paint.h"
#include "ui/theme/stylestrokes.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int slimBar = 12;
constexpr int shortestHandle = 36;

QRect scrollHandle(const QStyleOptionSlider &bar)
{
    const bool lying = bar.orientation == Qt::Horizontal;
    const int length = lying ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(length) * bar.pageStep / (range + std::max(bar.pageStep, 1))),
                            std::min(shortestHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle,
                                                      bar.upsideDown);
    return lying ? QRect(bar.rect.x() + start, bar.rect.y(), handle, bar.rect.height())
                 : QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), handle);
}

QRect scrollPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect handle = scrollHandle(bar);
    const QRect all = bar.rect;
    const bool lying = bar.orientation == Qt::Horizontal;
    QRect before = all;
    QRect after = all;
    lying ? before.setRight(handle.left() - 1) : before.setBottom(handle.top() - 1);
    lying ? after.setLeft(handle.right() + 1) : after.setTop(handle.bottom() + 1);
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return handle;
    case QStyle::SC_ScrollBarGroove: return all;
    case QStyle::SC_ScrollBarSubPage: return before;
    case QStyle::SC_ScrollBarAddPage: return after;
    default: return {}; // no arrow buttons
    }
}

QRect spinPart(const QStyleOptionSpinBox &spin, QStyle::SubControl part)
{
    const QRect all = spin.rect;
    const int arrows = spin.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : px(28);
    const QRect column(all.right() + 1 - arrows, all.top(), arrows, all.height());
    QRect found;
    switch (part) {
    case QStyle::SC_SpinBoxUp: found = column.adjusted(0, 0, 0, -column.height() / 2); break;
    case QStyle::SC_SpinBoxDown: found = column.adjusted(0, column.height() / 2, 0, 0); break;
    case QStyle::SC_SpinBoxEditField: found = all.adjusted(10, 2, -arrows - 2, -2); break;
    default: return all;
    }
    return QStyle::visualRect(spin.direction, all, found);
}

} // namespace

ProxyStyle::ProxyStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int ProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return slimBar;
    case PM_ScrollBarSliderMin: return shortestHandle;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth: return 0;
    // 4 leaves the square viewport inside the rounded border.
    case PM_DefaultFrameWidth: return strokes::isTypedIn(widget) ? 4 : 1;
    case PM_SplitterWidth: return 1;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 6;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return px(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 10;
    case PM_ButtonIconSize:
    case PM_SmallIconSize: return px(18);
    case PM_ToolTipLabelFrameWidth: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ProxyStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup: return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ComboBox_ListMouseTracking: return 1;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_Widget_Animation_Duration: return theme().motion(120);
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize ProxyStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int control = px(36);
    switch (type) {
    case CT_PushButton: return QSize(std::max(size.width() + 28, base.width()), std::max(base.height(), control));
    case CT_LineEdit: return QSize(base.width() + 16, std::max(base.height(), control));
    case CT_ComboBox: return QSize(size.width() + 24 + px(24), std::max(base.height(), control));
    case CT_SpinBox: return QSize(size.width() + 16 + px(28), std::max(size.height(), control));
    case CT_ToolButton: return base.expandedTo({px(34), px(34)});
    case CT_CheckBox:
    case CT_RadioButton: return QSize(base.width() + 4, std::max(base.height(), px(28)));
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return QSize(base.width(), 9);
        return QSize(base.width() + 32, std::max(base.height(), px(34)));
    }
    case CT_HeaderSection: return QSize(base.width() + 12, std::max(base.height(), px(34)));
    case CT_TabBarTab: return QSize(size.width() + 24, std::max(size.height(), px(38)));
    case CT_ItemViewItem: return QSize(base.width(), std::max(base.height(), px(32)));
    default: return base;
    }
}

QRect ProxyStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollPart(*bar, part);
    if (control == CC_SpinBox)
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return spinPart(*spin, part);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(11, 2, -px(24) - 8, -2));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect ProxyStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect base = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? base.adjusted(9, 0, -8, 0) : base;
    }
    return base;
}

void ProxyStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || widget->inherits("QScrollBar"))
        widget->setAttribute(Qt::WA_Hover);
    if (widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QMenu"))
        widget->setAttribute(Qt::WA_TranslucentBackground, widget->inherits("QMenu"));
}

void ProxyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: return drawFocusRing(*painter, option->rect, 6);
    case PE_PanelButtonCommand: return strokes::button(*option, *painter);
    case PE_PanelButtonTool: return strokes::toolButtonPanel(*option, *painter);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            strokes::field(*option, *painter);
        return;
    }
    case PE_FrameLineEdit: return;
    case PE_Frame: return strokes::frame(*option, *painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return strokes::checkBox(*option, *painter);
    case PE_IndicatorRadioButton: return strokes::radioButton(*option, *painter);
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return strokes::itemRow(*item, *painter);
        break;
    case PE_PanelItemViewRow: return;
    case PE_PanelMenu: return drawBox(*painter, option->rect, radius::control, color(Token::Surface),
                                      color(Token::Edge));
    case PE_FrameMenu: return;
    case PE_PanelTipLabel: return drawBox(*painter, option->rect, 0, color(Token::Surface), color(Token::Control));
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ProxyStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && element == CE_MenuItem)
        return strokes::menuItem(*item, *painter);
    if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option); section && element == CE_Header)
        return strokes::header(*section, *painter);
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option); tab && element == CE_TabBarTab)
        return strokes::tab(*tab, *painter);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && element == CE_ProgressBar)
        return strokes::progress(*bar, *painter);
    if (element == CE_Splitter)
        return painter->fillRect(option->rect, color(Token::Line));
    if (element == CE_HeaderEmptyArea)
        return painter->fillRect(option->rect, color(Token::Surface));
    const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (row && element == CE_ItemViewItem) {
        QStyleOptionViewItem dark = *row; // a chosen row is tinted, not filled: its text stays dark
        dark.palette.setColor(QPalette::HighlightedText, dark.palette.color(QPalette::Text));
        return QProxyStyle::drawControl(element, &dark, painter, widget);
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (button && element == CE_PushButtonLabel && (button->features & QStyleOptionButton::DefaultButton)
        && (button->state & State_Enabled)) {
        QStyleOptionButton white = *button;
        white.palette.setColor(QPalette::ButtonText, color(Token::OnFill));
        return QProxyStyle::drawControl(element, &white, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ProxyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return strokes::scrollBar(*bar, *painter);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return strokes::comboBox(*combo, *painter);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox) {
        strokes::field(*option, *painter);
        return strokes::spinBoxArrows(*spin, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace deskbell::ui
