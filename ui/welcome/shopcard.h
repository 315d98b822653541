// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingscard.h"

namespace deskbell::ui {

class Button;

/// How the shop's profile stands: the file with its services, prices, hours and words.
struct ShopState {
    enum class Kind { Looking, Missing, Faulty, Good };
    Kind kind = Kind::Looking;
    QString file; ///< where it lies, or will
    QString shop; ///< its name, when it is good
    int services = 0;
    QString fault; ///< every fault with its place, or why it cannot be read
};

/// The card "Your shop": its state, and the acts that lead to a good one. Reads no disk itself.
class ShopCard : public SettingsCard
{
    Q_OBJECT
public:
    explicit ShopCard(QWidget *parent = nullptr);

    void showShop(const ShopState &state);
    /// What went wrong with the last act; empty: nothing.
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    void writeWanted(); ///< a first profile to edit
    void openWanted(); ///< with the desktop's editor
    void checkWanted(); ///< read it again

private:
    Label *m_words;
    Label *m_trouble;
    Button *m_write;
    Button *m_open;
    Button *m_check;
};

} // namespace deskbell::ui
