// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/consentpanel.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace deskbell::ui {

ConsentPanel::ConsentPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(Type::Name, Token::Text, QString(), this))
    , m_next(new Label(Type::Meta, Token::Text2, QString(), this))
    , m_words(new QLineEdit(this))
    , m_do(new Button(Button::Kind::Outline, Icon::MinusCircle, QString(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addWidget(m_title);
    m_next->setWordWrap(true);
    column->addWidget(m_next);
    column->addWidget(m_words);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *leave = new Button(Button::Kind::Ghost, tr("Leave it"), this);
    leave->setKeyCap(QStringLiteral("Esc"));
    m_do->setKeyCap(QStringLiteral("Enter"));
    row->addWidget(leave);
    row->addWidget(m_do);
    column->addLayout(row);
    connect(leave, &QPushButton::clicked, this, &ConsentPanel::left);
    connect(m_do, &QPushButton::clicked, this, &ConsentPanel::finish);
    connect(m_words, &QLineEdit::returnPressed, this, &ConsentPanel::finish);
    connect(m_words, &QLineEdit::textChanged, this,
        [this](const QString &words) { m_do->setEnabled(!m_again || !words.trimmed().isEmpty()); });
    hide();
}

QSize ConsentPanel::sizeHint() const
{
    return {px(440), QWidget::sizeHint().height()};
}

void ConsentPanel::askNoTexts(const QString &callerFirstName)
{
    ask(false, tr("No more texts"),
        tr("%1 told you not to text. Everything that waits to be sent is dropped, on all our numbers. Calling stays "
           "possible.")
            .arg(callerFirstName),
        tr("What they said (may stay empty)"), tr("Stop all texts"));
}

void ConsentPanel::askTextsAgain(const QString &callerFirstName)
{
    ask(true, tr("Texts again"),
        tr("Only when %1 asked for it. Write down how and when. The phone provider may go on blocking our texts until "
           "they write START themselves.")
            .arg(callerFirstName),
        tr("Reason, e.g. asked for texts on the phone today"), tr("Allow texts"));
}

void ConsentPanel::ask(
    bool again, const QString &title, const QString &next, const QString &placeholder, const QString &act)
{
    m_again = again;
    m_title->setText(title);
    m_next->setText(next);
    m_words->clear();
    m_words->setPlaceholderText(placeholder);
    m_words->setAccessibleName(placeholder);
    m_do->setLabel(act);
    m_do->setSign(again ? Icon::Check : Icon::MinusCircle);
    m_do->setEnabled(!again);
    show();
    raise();
    m_words->setFocus(Qt::OtherFocusReason);
}

void ConsentPanel::finish()
{
    const QString words = m_words->text().trimmed();
    if (!m_again)
        Q_EMIT noTexts(words);
    else if (!words.isEmpty())
        Q_EMIT textsAgain(words);
}

void ConsentPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void ConsentPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), radius::card, color(Token::Surface), color(Token::Control));
}

} // namespace deskbell::ui
