// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer.h"
#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace deskbell::ui {

namespace {

constexpr int mostLines = 6;
constexpr QMargins outside(14, 10, 14, 12);
constexpr int lockRoom = 20; // at text size 100 %

enum Chip { OfferTime, SavedReplies, StaffNote };

} // namespace

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_to(new ElidedLabel(Type::Label, Token::Text2))
    , m_counter(new Label(Type::Caption, Token::Text2))
    , m_edit(new ComposerEdit)
    , m_send(new Button(Button::Kind::Primary, Icon::Send, tr("Send")))
    , m_open(new QWidget)
    , m_closed(new QWidget)
    , m_sentence(new Label(Type::Body, Token::Text))
    , m_sendLabel(tr("Send"))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *inside = new QVBoxLayout(m_open);
    inside->setContentsMargins(10, 6, 10, 8);
    inside->setSpacing(0);
    m_firstRow = firstRow();
    inside->addLayout(m_firstRow);
    inside->addWidget(m_edit);
    inside->addLayout(lastRow());

    m_closedRow = new QHBoxLayout(m_closed);
    m_closedRow->setContentsMargins(16, 8, 12, 8);
    m_closedRow->setSpacing(10);
    m_sentence->setWordWrap(true);
    m_closedRow->addWidget(m_sentence, 1);
    m_closed->hide();

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(outside);
    all->setSpacing(0);
    all->addWidget(m_open);
    all->addWidget(m_closed);

    connectEdit();
    connect(&theme(), &Theme::changed, this, &Composer::settle);
    setHint(tr("Type to take over. Press / for saved replies"));
    refreshSend();
    settle();
}

QHBoxLayout *Composer::firstRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_to, 1);
    row->addWidget(m_counter);
    m_counter->hide();
    return row;
}

QHBoxLayout *Composer::lastRow()
{
    m_chips = {new Button(Button::Kind::Soft, Icon::Calendar, tr("Offer a time")),
               new Button(Button::Kind::Soft, Icon::Note, tr("Saved replies")),
               new Button(Button::Kind::Soft, Icon::Lock, tr("Staff note"))};
    m_chips[StaffNote]->setKeyCap(tr("Ctrl ."));
    m_chips[StaffNote]->setKeyCapShown(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (Button *chip : m_chips) {
        chip->setSize(Button::Size::Chip);
        row->addWidget(chip, 0, Qt::AlignVCenter);
    }
    m_send->setSize(Button::Size::Header);
    m_send->setKeyCap(QStringLiteral("Enter"));
    row->addStretch(1);
    row->addWidget(m_send);
    connect(m_chips[OfferTime], &QAbstractButton::clicked, this, &Composer::offerTimeRequested);
    connect(m_chips[SavedReplies], &QAbstractButton::clicked, this, &Composer::savedRepliesRequested);
    connect(m_chips[StaffNote], &QAbstractButton::clicked, this, [this] {
        setNoteMode(!m_note);
        Q_EMIT noteModeChanged(m_note);
    });
    connect(m_send, &QAbstractButton::clicked, this, &Composer::trySend);
    return row;
}

void Composer::connectEdit()
{
    connect(m_edit, &ComposerEdit::aboutToInsert, this, [this] {
        if (!m_note) // a note to the staff takes no caller from the AI
            Q_EMIT firstKeyTyped();
    });
    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::trySend);
    connect(m_edit, &ComposerEdit::escaped, this, &Composer::escaped);
    connect(m_edit, &ComposerEdit::slashAtLineStart, this, &Composer::savedRepliesRequested);
    connect(m_edit, &ComposerEdit::scanned, this, &Composer::scannerDetected);
    connect(m_edit, &ComposerEdit::grew, this, &Composer::settle);
    connect(m_edit, &ComposerEdit::focusChanged, this, qOverload<>(&QWidget::update));
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        refreshSend();
        Q_EMIT textChanged(text());
    });
    setFocusProxy(m_edit);
}

void Composer::setTo(const QString &name, const QString &channel)
{
    m_toLine = tr("To %1 by %2", "caller and channel").arg(name, channel);
    setNoteMode(m_note);
}

void Composer::setHint(const QString &hint)
{
    m_edit->setPlaceholderText(hint);
}

void Composer::setCounter(const QString &words, bool costs)
{
    m_counter->setText(words);
    m_counter->setToken(costs ? Token::Warn : Token::Text2);
    m_counter->setVisible(!words.isEmpty());
}

void Composer::setSend(const QString &label, bool possible)
{
    m_sendLabel = label;
    m_possible = possible;
    refreshSend();
}

void Composer::setEnterSends(bool sends)
{
    m_edit->setEnterSends(sends);
    m_send->setKeyCap(sends ? QStringLiteral("Enter") : QString());
}

void Composer::setNoteMode(bool on)
{
    if (std::exchange(m_note, on) && !on)
        m_edit->setArmed(true); // what was written for the staff becomes a text: that is a first letter
    m_to->setText(on ? tr("Staff note, never sent") : m_toLine);
    m_edit->setAccessibleName(m_to->text());
    for (Chip other : {OfferTime, SavedReplies})
        m_chips[other]->setVisible(!on);
    m_chips[StaffNote]->setLabel(on ? tr("Back to text") : tr("Staff note"));
    m_chips[StaffNote]->setSign(on ? Icon::Undo : Icon::Lock);
    refreshSend();
    update();
}

void Composer::refreshSend()
{
    m_send->setLabel(m_note ? tr("Save note") : m_sendLabel);
    m_send->setSign(m_note ? Icon::Note : Icon::Send);
    m_send->setEnabled(!text().trimmed().isEmpty() && (m_possible || m_note));
    fitChips();
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setDraft(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_edit->setArmed(true);
}

void Composer::insertText(const QString &text)
{
    m_edit->setArmed(false);
    if (!m_note)
        Q_EMIT firstKeyTyped();
    m_edit->insertPlainText(text);
    focusText();
}

void Composer::clear()
{
    m_edit->clear();
}

void Composer::expectFirstKey()
{
    m_edit->setArmed(true);
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void Composer::trySend()
{
    if (m_send->isEnabled())
        Q_EMIT sendRequested(text());
}

void Composer::setClosed(const QString &sentence, const QVector<Button *> &acts)
{
    for (Button *old : m_closedActs)
        if (!acts.contains(old))
            old->deleteLater();
    m_closedActs = acts;
    for (Button *act : acts)
        m_closedRow->addWidget(act);
    m_sentence->setText(sentence);
    m_open->setVisible(sentence.isEmpty());
    m_closed->setVisible(!sentence.isEmpty());
    settle();
    update();
}

QSize Composer::minimumSizeHint() const
{
    return {px(300), QWidget::minimumSizeHint().height()};
}

void Composer::settle()
{
    const int high = std::max(m_edit->heightFor(mostLines), px(25));
    if (m_edit->height() != high)
        m_edit->setFixedHeight(high);
    m_firstRow->setContentsMargins(px(lockRoom) + 4, 2, 4, 0);
    const bool closed = !m_closed->isHidden();
    const int inner = closed ? px(60) : px(22) + m_edit->height() + px(34) + 16;
    setFixedHeight(inner + outside.top() + outside.bottom());
}

void Composer::fitChips()
{
    int needed = m_send->sizeHint().width() + 40;
    for (Button *chip : m_chips) {
        chip->setLabelShown(true);
        if (!chip->isHidden())
            needed += chip->sizeHint().width() + 6;
    }
    for (Button *chip : m_chips)
        chip->setLabelShown(needed <= box().width());
}

void Composer::resizeEvent(QResizeEvent *)
{
    fitChips();
}

QRectF Composer::box() const
{
    return QRectF(rect().marginsRemoved(outside));
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    if (!m_closed->isHidden())
        return drawBox(painter, box(), radius::card, color(Token::Canvas), color(Token::Line));
    drawBox(painter, box(), radius::card, color(m_note ? Token::WarnSoft : Token::Surface), color(Token::Control));
    if (m_edit->hasFocus())
        drawFocusRing(painter, box(), radius::card);
    const QPointF at = m_to->mapTo(this, QPointF(-px(lockRoom), 0));
    drawIcon(painter, QRectF(at.x(), at.y(), px(14), m_to->height()), m_note ? Icon::Note : Icon::Lock,
             color(m_note ? Token::Warn : Token::Text2), px(14));
}

} // namespace deskbell::ui
