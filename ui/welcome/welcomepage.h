// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace deskbell::ui {

/// What somebody sees who starts Deskbell before a shop is set up: look around, or set up. Keys 1 and 2.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

Q_SIGNALS:
    void demoWanted();
    void setupWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace deskbell::ui
