// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingscard.h"

namespace deskbell::ui {

class Button;
class Field;

/// What this computer is called where others read who has a caller.
class SeatCard : public SettingsCard
{
    Q_OBJECT
public:
    explicit SeatCard(QWidget *parent = nullptr);

    void showSeat(const QString &name);

Q_SIGNALS:
    void seatNamed(const QString &name);

private:
    void refresh();
    void save();

    QString m_kept;
    Field *m_name;
    Button *m_save;
};

} // namespace deskbell::ui
