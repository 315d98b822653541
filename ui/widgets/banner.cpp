// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"
#include "ui/theme/paint.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace deskbell::ui {

namespace {

constexpr int bannerEdge = 16;

bool isSolid(Tone tone)
{
    return tone >= Tone::AccentSolid;
}

} // namespace

Banner::Banner(Tone tone, Icon icon, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_icon(icon)
    , m_words(new Label(Type::Button, Token::Text))
    , m_row(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setContentsMargins(bannerEdge + px(20) + 12, 6, bannerEdge, 6);
    m_row->setSpacing(8);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(px(32));
    m_row->addWidget(m_words, 1);
    setSentence(sentence);
    recolor();
}

void Banner::setSentence(const QString &sentence)
{
    m_words->setText(sentence);
    setAccessibleName(sentence);
}

void Banner::setLook(Tone tone, Icon icon)
{
    m_tone = tone;
    m_icon = icon;
    recolor();
}

Button *Banner::addAct(const QString &label, Icon icon)
{
    auto *button = new Button(isSolid(m_tone) ? Button::Kind::StripOutline : Button::Kind::Outline, icon, label);
    button->setSize(Button::Size::Header);
    m_row->addWidget(button);
    return button;
}

QSize Banner::minimumSizeHint() const
{
    return {px(200), QWidget::minimumSizeHint().height()};
}

void Banner::recolor()
{
    // A sentence in plain text colour reads best; the icon and the tint carry the tone.
    m_words->setToken(isSolid(m_tone) ? colorsOf(m_tone).ink : Token::Text);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto [fill, ink] = colorsOf(m_tone);
    painter.fillRect(rect(), color(fill));
    drawIcon(painter, QRectF(bannerEdge, 0, px(20), height()), m_icon, color(ink), px(20));
    if (!isSolid(m_tone))
        drawHairline(painter, QLineF(0, height() - 1, width(), height() - 1), mixed(color(fill), color(ink), 0.3));
}

} // namespace deskbell::ui
