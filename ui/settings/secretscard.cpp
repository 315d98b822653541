// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretscard.h"

#include "ui/settings/field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace deskbell::ui {

using Kind = SecretsState::Kind;

SecretsCard::SecretsCard(QWidget *parent)
    : SettingsCard(tr("Secrets"), {}, parent)
    , m_news(new Label(Type::Body, Token::Text, {}, this))
    , m_passphrase(new Field(tr("Passphrase"), {}, this))
    , m_again(new Field(tr("Once more"), {}, this))
    , m_act(new Button(Button::Kind::Primary, Icon::Lock, {}, this))
{
    m_news->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    for (Field *field : {m_passphrase, m_again}) {
        field->hideLetters();
        row->addWidget(field, 1);
        connect(field, &Field::entered, this, &SecretsCard::act);
    }
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_act);
    acts->addStretch(1);
    body().addWidget(m_news);
    body().addLayout(row);
    body().addLayout(acts);
    connect(m_act, &QPushButton::clicked, this, &SecretsCard::act);
    showSecrets({});
}

void SecretsCard::showSecrets(const SecretsState &state)
{
    m_state = state;
    const bool locked = state.kind == Kind::VaultLocked;
    const bool missing = state.kind == Kind::NoVaultYet;
    m_news->setText(state.news);
    m_news->setVisible(!state.news.isEmpty());
    m_passphrase->setVisible(locked || missing);
    m_again->setVisible(missing);
    m_act->setVisible(locked || missing);
    m_act->setLabel(missing ? tr("Make the vault") : tr("Unlock"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_passphrase, m_again, m_act})
        part->setEnabled(!state.busy);
    m_passphrase->setHint(
        missing ? tr("Whoever starts Deskbell types it. It cannot be found again once it is forgotten") : QString());
    m_passphrase->setFault(locked || missing ? state.fault : QString());
    showKind(state.kind);
}

void SecretsCard::showKind(Kind kind)
{
    switch (kind) {
    case Kind::Looking:
        setWhat(tr("Looking for the desktop's key store"));
        setState(Tone::Neutral, {}, Icon::None);
        break;
    case Kind::KeyStore:
        setWhat(tr("Kept in: the desktop's key store. Never in a plain file, never shown again"));
        setState(Tone::Ok, tr("Open"), Icon::Check);
        break;
    case Kind::NoVaultYet:
        setWhat(
            tr("This desktop has no key store that works. Secrets go into a vault, a file that a passphrase locks"));
        setState(Tone::Warn, tr("No vault yet"), Icon::Alert);
        break;
    case Kind::VaultLocked:
        setWhat(tr("Kept in: a vault that a passphrase locks. Until it is open, nothing is sent and no call is seen"));
        setState(Tone::Warn, tr("Locked"), Icon::Lock);
        break;
    case Kind::VaultOpen:
        setWhat(tr("Kept in: a vault that a passphrase locks"));
        setState(Tone::Ok, tr("Open"), Icon::Check);
        break;
    }
    if (m_state.busy)
        setState(Tone::Neutral, tr("Opening"), Icon::Refresh);
}

void SecretsCard::act()
{
    if (m_passphrase->text().isEmpty()) {
        m_passphrase->setFault(tr("An empty passphrase locks nothing."));
        return;
    }
    if (m_state.kind == Kind::VaultLocked) {
        Q_EMIT unlockWanted(m_passphrase->takeText());
        return;
    }
    if (m_passphrase->text() != m_again->text()) {
        m_again->setFault(tr("The two are not the same."));
        return;
    }
    (void)m_again->takeText();
    Q_EMIT makeVaultWanted(m_passphrase->takeText());
}

} // namespace deskbell::ui
