// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composeredit.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>
#include <cmath>
#include <utility>

namespace deskbell::ui {

namespace {

bool isLetter(const QKeyEvent &event)
{
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    // AltGr arrives as Ctrl+Alt on some keyboards; what it types is a letter all the same.
    const bool altGr = event.modifiers().testFlags(Qt::ControlModifier | Qt::AltModifier);
    return !event.text().isEmpty() && event.text().front().isPrint() && (!command || altGr);
}

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(4);
    viewport()->setAutoFillBackground(false);
    setCursorWidth(2);
    keepFont(this, Type::Body);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ComposerEdit::grew);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (document()->isEmpty())
            m_armed = true;
    });
}

int ComposerEdit::heightFor(int mostLines)
{
    qreal height = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += blockBoundingRect(block).height();
    const qreal most = mostLines * QFontMetricsF(textFont(Type::Body)).lineSpacing() + 2 * document()->documentMargin();
    // A bar that comes and goes would change the width, the width the lines, the lines the bar.
    setVerticalScrollBarPolicy(height > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    return int(std::ceil(std::min(height, most)));
}

void ComposerEdit::tellFirst()
{
    if (std::exchange(m_armed, false))
        Q_EMIT aboutToInsert();
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: m_burst.forget(); return Q_EMIT escaped();
    case Qt::Key_Return:
    case Qt::Key_Enter: return enterPressed(*event);
    default: break;
    }
    if (isLetter(*event)) {
        if (event->text() == QLatin1String("/") && textCursor().atBlockStart())
            return Q_EMIT slashAtLineStart();
        m_burst.key(event->timestamp());
        tellFirst();
    } else if (!event->text().isEmpty() || event->key() == Qt::Key_Left || event->key() == Qt::Key_Up) {
        m_burst.forget(); // a person moves about and deletes, a scanner does not
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::enterPressed(QKeyEvent &event)
{
    if (const int letters = m_burst.enter(event.timestamp()); letters > 0)
        return takeOut(letters);
    const bool plain = !(event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier));
    if (plain == m_enterSends)
        return Q_EMIT sendPressed();
    tellFirst();
    insertPlainText(QStringLiteral("\n"));
    ensureCursorVisible();
}

void ComposerEdit::takeOut(int letters)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, letters);
    const QString code = cursor.selectedText();
    cursor.removeSelectedText();
    setTextCursor(cursor);
    m_armed = true; // whatever was claimed by the first of these letters is given back
    Q_EMIT scanned(code);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty() || !event->preeditString().isEmpty())
        tellFirst();
    QPlainTextEdit::inputMethodEvent(event);
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    tellFirst();
    QPlainTextEdit::insertFromMimeData(source);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        Q_EMIT grew();
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

} // namespace deskbell::ui
