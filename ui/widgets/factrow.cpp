// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factrow.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace deskbell::ui {

FactRow::FactRow(QWidget *parent)
    : Pressable(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactRow::setFact(const QString &name, const QString &value, Source source)
{
    m_name = name;
    m_value = value;
    m_source = source;
    setFocusPolicy(source == Source::AiGuess ? Qt::TabFocus : Qt::NoFocus);
    const QString shown = value.isEmpty() ? tr("Not answered yet") : value;
    setAccessibleName(tr("%1: %2, %3", "name, value, source").arg(name, shown, sourceWords()));
    setToolTip(accessibleName());
    update();
}

QString FactRow::sourceWords() const
{
    switch (m_source) {
    case Source::CallersWords: return tr("caller's words");
    case Source::AiGuess: return tr("AI's guess, press to fix");
    case Source::OurRecords: return tr("our records");
    case Source::ToAsk: return tr("to ask");
    }
    return {};
}

QSize FactRow::sizeHint() const
{
    return {px(260), px(28)};
}

QSize FactRow::minimumSizeHint() const
{
    return {px(180), px(28)};
}

void FactRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool fixable = m_source == Source::AiGuess;
    if (fixable && hoverShare() > 0)
        drawBox(painter, rect(), 6, mixed(color(Token::Surface), color(Token::Hover), hoverShare()));
    const qreal side = m_source == Source::ToAsk ? textWidth(tr("to ask"), textFont(Type::Label)) : px(16);
    drawLine(painter, QRectF(4, 0, px(76), height()), m_name, textFont(Type::Meta), color(Token::Text2));
    const QRectF value(px(84), 0, width() - px(84) - side - 12, height());
    if (m_value.isEmpty())
        drawLine(painter, value, tr("Not answered yet"), textFont(Type::Body), color(Token::Text3));
    else
        drawLine(painter, value, m_value, textFont(Type::Button), color(Token::Text));
    paintSource(painter, QRectF(width() - side - 4, 0, side, height()));
    if (hasFocus())
        drawFocusRing(painter, rect(), 6);
}

void FactRow::paintSource(QPainter &painter, const QRectF &box) const
{
    switch (m_source) {
    case Source::CallersWords: return drawIcon(painter, box, Icon::Check, color(Token::Ok), px(16));
    case Source::AiGuess: return drawIcon(painter, box, Icon::StarFilled, color(Token::Ai), px(16));
    case Source::OurRecords: return drawIcon(painter, box, Icon::Calendar, color(Token::Text2), px(16));
    case Source::ToAsk: drawLine(painter, box, tr("to ask"), textFont(Type::Label), color(Token::Warn)); return;
    }
}

} // namespace deskbell::ui
