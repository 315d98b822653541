// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

// What ProxyStyle draws, one function a shape. Private to ui/theme.
namespace deskbell::ui::strokes {

/// A text box of several lines: needs a border that can be seen, where a list is found by its rows.
bool isTypedIn(const QWidget *widget);

void button(const QStyleOption &option, QPainter &painter);
void toolButtonPanel(const QStyleOption &option, QPainter &painter);
void field(const QStyleOption &option, QPainter &painter);
void frame(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void checkBox(const QStyleOption &option, QPainter &painter);
void radioButton(const QStyleOption &option, QPainter &painter);
void itemRow(const QStyleOptionViewItem &option, QPainter &painter);
void scrollBar(const QStyleOptionSlider &option, QPainter &painter);
void comboBox(const QStyleOptionComboBox &option, QPainter &painter);
void spinBoxArrows(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget);
void menuItem(const QStyleOptionMenuItem &option, QPainter &painter);
void header(const QStyleOptionHeader &option, QPainter &painter);
void tab(const QStyleOptionTab &option, QPainter &painter);
void progress(const QStyleOptionProgressBar &option, QPainter &painter);

} // namespace deskbell::ui::strokes
