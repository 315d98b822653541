// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace deskbell::ui {

class Button;
class Label;

/// "Put on the call-back list for 16:00.  Undo": bottom left of its parent, one at a time, 10 s, then gone. Stays
/// while the pointer or the focus is on it, so nobody loses a race against it.
class Toast : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *parent);

    /// Replaces what is shown. Without undo there is no button.
    void show(const QString &sentence, bool canUndo);
    void setLifetime(std::chrono::milliseconds lifetime) { m_life.setInterval(lifetime); }
    /// Takes the undo as by its button; false when nothing can be undone. Ctrl Z of the window comes here first.
    bool undo();

Q_SIGNALS:
    void undone();
    /// Ran out or was replaced: what it offered can no longer be taken back here.
    void gone();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void settle();
    void leave();

    Label *m_words;
    Button *m_undo;
    QTimer m_life;
};

} // namespace deskbell::ui
