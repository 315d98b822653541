// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingscard.h"
#include "ui/settings/settingsvalues.h"

namespace deskbell::ui {

class Button;
class Field;

/// Where the secrets are kept, and the vault's passphrase where it is needed. What is typed goes out once and is gone
/// from the card.
class SecretsCard : public SettingsCard
{
    Q_OBJECT
public:
    explicit SecretsCard(QWidget *parent = nullptr);

    void showSecrets(const SecretsState &state);

Q_SIGNALS:
    void unlockWanted(const QString &passphrase);
    void makeVaultWanted(const QString &passphrase);

private:
    void showKind(SecretsState::Kind kind);
    void act();

    SecretsState m_state;
    Label *m_news;
    Field *m_passphrase;
    Field *m_again;
    Button *m_act;
};

} // namespace deskbell::ui
