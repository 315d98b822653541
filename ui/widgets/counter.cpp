// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/counter.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace deskbell::ui {

namespace {

constexpr int counterEdge = 8;
constexpr int counterGap = 10;

} // namespace

Counter::Counter(Token token, const QString &words, QWidget *parent)
    : Pressable(parent)
    , m_token(token)
    , m_words(words)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

void Counter::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("%1 %2", "number and what it counts").arg(count).arg(m_words));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

void Counter::setBig(bool big)
{
    m_big = big;
    updateGeometry();
    update();
}

void Counter::setWordsShown(bool shown)
{
    m_wordsShown = shown;
    updateGeometry();
    update();
}

const QFont &Counter::numerals() const
{
    return textFont(m_big ? Type::BigNumeral : Type::Numeral);
}

QSize Counter::sizeHint() const
{
    const int words = m_wordsShown ? counterGap + textWidth(m_words, textFont(Type::Meta)) : 0;
    return {2 * counterEdge + textWidth(QString::number(m_count), numerals()) + words, px(48)};
}

void Counter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (hoverShare() > 0)
        drawBox(painter, rect(), radius::control, mixed(color(Token::Surface), color(Token::Hover), hoverShare()));
    QRectF line = QRectF(rect()).adjusted(counterEdge, 0, -counterEdge + 1, 0);
    const bool none = m_count == 0;
    const qreal used = drawLine(painter, line, QString::number(m_count), numerals(),
                                color(none ? Token::Text3 : m_token));
    line.setLeft(line.left() + std::ceil(used) + counterGap);
    if (m_wordsShown)
        drawLine(painter, line, m_words, textFont(Type::Meta), color(none ? Token::Text3 : Token::Text2));
    if (hasFocus())
        drawFocusRing(painter, rect(), radius::control);
}

} // namespace deskbell::ui
