// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/scannerburst.h"

#include <QPlainTextEdit>

namespace deskbell::ui {

/// The text box inside the composer: plain text that grows with its lines and tells before a first letter lands.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    /// Whether the next insertion is to be told by aboutToInsert(). Also armed by itself whenever the box is empty.
    void setArmed(bool armed) { m_armed = armed; }
    void setEnterSends(bool sends) { m_enterSends = sends; }
    /// Height of the text, between one and `mostLines` lines; beyond them it scrolls.
    [[nodiscard]] int heightFor(int mostLines);

Q_SIGNALS:
    /// Before the letter is in the text, so before it is painted. Once until armed again.
    void aboutToInsert();
    void sendPressed();
    void escaped();
    void slashAtLineStart();
    void scanned(const QString &code);
    void grew();
    void focusChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void tellFirst();
    void enterPressed(QKeyEvent &event);
    void takeOut(int letters);

    ScannerBurst m_burst;
    bool m_armed = true;
    bool m_enterSends = true;
};

} // namespace deskbell::ui
