// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace deskbell::ui {

class Button;
class Label;

/// What a person was told about being texted: no more texts, or texts again. Stands over the box. Texts again only with
/// a written reason; a no needs none. Enter does it, Esc leaves everything as it is.
class ConsentPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ConsentPanel(QWidget *parent);

    /// "They asked us not to text" …
    void askNoTexts(const QString &callerFirstName);
    /// … or "they want texts again".
    void askTextsAgain(const QString &callerFirstName);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void noTexts(const QString &words); ///< may be empty
    void textsAgain(const QString &reason); ///< never empty
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(bool again, const QString &title, const QString &next, const QString &placeholder, const QString &act);
    void finish();

    bool m_again = false;
    Label *m_title;
    Label *m_next;
    QLineEdit *m_words;
    Button *m_do;
};

} // namespace deskbell::ui
