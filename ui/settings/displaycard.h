// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingscard.h"
#include "ui/theme/theme.h"

class QCheckBox;

namespace deskbell::ui {

class Segments;

/// How the window looks. Every choice counts at once.
class DisplayCard : public SettingsCard
{
    Q_OBJECT
public:
    explicit DisplayCard(QWidget *parent = nullptr);

    void showLook(const Look &look);

Q_SIGNALS:
    void lookChosen(const deskbell::ui::Look &look);

private:
    void addChoice(const QString &name, Segments *segments);
    void choose();

    Look m_look;
    Segments *m_theme;
    Segments *m_size;
    QCheckBox *m_contrast = nullptr;
    QCheckBox *m_still = nullptr;
};

} // namespace deskbell::ui
