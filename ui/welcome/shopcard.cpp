// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/shopcard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace deskbell::ui {

using Kind = ShopState::Kind;

ShopCard::ShopCard(QWidget *parent)
    : SettingsCard(tr("Your shop"), tr("Services, prices, hours, bays and words, in one file of yours"), parent)
    , m_words(new Label(Type::Body, Token::Text, {}, this))
    , m_trouble(new Label(Type::Body, Token::Urgent, {}, this))
    , m_write(new Button(Button::Kind::Primary, Icon::Note, tr("Write a file to start from"), this))
    , m_open(new Button(Button::Kind::Outline, Icon::Edit, tr("Open it"), this))
    , m_check(new Button(Button::Kind::Outline, Icon::Refresh, tr("Check again"), this))
{
    for (Label *label : {m_words, m_trouble}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto *acts = new QHBoxLayout;
    acts->setSpacing(10);
    for (Button *act : {m_write, m_open, m_check})
        acts->addWidget(act);
    acts->addStretch(1);
    body().addWidget(m_words);
    body().addWidget(m_trouble);
    body().addLayout(acts);
    connect(m_write, &QPushButton::clicked, this, &ShopCard::writeWanted);
    connect(m_open, &QPushButton::clicked, this, &ShopCard::openWanted);
    connect(m_check, &QPushButton::clicked, this, &ShopCard::checkWanted);
    showTrouble({});
    showShop({});
}

void ShopCard::showShop(const ShopState &state)
{
    m_write->setVisible(state.kind == Kind::Missing);
    m_open->setVisible(state.kind == Kind::Faulty || state.kind == Kind::Good);
    m_check->setVisible(state.kind != Kind::Looking);
    setFocusProxy(state.kind == Kind::Missing ? m_write : m_check);
    switch (state.kind) {
    case Kind::Looking:
        setState(Tone::Neutral, tr("Looking"), Icon::Clock);
        m_words->setText(state.file);
        return;
    case Kind::Missing:
        setState(Tone::Warn, tr("Not there yet"), Icon::Alert);
        m_words->setText(tr("Deskbell writes the demo shop's file to %1. Put your own services, prices, hours and words into it.").arg(state.file));
        return;
    case Kind::Faulty:
        setState(Tone::Urgent, tr("Cannot be used"), Icon::Alert);
        m_words->setText(state.fault);
        return;
    case Kind::Good:
        setState(Tone::Ok, tr("Good"), Icon::Check);
        m_words->setText(tr("%1, %n services. The file is %2.", nullptr, state.services).arg(state.shop, state.file));
        return;
    }
}

void ShopCard::showTrouble(const QString &sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

} // namespace deskbell::ui
