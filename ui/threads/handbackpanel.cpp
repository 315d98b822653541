// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/handbackpanel.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace deskbell::ui {

HandBackPanel::HandBackPanel(QWidget *parent)
    : QWidget(parent)
    , m_next(new Label(Type::Meta, Token::Text2, QString(), this))
    , m_note(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addWidget(new Label(Type::Name, Token::Text, tr("Hand back to AI"), this));
    m_next->setWordWrap(true);
    column->addWidget(m_next);
    m_note->setPlaceholderText(tr("One line for the AI and the team, never sent (may stay empty)"));
    m_note->setAccessibleName(tr("Note for the AI and the team"));
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *keep = new Button(Button::Kind::Ghost, tr("Keep this caller"), this);
    keep->setKeyCap(QStringLiteral("Esc"));
    auto *give = new Button(Button::Kind::AiOutline, Icon::Star, tr("Hand back"), this);
    give->setKeyCap(QStringLiteral("Enter"));
    row->addWidget(keep);
    row->addWidget(give);
    column->addLayout(row);
    connect(keep, &QPushButton::clicked, this, &HandBackPanel::kept);
    connect(give, &QPushButton::clicked, this, [this] { Q_EMIT handedBack(m_note->text().trimmed()); });
    connect(m_note, &QLineEdit::returnPressed, this, [this] { Q_EMIT handedBack(m_note->text().trimmed()); });
    hide();
}

QSize HandBackPanel::sizeHint() const
{
    return {px(440), QWidget::sizeHint().height()};
}

void HandBackPanel::ask(const QString &callerFirstName)
{
    m_next->setText(tr("The AI waits for the next text of %1 and answers it.").arg(callerFirstName));
    m_note->clear();
    show();
    raise();
    m_note->setFocus(Qt::OtherFocusReason);
}

void HandBackPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT kept();
    else
        QWidget::keyPressEvent(event);
}

void HandBackPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), radius::card, color(Token::Surface), color(Token::Ai));
}

} // namespace deskbell::ui
