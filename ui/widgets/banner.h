// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/pill.h"

#include <QWidget>

class QHBoxLayout;

namespace deskbell::ui {

class Label;

/// A sentence across the width that stays until the state it tells has gone: "No link for 12 s. ...", "Demo shop,
/// nothing is sent". Wraps when narrow. The page shows and hides it.
class Banner : public QWidget
{
    Q_OBJECT
public:
    Banner(Tone tone, Icon icon, const QString &sentence, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setLook(Tone tone, Icon icon);
    /// The button's look follows the tone. The banner owns it.
    Button *addAct(const QString &label, Icon icon = Icon::None);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void recolor();

    Tone m_tone;
    Icon m_icon;
    Label *m_words;
    QHBoxLayout *m_row;
};

} // namespace deskbell::ui
