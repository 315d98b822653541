// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

Label::Label(Type type, Token token, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    keepFont(this, type);
    setToken(token);
    connect(&theme(), &Theme::changed, this, [this] { setToken(m_token); });
}

void Label::setToken(Token token)
{
    m_token = token;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color(token));
    setPalette(colors);
}

ElidedLabel::ElidedLabel(Type type, Token token, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_token(token)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    describe();
    updateGeometry();
    update();
}

void ElidedLabel::setToken(Token token)
{
    m_token = token;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {textWidth(m_text, textFont(m_type)), QFontMetrics(textFont(m_type)).height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), px(48)), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawLine(painter, rect(), m_text, textFont(m_type), color(m_token));
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    describe();
}

void ElidedLabel::describe()
{
    setToolTip(sizeHint().width() > width() ? m_text : QString());
}

void drawSectionHeading(QPainter &painter, const QRectF &box, const QString &text, const QString &count, Token ink)
{
    painter.fillRect(box, color(Token::Canvas));
    drawHairline(painter, QLineF(box.left(), box.top(), box.right(), box.top()), color(Token::Line));
    drawHairline(painter, QLineF(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1), color(Token::Line));
    QRectF inner = box.adjusted(16, 0, -12, 0);
    const qreal countRoom = count.isEmpty() ? 0 : textWidth(count, textFont(Type::Label)) + 10;
    const qreal used = drawLine(painter, inner.adjusted(0, 0, -countRoom, 0), text, textFont(Type::Label), color(ink));
    inner.setLeft(inner.left() + used + 10);
    if (!count.isEmpty())
        drawLine(painter, inner, count, textFont(Type::Label), color(Token::Text2));
}

SectionHeading::SectionHeading(const QString &text, const QString &hint, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text, hint);
}

void SectionHeading::setText(const QString &text, const QString &hint)
{
    m_text = text;
    m_hint = hint;
    setAccessibleName(text);
    update();
}

QSize SectionHeading::sizeHint() const
{
    const int hint = m_hint.isEmpty() ? 0 : textWidth(m_hint, textFont(Type::Caption)) + 12;
    return {textWidth(m_text, textFont(Type::Label)) + hint, px(20)};
}

void SectionHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int room = m_hint.isEmpty() ? 0 : textWidth(m_hint, textFont(Type::Caption)) + 12;
    drawLine(painter, rect().adjusted(0, 0, -room, 0), m_text, textFont(Type::Label), color(Token::Text2));
    drawLine(painter, rect(), m_hint, textFont(Type::Caption), color(Token::Text2), Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace deskbell::ui
