// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace deskbell::ui {

Card::Card(Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
{
}

void Card::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool plain = m_tone == Tone::Neutral;
    const bool flat = theme().look().highContrast; // soft fills are off there: the border tells the card
    drawBox(painter, rect(), radius::card, color(plain ? Token::Surface : colorsOf(m_tone).fill),
            plain ? color(Token::Line) : flat ? color(colorsOf(m_tone).ink) : QColor());
}

} // namespace deskbell::ui
