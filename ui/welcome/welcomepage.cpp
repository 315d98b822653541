// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>

namespace deskbell::ui {
namespace {

constexpr int columnWidth = 560;

Label *words(Type type, Token token, const QString &text)
{
    auto *label = new Label(type, token, text);
    label->setWordWrap(true);
    return label;
}

/// One choice: what it is for, and the button that names the act with its key.
Card *choice(const QString &what, Button *act, const QString &key)
{
    act->setSize(Button::Size::Queue);
    act->setKeyCap(key);
    act->setAccessibleDescription(what);
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(12);
    column->addWidget(words(Type::Body, Token::Text2, what));
    column->addWidget(act);
    return card;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Welcome"));
    auto *demo = new Button(Button::Kind::Primary, Icon::Store, tr("Talk to the demo shop"));
    auto *setup = new Button(Button::Kind::Outline, Icon::Settings, tr("Set up my shop"));
    auto *inside = new QWidget;
    inside->setFixedWidth(columnWidth);
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(words(Type::Heading, Token::Text, tr("Welcome to Deskbell")));
    column->addWidget(words(Type::Body, Token::Text2,
        tr("It texts the callers you miss within seconds, answers from your own services and prices, and books.")));
    column->addSpacing(8);
    column->addWidget(choice(
        tr("A whole shop on this computer, with a phone to ring and type on. Nothing is sent, no account is needed."), demo, QStringLiteral("1")));
    column->addWidget(choice(
        tr("Your services and prices, your number and your phone provider. Nothing is texted before you start it."), setup, QStringLiteral("2")));
    column->addStretch(2);
    auto *middle = new QHBoxLayout(this);
    middle->addStretch(1);
    middle->addWidget(inside);
    middle->addStretch(1);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    connect(setup, &QPushButton::clicked, this, &WelcomePage::setupWanted);
    connect(new QShortcut(Qt::Key_1, this), &QShortcut::activated, this, &WelcomePage::demoWanted);
    connect(new QShortcut(Qt::Key_2, this), &QShortcut::activated, this, &WelcomePage::setupWanted);
    setFocusProxy(demo);
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), color(Token::Canvas));
}

} // namespace deskbell::ui
