// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/seatcard.h"

#include "ui/settings/field.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>

namespace deskbell::ui {

SeatCard::SeatCard(QWidget *parent)
    : SettingsCard(tr("This seat"), tr("Stands where somebody reads who has a caller"), parent)
    , m_name(new Field(tr("Name"), {}, this))
    , m_save(new Button(Button::Kind::Outline, tr("Save name"), this))
{
    m_name->edit().setMaxLength(40);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_name, 1);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    body().addLayout(row);
    connect(m_name, &Field::edited, this, &SeatCard::refresh);
    connect(m_name, &Field::entered, this, &SeatCard::save);
    connect(m_save, &QPushButton::clicked, this, &SeatCard::save);
    refresh();
}

void SeatCard::showSeat(const QString &name)
{
    m_kept = name;
    m_name->setText(name);
    refresh();
}

void SeatCard::refresh()
{
    m_save->setEnabled(!m_name->text().isEmpty() && m_name->text() != m_kept);
}

void SeatCard::save()
{
    if (m_name->text().isEmpty()) {
        m_name->setFault(tr("A seat needs a name, like Desk 2."));
        return;
    }
    if (!m_save->isEnabled())
        return;
    m_kept = m_name->text();
    refresh();
    Q_EMIT seatNamed(m_kept);
}

} // namespace deskbell::ui
