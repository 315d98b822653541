// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingscard.h"
#include "ui/settings/settingsvalues.h"

namespace deskbell::ui {

/// Version, licence, and where the shop's data lies.
class AboutCard : public SettingsCard
{
    Q_OBJECT
public:
    explicit AboutCard(QWidget *parent = nullptr);

    void showFacts(const ProgramFacts &facts);

private:
    void copyFolder();

    ProgramFacts m_facts;
    Label *m_version;
    Label *m_folder;
};

} // namespace deskbell::ui
