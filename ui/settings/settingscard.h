// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QVBoxLayout;

namespace deskbell::ui {

class Label;

/// A card with its title, its state in words at the right, and a line that says what it is.
class SettingsCard : public Card
{
    Q_OBJECT
public:
    SettingsCard(const QString &title, const QString &what, QWidget *parent = nullptr);

    /// An empty text shows no state.
    void setState(Tone tone, const QString &text, Icon icon);
    void setWhat(const QString &what);
    [[nodiscard]] QVBoxLayout &body() { return *m_body; }

private:
    StatePill *m_state;
    Label *m_what;
    QVBoxLayout *m_body;
};

} // namespace deskbell::ui
