// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace deskbell::ui {

/// F1: every key in one place, over the window. F1 or Esc closes it and the focus returns.
class KeysSheet : public QWidget
{
    Q_OBJECT
public:
    KeysSheet(bool demo, QWidget *parent);

    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void leave();

    QWidget *m_card;
    QPointer<QWidget> m_before; ///< who had the focus
};

} // namespace deskbell::ui
