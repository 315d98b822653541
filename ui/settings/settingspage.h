// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingsvalues.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QVBoxLayout;

namespace deskbell::ui {

class AboutCard;
class Banner;
class DisplayCard;
class Label;
class ProviderCard;
class SeatCard;
class SecretsCard;

/// The screen Settings: one card for each connection and thing. Values come in by slots, wishes go out by signals; what
/// a person typed is checked by whoever gets it, and showFaults() says what is wrong. Nothing here blocks.
class SettingsPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// A demo shop has a phone company of its own: nothing to connect, no secret.
    void setDemo();

    /// Another card above the rest, under another title: the page is part of a set-up. The page owns it.
    void putFirst(QWidget *card, const QString &title);

public Q_SLOTS:
    /// What is kept; at the start and after each save. What was typed and not saved goes. \p secretKept: there is one for
    /// this account and key.
    void showProvider(const deskbell::ui::ProviderFields &fields, bool secretKept);
    /// Leaves what is typed.
    void showSecretKept(bool kept);
    void showProviderState(const deskbell::ui::ProviderState &state);
    void showFaults(const deskbell::ui::ProviderFaults &faults);
    void showSecrets(const deskbell::ui::SecretsState &state);
    void showLook(const deskbell::ui::Look &look);
    void showSeat(const QString &name);
    void showFacts(const deskbell::ui::ProgramFacts &facts);
    /// What had to be reset, or could not be saved; stays until the next call with nothing in it.
    void showTrouble(const QStringList &sentences);

Q_SIGNALS:
    /// The secret is empty where the kept one shall stay. Copies of it are the receiver's to wipe.
    void saveProvider(const deskbell::ui::ProviderFields &fields, const QString &secret);
    void testProvider(const deskbell::ui::ProviderFields &fields, const QString &secret);
    void disconnectProvider();
    void unlockVault(const QString &passphrase);
    void makeVault(const QString &passphrase);
    void lookChosen(const deskbell::ui::Look &look);
    void seatNamed(const QString &name);

private:
    QVBoxLayout *m_column;
    Label *m_title;
    Banner *m_trouble;
    ProviderCard *m_provider;
    SecretsCard *m_secrets;
    DisplayCard *m_display;
    SeatCard *m_seat;
    AboutCard *m_about;
};

} // namespace deskbell::ui
