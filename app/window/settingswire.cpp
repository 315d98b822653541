// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settingswire.h"

#include "app/settings/report.h"
#include "core/runtime/desk.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shellwindow.h"

#include <QCoreApplication>
#include <QTime>

namespace deskbell::app {
namespace {

ui::ProviderFields fieldsOf(const Settings &settings)
{
    return {settings.address.toString(), settings.accountSid, settings.apiKey, settings.number.e164, settings.push};
}

ProviderEntry entryOf(const ui::ProviderFields &fields)
{
    return {fields.address, fields.accountSid, fields.apiKey, fields.number, fields.push};
}

ui::ProviderFaults faultsOf(const EntryFaults &faults)
{
    static const QHash<ProviderPart, ui::ProviderField> places{{ProviderPart::Address, ui::ProviderField::Address},
        {ProviderPart::AccountSid, ui::ProviderField::AccountSid}, {ProviderPart::ApiKey, ui::ProviderField::ApiKey},
        {ProviderPart::Secret, ui::ProviderField::Secret}, {ProviderPart::Number, ui::ProviderField::Number}};
    ui::ProviderFaults shown;
    for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault)
        shown.insert(places.value(fault.key()), fault.value());
    return shown;
}

ui::CheckLine lineOf(const Check &check)
{
    using State = ui::CheckLine::State;
    const State state = check.state == Check::State::Works ? State::Works
        : check.state == Check::State::Note                ? State::Note
                                                           : State::Fails;
    return {state, check.name, check.what, check.todo};
}

ui::ProviderState stateOf(const Checks &checks)
{
    ui::ProviderState state{anyFails(checks) ? ui::ProviderState::Kind::Failing : ui::ProviderState::Kind::Working,
        QTime::currentTime(), {}};
    for (const Check &check : checks)
        state.checks << lineOf(check);
    return state;
}

ui::SecretsState secretsOf(SettingsDesk::SecretsAt place, const QString &news, const QString &fault)
{
    using Kind = ui::SecretsState::Kind;
    static const QHash<SettingsDesk::SecretsAt, Kind> kinds{{SettingsDesk::SecretsAt::KeyStore, Kind::KeyStore},
        {SettingsDesk::SecretsAt::NoVaultYet, Kind::NoVaultYet},
        {SettingsDesk::SecretsAt::VaultLocked, Kind::VaultLocked},
        {SettingsDesk::SecretsAt::VaultOpen, Kind::VaultOpen}};
    return {kinds.value(place), false, news, fault};
}

ui::Look lookOf(const Settings &settings)
{
    using Choice = ui::Look::Choice;
    const Choice choice = settings.theme == Settings::Theme::Light ? Choice::Light
        : settings.theme == Settings::Theme::Dark                  ? Choice::Dark
                                                                   : Choice::System;
    return {choice, settings.highContrast, settings.textPercent, settings.reduceMotion};
}

void putLook(const ui::Look &look, Settings &settings)
{
    using Theme = Settings::Theme;
    settings.theme = look.choice == ui::Look::Choice::Light ? Theme::Light
        : look.choice == ui::Look::Choice::Dark             ? Theme::Dark
                                                            : Theme::System;
    settings.highContrast = look.highContrast;
    settings.textPercent = look.textPercent;
    settings.reduceMotion = look.reduceMotion;
}

/// Only this one copy is wiped; the page's own boxes are empty by then.
Secret secretOf(const QString &typed)
{
    QString copy = typed;
    return Secret::taken(copy);
}

} // namespace

SettingsWire::SettingsWire(
    ui::SettingsPage &page, ui::Theme &theme, const QString &folder, Beside beside, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_settings(folder)
    , m_beside(beside)
{
    if (beside == Beside::DemoShop)
        m_page.setDemo();
    m_page.showFacts({QCoreApplication::applicationVersion(), folder});
    takeWishes(theme);
    showAnswers(theme);
    m_settings.open(beside == Beside::DemoShop ? SettingsDesk::Scope::NoProvider : SettingsDesk::Scope::All);
}

bool SettingsWire::hasProvider() const
{
    return m_providerKept && m_secretKept && !m_locked;
}

void SettingsWire::readConnections(std::function<void(Result<Connections>)> done)
{
    m_settings.readConnections(std::move(done));
}

void SettingsWire::takeWishes(ui::Theme &theme)
{
    connect(
        &m_page, &ui::SettingsPage::saveProvider, this, [this](const ui::ProviderFields &fields, const QString &secret) {
            m_page.showFaults({});
            m_settings.saveProvider(entryOf(fields), secretOf(secret));
        });
    connect(
        &m_page, &ui::SettingsPage::testProvider, this, [this](const ui::ProviderFields &fields, const QString &secret) {
            m_page.showFaults({});
            m_page.showProviderState({ui::ProviderState::Kind::Trying, {}, {}});
            m_settings.testProvider(entryOf(fields), secretOf(secret));
        });
    connect(&m_page, &ui::SettingsPage::disconnectProvider, &m_settings, &SettingsDesk::disconnectProvider);
    connect(&m_page, &ui::SettingsPage::unlockVault, this, [this](const QString &passphrase) {
        m_page.showSecrets({ui::SecretsState::Kind::VaultLocked, true, {}, {}});
        m_settings.unlockVault(secretOf(passphrase));
    });
    connect(&m_page, &ui::SettingsPage::makeVault, this, [this](const QString &passphrase) {
        m_page.showSecrets({ui::SecretsState::Kind::NoVaultYet, true, {}, {}});
        m_settings.makeVault(secretOf(passphrase));
    });
    connect(&m_page, &ui::SettingsPage::lookChosen, this, [this, &theme](const ui::Look &look) {
        theme.setLook(look);
        m_settings.change([look](Settings &settings) { putLook(look, settings); });
    });
    connect(&m_page, &ui::SettingsPage::seatNamed, this, [this](const QString &seat) {
        Q_EMIT seatNamed(seat);
        m_settings.change([seat](Settings &settings) { settings.seat = seat; });
    });
}

void SettingsWire::showAnswers(ui::Theme &theme)
{
    connect(
        &m_settings, &SettingsDesk::loaded, this, [this, &theme](const Settings &settings, const QStringList &reset) {
            theme.setLook(lookOf(settings));
            onLoaded(settings, reset);
        });
    connect(&m_settings, &SettingsDesk::providerKept, this, &SettingsWire::onKept);
    connect(&m_settings, &SettingsDesk::secretKnown, this, [this](bool kept) {
        m_page.showSecretKept(kept);
        m_secretKept = kept;
        Q_EMIT providerChanged();
    });
    connect(&m_settings, &SettingsDesk::secretsAt, this,
        [this](SettingsDesk::SecretsAt place, const QString &news, const QString &fault) {
            m_page.showSecrets(secretsOf(place, news, fault));
            m_locked = place == SettingsDesk::SecretsAt::VaultLocked || place == SettingsDesk::SecretsAt::NoVaultYet;
            Q_EMIT providerChanged();
        });
    connect(&m_settings, &SettingsDesk::entryFaulty, this, [this](const EntryFaults &faults) {
        m_page.showProviderState({ui::ProviderState::Kind::NotTried, {}, {}});
        m_page.showFaults(faultsOf(faults));
    });
    connect(&m_settings, &SettingsDesk::tested, this,
        [this](const Checks &checks) { m_page.showProviderState(stateOf(checks)); });
    connect(
        &m_settings, &SettingsDesk::failed, this, [this](const QString &sentence) { m_page.showTrouble({sentence}); });
}

void SettingsWire::onLoaded(const Settings &settings, const QStringList &reset)
{
    m_running = settings;
    m_providerKept = settings.hasProvider();
    m_page.showLook(lookOf(settings));
    m_page.showProvider(fieldsOf(settings), settings.hasProvider());
    m_page.showProviderState(
        {settings.hasProvider() ? ui::ProviderState::Kind::NotTried : ui::ProviderState::Kind::NotSetUp, {}, {}});
    m_page.showTrouble(reset);
    if (settings.seat.isEmpty())
        return;
    m_page.showSeat(settings.seat);
    Q_EMIT seatNamed(settings.seat);
}

void SettingsWire::onKept(const Settings &settings)
{
    m_page.showProvider(fieldsOf(settings), settings.hasProvider());
    m_providerKept = settings.hasProvider();
    Q_EMIT providerChanged();
    const bool other = m_beside == Beside::RunningShop && fieldsOf(settings) != fieldsOf(m_running);
    m_page.showTrouble(
        other ? QStringList{tr("Kept. Deskbell uses the new phone provider from its next start.")} : QStringList());
    if (!settings.hasProvider()) {
        m_page.showProviderState({});
        return;
    }
    m_page.showProviderState({ui::ProviderState::Kind::Trying, {}, {}});
    m_settings.testProvider(entryOf(fieldsOf(settings)), {});
}

void addSettings(ui::ShellWindow &window, runtime::Desk &desk, ui::Theme &theme, const QString &folder, bool demo)
{
    auto *page = new ui::SettingsPage;
    page->showSeat(window.seat());
    auto *wire = new SettingsWire(
        *page, theme, folder, demo ? SettingsWire::Beside::DemoShop : SettingsWire::Beside::RunningShop, &window);
    QObject::connect(wire, &SettingsWire::seatNamed, &window, [&window, &desk](const QString &seat) {
        window.setSeat(seat);
        desk.setSeat(seat);
    });
    window.setSettingsPage(page);
}

} // namespace deskbell::app
