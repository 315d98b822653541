// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingscard.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace deskbell::ui {

SettingsCard::SettingsCard(const QString &title, const QString &what, QWidget *parent)
    : Card(Tone::Neutral, parent)
    , m_state(new StatePill(Tone::Neutral, {}, Icon::None, this))
    , m_what(new Label(Type::Meta, Token::Text2, what, this))
    , m_body(new QVBoxLayout)
{
    setAccessibleName(title);
    m_what->setWordWrap(true);
    m_state->setVisible(false);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(Type::Title, Token::Text, title, this));
    head->addStretch(1);
    head->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_what);
    column->addSpacing(12);
    m_body->setSpacing(16);
    column->addLayout(m_body);
}

void SettingsCard::setState(Tone tone, const QString &text, Icon icon)
{
    m_state->setState(tone, text, icon);
    m_state->setVisible(!text.isEmpty());
}

void SettingsCard::setWhat(const QString &what)
{
    m_what->setText(what);
}

} // namespace deskbell::ui
