// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace deskbell::ui {

class Label;

/// F4 asks one thing before the AI goes on: a note for it, or nothing. Stands over the box; Enter hands back, Esc keeps.
class HandBackPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HandBackPanel(QWidget *parent);

    void ask(const QString &callerFirstName);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void handedBack(const QString &note);
    void kept();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_next;
    QLineEdit *m_note;
};

} // namespace deskbell::ui
