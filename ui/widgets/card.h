// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pill.h"

#include <QWidget>

namespace deskbell::ui {

/// A rounded surface for other widgets. Neutral is plain surface with a line; other tones are soft-filled ("do this
/// next"). Lay out inside with margins of 16 to 20.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace deskbell::ui
