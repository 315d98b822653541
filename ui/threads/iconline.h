// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace deskbell::ui {

/// A sentence with a small icon before it; wraps.
class IconLine : public QWidget
{
    Q_OBJECT
public:
    IconLine(Icon icon, const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
};

} // namespace deskbell::ui
