// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/aboutcard.h"
#include "ui/settings/displaycard.h"
#include "ui/settings/providercard.h"
#include "ui/settings/seatcard.h"
#include "ui/settings/secretscard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace deskbell::ui {

namespace {

constexpr int widestColumn = 780; // longer lines are hard to read

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QScrollArea(parent)
    , m_column(nullptr)
    , m_title(new Label(Type::ScreenTitle, Token::Text, tr("Settings")))
    , m_trouble(new Banner(Tone::Warn, Icon::Alert, {}))
    , m_provider(new ProviderCard)
    , m_secrets(new SecretsCard)
    , m_display(new DisplayCard)
    , m_seat(new SeatCard)
    , m_about(new AboutCard)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Settings"));
    auto *inside = new QWidget;
    inside->setMaximumWidth(widestColumn);
    auto *column = m_column = new QVBoxLayout(inside);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(16);
    column->addWidget(m_title);
    for (QWidget *part : std::initializer_list<QWidget *>{m_trouble, m_provider, m_secrets, m_display, m_seat, m_about})
        column->addWidget(part);
    column->addStretch(1);
    auto *body = new QWidget;
    auto *middle = new QHBoxLayout(body);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(0);
    middle->addWidget(inside, 1);
    middle->addStretch(0);
    body->setBackgroundRole(QPalette::AlternateBase); // the canvas, so that the cards stand out
    body->setAutoFillBackground(true);
    setWidget(body);
    m_trouble->setVisible(false);
    connect(m_provider, &ProviderCard::saveWanted, this, &SettingsPage::saveProvider);
    connect(m_provider, &ProviderCard::testWanted, this, &SettingsPage::testProvider);
    connect(m_provider, &ProviderCard::disconnectWanted, this, &SettingsPage::disconnectProvider);
    connect(m_secrets, &SecretsCard::unlockWanted, this, &SettingsPage::unlockVault);
    connect(m_secrets, &SecretsCard::makeVaultWanted, this, &SettingsPage::makeVault);
    connect(m_display, &DisplayCard::lookChosen, this, &SettingsPage::lookChosen);
    connect(m_seat, &SeatCard::seatNamed, this, &SettingsPage::seatNamed);
}

void SettingsPage::setDemo()
{
    m_provider->setVisible(false);
    m_secrets->setVisible(false);
}

void SettingsPage::putFirst(QWidget *card, const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_column->insertWidget(m_column->indexOf(m_provider), card);
    setTabOrder(card, m_provider);
}

void SettingsPage::showProvider(const ProviderFields &fields, bool secretKept)
{
    m_provider->showFields(fields, secretKept);
}

void SettingsPage::showSecretKept(bool kept)
{
    m_provider->showSecretKept(kept);
}

void SettingsPage::showProviderState(const ProviderState &state)
{
    m_provider->showState(state);
}

void SettingsPage::showFaults(const ProviderFaults &faults)
{
    m_provider->showFaults(faults);
}

void SettingsPage::showSecrets(const SecretsState &state)
{
    m_secrets->showSecrets(state);
}

void SettingsPage::showLook(const Look &look)
{
    m_display->showLook(look);
}

void SettingsPage::showSeat(const QString &name)
{
    m_seat->showSeat(name);
}

void SettingsPage::showFacts(const ProgramFacts &facts)
{
    m_about->showFacts(facts);
}

void SettingsPage::showTrouble(const QStringList &sentences)
{
    m_trouble->setSentence(sentences.join(u'\n'));
    m_trouble->setVisible(!sentences.isEmpty());
}

} // namespace deskbell::ui
