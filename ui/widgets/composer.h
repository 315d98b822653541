// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace deskbell::ui {

class Button;
class ComposerEdit;
class ElidedLabel;
class Label;

/// Where a person writes. A text goes only to the caller named in its first line. 118 high with one line of text,
/// grows to six. It knows nothing of claims: it tells the first letter, the page does the rest.
class Composer : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    /// "To NAME by CHANNEL".
    void setTo(const QString &name, const QString &channel);
    void setHint(const QString &hint); ///< grey words in the empty box
    /// "65 / 160 · 1 text", "Back to AI in 0:20"; empty hides it. `costs` paints it as a warning.
    void setCounter(const QString &words, bool costs = false);
    /// What Send reads ("Send", "Wait for Sam", "Catching up") and whether it can be pressed when there is text.
    void setSend(const QString &label, bool possible);
    /// Enter sends and Shift Enter breaks the line, or the other way round.
    void setEnterSends(bool sends);
    /// A note for the staff: never sent, and it looks so.
    void setNoteMode(bool on);
    [[nodiscard]] bool noteMode() const { return m_note; }

    [[nodiscard]] QString text() const;
    /// Puts a kept draft back. Does not count as a first letter.
    void setDraft(const QString &text);
    /// A saved reply or an offered time: inserted at the cursor and, unlike a draft, counts as typing.
    void insertText(const QString &text);
    void clear();
    /// The next letter is a first letter again (the caller went back to the AI, another thread was opened).
    void expectFirstKey();
    void focusText();

    /// In place of the box: why one cannot write here, and what one can do instead. Empty sentence: the box again.
    void setClosed(const QString &sentence, const QVector<Button *> &acts = {});

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Before the letter is painted: the thread is to be claimed and the AI's pending reply cancelled.
    void firstKeyTyped();
    void textChanged(const QString &text);
    /// Enter or Send, with text in the box and Send possible. The text stays: clear() once it is taken.
    void sendRequested(const QString &text);
    /// What was just typed came from a barcode scanner and is out again: give the claim back.
    void scannerDetected();
    void escaped();
    void offerTimeRequested();
    void savedRepliesRequested();
    void noteModeChanged(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QHBoxLayout *firstRow();
    QHBoxLayout *lastRow();
    void connectEdit();
    void trySend();
    void settle();
    void fitChips();
    void refreshSend();
    [[nodiscard]] QRectF box() const;

    ElidedLabel *m_to;
    Label *m_counter;
    ComposerEdit *m_edit;
    QHBoxLayout *m_firstRow = nullptr;
    QVector<Button *> m_chips;
    Button *m_send;
    QWidget *m_open; // everything of the box
    QWidget *m_closed; // what stands in its place
    Label *m_sentence;
    QHBoxLayout *m_closedRow;
    QVector<Button *> m_closedActs;
    QString m_toLine;
    QString m_sendLabel;
    bool m_possible = true;
    bool m_note = false;
};

} // namespace deskbell::ui
