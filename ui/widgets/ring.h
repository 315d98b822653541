// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPainter;

namespace deskbell::ui {

/// A ring that shows how much is left, clockwise from the top, with an icon in it. Steps, never glides.
void drawRing(QPainter &painter, const QRectF &box, double share, Token ink, Icon icon);

class Ring : public QWidget
{
    Q_OBJECT
public:
    explicit Ring(QWidget *parent = nullptr);

    /// Share left, 0 to 1; the name is what a screen reader says.
    void setState(double share, Token ink, Icon icon, const QString &name);
    [[nodiscard]] QSize sizeHint() const override { return {px(36), px(36)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 1;
    Token m_ink = Token::Accent;
    Icon m_icon = Icon::None;
};

} // namespace deskbell::ui
