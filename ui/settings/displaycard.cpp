// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/displaycard.h"

#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int percents[]{100, 115, 130};

} // namespace

DisplayCard::DisplayCard(QWidget *parent)
    : SettingsCard(tr("Display"), tr("Of this computer only"), parent)
    , m_theme(new Segments(tr("Theme"), this))
    , m_size(new Segments(tr("Text size"), this))
{
    for (const QString &label : {tr("System"), tr("Light"), tr("Dark")})
        m_theme->add(label);
    for (const int percent : percents)
        m_size->add(tr("%1 %").arg(percent));
    // Made after the segments, so that Tab comes to them after those.
    m_contrast = new QCheckBox(tr("High contrast: strong lines, no soft colours"), this);
    m_still = new QCheckBox(tr("No motion"), this);
    addChoice(tr("Theme"), m_theme);
    addChoice(tr("Text size"), m_size);
    for (QCheckBox *box : {m_contrast, m_still}) {
        box->setAccessibleName(box->text());
        body().addWidget(box);
    }
    connect(m_theme, &Segments::currentChanged, this, &DisplayCard::choose);
    connect(m_size, &Segments::currentChanged, this, &DisplayCard::choose);
    connect(m_contrast, &QCheckBox::toggled, this, &DisplayCard::choose);
    connect(m_still, &QCheckBox::toggled, this, &DisplayCard::choose);
}

void DisplayCard::addChoice(const QString &name, Segments *segments)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(new Label(Type::Label, Token::Text, name, this));
    column->addWidget(segments, 0, Qt::AlignLeft);
    body().addLayout(column);
}

void DisplayCard::showLook(const Look &look)
{
    const QSignalBlocker blockers[]{
        QSignalBlocker(m_theme), QSignalBlocker(m_size), QSignalBlocker(m_contrast), QSignalBlocker(m_still)};
    m_look = look;
    m_theme->setCurrent(int(look.choice));
    const auto *percent = std::find(std::begin(percents), std::end(percents), look.textPercent);
    m_size->setCurrent(percent == std::end(percents) ? 0 : int(percent - percents));
    m_contrast->setChecked(look.highContrast);
    m_still->setChecked(look.reduceMotion);
}

void DisplayCard::choose()
{
    const Look look{
        Look::Choice(m_theme->current()), m_contrast->isChecked(), percents[m_size->current()], m_still->isChecked()};
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT lookChosen(look);
}

} // namespace deskbell::ui
