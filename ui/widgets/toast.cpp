// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"
#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace std::chrono_literals;

namespace deskbell::ui {

namespace {

constexpr int margin = 20; // to the parent's edges
constexpr int shadow = 6;

} // namespace

Toast::Toast(QWidget *parent)
    : QWidget(parent)
    , m_words(new Label(Type::Button, Token::Text))
    , m_undo(new Button(Button::Kind::Soft, Icon::Undo, tr("Undo")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(shadow + 16, shadow + 8, shadow + 10, shadow + 8);
    row->setSpacing(16);
    row->addWidget(m_words, 1);
    row->addWidget(m_undo);
    m_words->setMinimumHeight(px(34));
    m_undo->setSize(Button::Size::Header);
    m_undo->setKeyCap(tr("Ctrl Z"));
    m_life.setSingleShot(true);
    m_life.setInterval(10s);
    connect(&m_life, &QTimer::timeout, this, &Toast::leave);
    connect(m_undo, &QAbstractButton::clicked, this, &Toast::undo);
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const QString &sentence, bool canUndo)
{
    if (!isHidden())
        Q_EMIT gone();
    m_words->setText(sentence);
    m_words->setWordWrap(false);
    m_undo->setVisible(canUndo);
    setAccessibleName(sentence);
    settle();
    QWidget::show();
    raise();
    m_life.start();
}

bool Toast::undo()
{
    if (isHidden() || m_undo->isHidden())
        return false;
    m_life.stop();
    hide();
    Q_EMIT undone();
    return true;
}

void Toast::leave()
{
    if (underMouse() || m_undo->hasFocus())
        return m_life.start(2s);
    hide();
    Q_EMIT gone();
}

void Toast::settle()
{
    const QWidget *area = parentWidget();
    const int room = std::max(area->width() - 2 * margin, 0);
    m_words->setWordWrap(sizeHint().width() > room);
    const int wide = std::min(sizeHint().width(), room);
    const int high = m_words->wordWrap() ? heightForWidth(wide) : sizeHint().height();
    setGeometry(margin - shadow, area->height() - high - margin + shadow, wide, high);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        settle();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    for (int i = shadow; i > 0; --i)
        drawBox(painter, card.adjusted(-i, -i + 2, i, i), radius::card + i, QColor(0, 0, 0, 7));
    drawBox(painter, card, radius::card, color(Token::Surface), color(Token::Edge));
}

} // namespace deskbell::ui
