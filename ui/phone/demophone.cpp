// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phone/demophone.h"
#include "ui/theme/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chatview.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace deskbell::ui {

namespace {

constexpr int frameWidth = 10;
constexpr int ear = 26; // top of the case, with the speaker slit
constexpr qreal caseCorner = 34;
constexpr qreal screenCorner = 22;

} // namespace

DemoPhone::DemoPhone(QWidget *parent)
    : QWidget(parent)
    , m_kind(new Segments(tr("What kind of number calls")))
    , m_shop(new ElidedLabel(Type::Name, Token::Text))
    , m_number(new ElidedLabel(Type::Caption, Token::Text2))
    , m_chat(new ChatView)
    , m_text(new QLineEdit)
    , m_send(new Button(Button::Kind::Primary, Icon::Send, tr("Send")))
{
    setAccessibleName(tr("Demo caller's phone"));
    for (const QString &kind : {tr("Mobile"), tr("Landline"), tr("Withheld")})
        m_kind->add(kind);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 14);
    all->setSpacing(10);
    all->addWidget(new Banner(Tone::Ai, Icon::Store, tr("Demo shop, nothing is sent")));
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(14, 0, 14, 0);
    inside->setSpacing(10);
    inside->addWidget(m_kind);
    inside->addWidget(makePhone(), 1);
    inside->addWidget(makeActs());
    all->addLayout(inside, 1);
    connect(m_kind, &Segments::currentChanged, this, [this] {
        follow();
        Q_EMIT callerChanged(caller());
    });
    follow();
}

QWidget *DemoPhone::makePhone()
{
    m_body = new QWidget;
    m_body->setMinimumSize(px(260), px(300));
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(frameWidth, ear, frameWidth, frameWidth + 4);
    layout->addWidget(makeScreen());
    return m_body;
}

QWidget *DemoPhone::makeScreen()
{
    auto *screen = new QWidget;
    auto *layout = new QVBoxLayout(screen);
    layout->setContentsMargins(0, 8, 0, 10);
    layout->setSpacing(6);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(0);
    head->addWidget(m_shop);
    head->addWidget(m_number);
    layout->addLayout(head);
    layout->addWidget(m_chat, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 2, 10, 0);
    row->setSpacing(6);
    row->addWidget(m_text, 1);
    row->addWidget(m_send);
    layout->addLayout(row);
    m_text->setAccessibleName(tr("Text to the shop"));
    m_send->setLabelShown(false);
    connect(m_text, &QLineEdit::returnPressed, m_send, &QAbstractButton::click);
    connect(m_send, &QAbstractButton::clicked, this, [this] {
        const QString typed = m_text->text().trimmed();
        m_text->clear();
        if (!typed.isEmpty())
            text(typed);
    });
    connect(m_chat, &ChatView::letterTyped, this, [this](const QString &letter) {
        m_text->setFocus();
        m_text->insert(letter);
    });
    return screen;
}

QWidget *DemoPhone::makeActs()
{
    auto *acts = new QWidget;
    auto *grid = new QGridLayout(acts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    auto *rings = new Button(Button::Kind::Primary, Icon::PhoneMissed, tr("Ring and hang up"));
    auto *upset = new Button(Button::Kind::Outline, Icon::Alert, tr("Say I am upset"));
    auto *stop = new Button(Button::Kind::Outline, Icon::MinusCircle, tr("Reply STOP"));
    auto *silent = new Button(Button::Kind::Outline, Icon::Clock, tr("Stay silent"));
    grid->addWidget(rings, 0, 0, 1, 2);
    grid->addWidget(upset, 1, 0, 1, 2);
    grid->addWidget(stop, 2, 0);
    grid->addWidget(silent, 2, 1);
    m_texting = {upset, stop, m_send};
    connect(rings, &QAbstractButton::clicked, this, &DemoPhone::ring);
    connect(upset, &QAbstractButton::clicked, this, [this] {
        text(tr("You scratched my door and nobody picks up. I want to talk to a real person"));
    });
    connect(stop, &QAbstractButton::clicked, this, [this] { text(QStringLiteral("STOP")); }); // a keyword: one language
    connect(silent, &QAbstractButton::clicked, this, [this] {
        tellWhatHappened(tr("You stay silent"));
        Q_EMIT silenceRequested();
    });
    return acts;
}

void DemoPhone::setShop(const QString &name, const QString &number)
{
    m_shop->setText(name);
    m_number->setText(number);
}

DemoPhone::Caller DemoPhone::caller() const
{
    return Caller(m_kind->current());
}

void DemoPhone::setCaller(Caller caller)
{
    m_kind->setCurrent(int(caller));
}

void DemoPhone::clear()
{
    m_unconfirmed.clear();
    m_chat->setMessages({});
}

void DemoPhone::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void DemoPhone::follow()
{
    const bool canText = caller() == Caller::Mobile;
    m_text->setEnabled(canText);
    m_text->setPlaceholderText(canText ? tr("Text as the caller")
                                       : caller() == Caller::Landline ? tr("A landline gets no texts")
                                                                      : tr("A withheld number gets no texts"));
    for (Button *button : m_texting)
        button->setEnabled(canText);
}

void DemoPhone::ring()
{
    tellWhatHappened(tr("You rang and hung up"));
    Q_EMIT rang(caller());
}

void DemoPhone::text(const QString &body)
{
    ChatItem item;
    item.id = ++m_last;
    item.kind = ChatItem::Kind::Person;
    item.text = body;
    item.heading = tr("You");
    m_unconfirmed.insert(body, item.id);
    m_chat->append(item);
    m_chat->scrollToEnd();
    Q_EMIT texted(body);
}

void DemoPhone::tellWhatHappened(const QString &line)
{
    ChatItem item;
    item.id = ++m_last;
    item.kind = ChatItem::Kind::System;
    item.text = line;
    m_chat->append(item);
    m_chat->scrollToEnd();
}

void DemoPhone::showText(const QString &body, const QString &time, bool fromShop)
{
    ChatItem item;
    item.kind = fromShop ? ChatItem::Kind::Caller : ChatItem::Kind::Person; // left is the other side, here the shop
    item.text = body;
    item.heading = fromShop ? m_shop->text() : tr("You");
    item.time = time;
    const auto known = fromShop ? QList<qint64>() : m_unconfirmed.values(body);
    if (known.isEmpty()) {
        item.id = ++m_last;
    } else {
        item.id = known.last(); // the oldest of equal texts
        m_unconfirmed.remove(body, item.id);
    }
    m_chat->change(item);
    if (known.isEmpty())
        m_chat->scrollToEnd();
}

void DemoPhone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Canvas));
    const QRectF outside(m_body->mapTo(this, QPoint()), m_body->size());
    drawBox(painter, outside, caseCorner, color(Token::RailBg), color(Token::Control));
    drawBox(painter, QRectF(outside.center().x() - 22, outside.top() + ear / 2.0 - 2, 44, 4), 2, color(Token::RailSel));
    const QRectF screen = outside.adjusted(frameWidth, ear, -frameWidth, -frameWidth - 4);
    drawBox(painter, screen, screenCorner, color(Token::Surface));
}

} // namespace deskbell::ui
