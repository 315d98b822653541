// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"
#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace deskbell::ui {

EmptyState::EmptyState(Icon icon, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(new Label(Type::ScreenTitle, Token::Text, title))
    , m_lines(new QVBoxLayout)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_column->setContentsMargins(24, 24, 24, 24);
    m_column->setSpacing(8);
    m_column->addStretch(2);
    m_column->addSpacing(discSize().height() + 12);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_column->addWidget(m_title);
    m_lines->setSpacing(3); // body text stands on lines of 20
    m_column->addLayout(m_lines);
    m_column->addStretch(3);
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setLines(const QStringList &lines)
{
    while (QLayoutItem *old = m_lines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const QString &line : lines) {
        auto *words = new Label(Type::Body, Token::Text2, line);
        words->setAlignment(Qt::AlignHCenter);
        words->setWordWrap(true);
        m_lines->addWidget(words);
    }
    setAccessibleDescription(lines.join(u'\n'));
}

Button *EmptyState::addAct(const QString &label, Icon icon)
{
    auto *button = new Button(Button::Kind::Outline, icon, label);
    m_column->insertSpacing(m_column->count() - 1, 8);
    m_column->insertWidget(m_column->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

QSize EmptyState::discSize() const
{
    return {px(64), px(64)};
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QSize disc = discSize();
    const QRectF box((width() - disc.width()) / 2.0, m_title->y() - 16 - disc.height(), disc.width(), disc.height());
    drawBox(painter, box, disc.height() / 2.0, color(Token::Sunken));
    drawIcon(painter, box, m_icon, color(Token::Text2), px(28));
}

Skeleton::Skeleton(int rows, int rowHeight, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_rowHeight(rowHeight)
{
    setAccessibleName(tr("Loading"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void Skeleton::showSoon()
{
    const int turn = ++m_turn;
    QTimer::singleShot(150, this, [this, turn] {
        if (turn == m_turn)
            show();
    });
}

void Skeleton::setVisible(bool visible)
{
    if (!visible)
        ++m_turn; // a hide event would not come: there is nothing on the screen yet
    QWidget::setVisible(visible);
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    const int height = px(m_rowHeight);
    const QColor grey = color(Token::Sunken);
    for (int i = 0; i < m_rows; ++i) {
        const qreal top = i * height;
        const qreal room = width() - px(76) - 16;
        drawBox(painter, QRectF(16, top + height * 0.22, px(44), px(14)), 4, grey);
        drawBox(painter, QRectF(px(76), top + height * 0.22, room * 0.45, px(14)), 4, grey);
        drawBox(painter, QRectF(px(76), top + height * 0.48, room * (i % 2 ? 0.8 : 0.94), px(12)), 4, grey);
        drawHairline(painter, QLineF(px(76), top + height - 1, width(), top + height - 1), color(Token::Line));
    }
}

} // namespace deskbell::ui
