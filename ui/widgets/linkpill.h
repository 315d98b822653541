// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pill.h"
#include "ui/widgets/pressable.h"

namespace deskbell::ui {

/// Is the link up? "Live", "Slow, 8 s", "Offline · 12 s": the words are given, the look follows the state.
class LinkPill : public Pressable
{
    Q_OBJECT
public:
    enum class State { Live, Slow, Offline };

    explicit LinkPill(QWidget *parent = nullptr);

    void setState(State state, const QString &words);
    [[nodiscard]] QSize sizeHint() const override; ///< higher than the pill: 32 to hit
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] Icon icon() const;

    State m_state = State::Live;
    QString m_words;
};

/// Who sits here: initials in a circle, from 1500 wide with name and role. Pressing it is how one signs in.
class PersonButton : public Pressable
{
    Q_OBJECT
public:
    explicit PersonButton(QWidget *parent = nullptr);

    /// Empty initials: nobody is signed in.
    void setPerson(const QString &initials, const QString &name, const QString &role);
    void setNameShown(bool shown);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
    QString m_name;
    QString m_role;
    bool m_nameShown = false;
};

} // namespace deskbell::ui
