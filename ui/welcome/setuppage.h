// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace deskbell::ui {

class Banner;
class Button;
class Label;
class SettingsPage;
class ShopCard;

/// What a shop needs before Deskbell can answer for it: its profile and its phone provider, each with its state; below,
/// what is still missing, and the start. Escape goes back.
class SetupPage : public QWidget
{
    Q_OBJECT
public:
    explicit SetupPage(QWidget *parent = nullptr);

    [[nodiscard]] ShopCard &shop() { return *m_shop; }
    [[nodiscard]] SettingsPage &settings() { return *m_settings; }
    /// What keeps it from starting, in words; empty: it can start.
    void showMissing(const QString &sentence);
    /// Why the last start did not work; empty: nothing to tell.
    void showTrouble(const QString &sentence);

Q_SIGNALS:
    void startWanted();
    void backWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Banner *m_trouble;
    ShopCard *m_shop;
    SettingsPage *m_settings;
    Label *m_missing;
    Button *m_start;
};

} // namespace deskbell::ui
