// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/aboutcard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace deskbell::ui {

AboutCard::AboutCard(QWidget *parent)
    : SettingsCard(tr("About Deskbell"),
        tr("Free software under the GNU General Public License, version 3 or later, without any warranty"), parent)
    , m_version(new Label(Type::Body, Token::Text, {}, this))
    , m_folder(new Label(Type::Body, Token::Text, {}, this))
{
    m_folder->setWordWrap(true);
    for (Label *label : {m_version, m_folder})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = new Button(Button::Kind::Outline, Icon::Copy, tr("Copy folder"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_folder, 1);
    row->addWidget(copy);
    body().setSpacing(8);
    body().addWidget(m_version);
    body().addLayout(row);
    connect(copy, &QPushButton::clicked, this, &AboutCard::copyFolder);
}

void AboutCard::showFacts(const ProgramFacts &facts)
{
    m_facts = facts;
    m_version->setText(tr("Version %1").arg(facts.version));
    m_folder->setText(tr("The shop's data lies in %1").arg(facts.dataFolder));
}

void AboutCard::copyFolder()
{
    QGuiApplication::clipboard()->setText(m_facts.dataFolder);
}

} // namespace deskbell::ui
