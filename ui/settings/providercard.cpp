// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/providercard.h"

#include "ui/settings/checklist.h"
#include "ui/settings/field.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QGridLayout>

namespace deskbell::ui {

namespace {

constexpr std::chrono::seconds timeForASecondPress{3};

constexpr ProviderField order[]{ProviderField::Address, ProviderField::Number, ProviderField::AccountSid,
    ProviderField::ApiKey, ProviderField::Secret};

} // namespace

ProviderCard::ProviderCard(QWidget *parent)
    : SettingsCard(tr("Phone provider"), tr("Missed calls are seen and texts are sent through it"), parent)
{
    addFields();
    addActs();
    m_checks = new CheckList(this);
    body().addWidget(m_checks);
    m_sure.setSingleShot(true);
    m_sure.setInterval(timeForASecondPress);
    connect(&m_sure, &QTimer::timeout, this, &ProviderCard::settleDisconnect);
    showState({});
    refresh();
}

void ProviderCard::addFields()
{
    using F = ProviderField;
    m_fields = {{F::Address, new Field(tr("Provider's address"), tr("Twilio, or a provider of the same kind"), this)},
        {F::Number, new Field(tr("Shop number"), tr("Texts leave from it, with its country: +1 512 555 0142"), this)},
        {F::AccountSid,
            new Field(tr("Account SID"), tr("From the provider's console, begins with AC at Twilio"), this)},
        {F::ApiKey,
            new Field(
                tr("API key"), tr("Its SID, begins with SK at Twilio. Empty: the account's token signs in"), this)},
        {F::Secret, new Field(tr("Secret"), {}, this)}};
    m_fields[F::Secret]->hideLetters();
    m_push = new QCheckBox(tr("The provider pushes calls and texts over a websocket"), this);
    m_push->setAccessibleName(m_push->text());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(14);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int at = 0;
    for (const F field : order) {
        grid->addWidget(m_fields[field], at / 2, at % 2);
        connect(m_fields[field], &Field::edited, this, &ProviderCard::refresh);
        connect(m_fields[field], &Field::entered, this, &ProviderCard::save);
        ++at;
    }
    body().addLayout(grid);
    body().addWidget(m_push);
    connect(m_push, &QCheckBox::toggled, this, &ProviderCard::refresh);
    QWidget *before = m_push;
    for (auto field = std::rbegin(order); field != std::rend(order); ++field) {
        setTabOrder(&m_fields[*field]->edit(), before);
        before = &m_fields[*field]->edit();
    }
}

void ProviderCard::addActs()
{
    m_save = new Button(Button::Kind::Primary, Icon::Check, tr("Save"), this);
    m_test = new Button(Button::Kind::Outline, Icon::Refresh, tr("Test now"), this);
    m_disconnect = new Button(Button::Kind::Ghost, Icon::LinkOff, {}, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_save);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(m_disconnect);
    body().addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &ProviderCard::save);
    connect(m_test, &QPushButton::clicked, this,
        [this] { Q_EMIT testWanted(fields(), m_fields[ProviderField::Secret]->text()); });
    connect(m_disconnect, &QPushButton::clicked, this, &ProviderCard::disconnectPressed);
    settleDisconnect();
}

void ProviderCard::showFields(const ProviderFields &fields, bool secretKept)
{
    m_kept = fields;
    m_secretKept = secretKept;
    m_fields[ProviderField::Address]->setText(fields.address);
    m_fields[ProviderField::Number]->setText(fields.number);
    m_fields[ProviderField::AccountSid]->setText(fields.accountSid);
    m_fields[ProviderField::ApiKey]->setText(fields.apiKey);
    m_push->setChecked(fields.push);
    (void)m_fields[ProviderField::Secret]->takeText();
    for (Field *field : std::as_const(m_fields))
        field->setFault({});
    refresh();
}

void ProviderCard::showSecretKept(bool kept)
{
    m_secretKept = kept;
    refresh();
}

void ProviderCard::showState(const ProviderState &state)
{
    using Kind = ProviderState::Kind;
    m_kind = state.kind;
    const QString time = state.checkedAt.isValid() ? state.checkedAt.toString(QStringLiteral("HH:mm")) : QString();
    switch (state.kind) {
    case Kind::NotSetUp: setState(Tone::Warn, tr("Not set up"), Icon::Alert); break;
    case Kind::NotTried: setState(Tone::Neutral, tr("Not tested yet"), Icon::Question); break;
    case Kind::Trying: setState(Tone::Neutral, tr("Testing"), Icon::Refresh); break;
    case Kind::Working:
        setState(Tone::Ok, time.isEmpty() ? tr("Working") : tr("Working, checked %1").arg(time), Icon::Check);
        break;
    case Kind::Failing:
        setState(Tone::Warn, time.isEmpty() ? tr("Not working") : tr("Not working, checked %1").arg(time), Icon::Alert);
        break;
    }
    m_checks->show(state.checks);
    refresh();
}

void ProviderCard::showFaults(const ProviderFaults &faults)
{
    Field *first = nullptr;
    for (const ProviderField field : order) {
        m_fields[field]->setFault(faults.value(field));
        if (!first && m_fields[field]->hasFault())
            first = m_fields[field];
    }
    if (first)
        first->edit().setFocus(Qt::OtherFocusReason);
}

ProviderFields ProviderCard::fields() const
{
    return {m_fields[ProviderField::Address]->text(), m_fields[ProviderField::AccountSid]->text(),
        m_fields[ProviderField::ApiKey]->text(), m_fields[ProviderField::Number]->text(), m_push->isChecked()};
}

void ProviderCard::refresh()
{
    const bool secretTyped = !m_fields[ProviderField::Secret]->text().isEmpty();
    m_save->setEnabled(fields() != m_kept || secretTyped);
    m_test->setEnabled(
        m_kind != ProviderState::Kind::Trying && !fields().accountSid.isEmpty() && (secretTyped || m_secretKept));
    m_disconnect->setVisible(!m_kept.accountSid.isEmpty());
    m_fields[ProviderField::Secret]->edit().setPlaceholderText(m_secretKept ? tr("Kept, never shown") : QString());
    m_fields[ProviderField::Secret]->setHint(
        m_secretKept ? tr("Type to replace it") : tr("Of the key, or the account's token. Never shown again"));
}

void ProviderCard::save()
{
    if (m_save->isEnabled())
        Q_EMIT saveWanted(fields(), m_fields[ProviderField::Secret]->text());
}

void ProviderCard::disconnectPressed()
{
    if (m_sure.isActive()) {
        settleDisconnect();
        Q_EMIT disconnectWanted();
        return;
    }
    m_disconnect->setKind(Button::Kind::Danger);
    m_disconnect->setLabel(tr("Stop texting callers? Press again"));
    m_sure.start();
}

void ProviderCard::settleDisconnect()
{
    m_sure.stop();
    m_disconnect->setKind(Button::Kind::Ghost);
    m_disconnect->setLabel(tr("Disconnect"));
}

} // namespace deskbell::ui
