// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controlbar.h"
#include "ui/theme/paint.h"
#include "ui/widgets/ring.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int iconLeft = 14;
constexpr int controlSpacing = 9;

struct Colors {
    Token fill;
    Token ink;
};

Colors colorsOf(ControlBar::Look look)
{
    switch (look) {
    case ControlBar::Look::Violet: return {Token::AiSoft, Token::Ai};
    case ControlBar::Look::Blue:
    case ControlBar::Look::Tint: return {Token::AccentSoft, Token::Accent};
    case ControlBar::Look::Red: return {Token::UrgentSoft, Token::Urgent};
    case ControlBar::Look::Amber: return {Token::WarnSoft, Token::Warn};
    }
    return {Token::Canvas, Token::Text2};
}

} // namespace

ControlBar::ControlBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 2, 14, 0);
    m_row->setSpacing(controlSpacing);
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // fit() makes room
    m_row->addStretch(1);
    connect(&theme(), &Theme::changed, this, &ControlBar::fit);
}

void ControlBar::setHolder(const Holder &holder, const QVector<Act> &acts)
{
    m_holder = holder;
    setAccessibleName(holder.title);
    setAccessibleDescription(QString(holder.line).replace(QLatin1String("%1"), holder.clock));
    if (acts != m_acts) {
        qDeleteAll(m_buttons);
        m_buttons.clear();
        for (const Act &act : acts) {
            auto *button = new Button(act.kind, act.icon, act.label, this);
            button->setKeyCap(act.key);
            m_row->addWidget(button);
            connect(button, &QAbstractButton::clicked, this, [this, id = act.id] { Q_EMIT acted(id); });
            m_buttons << button;
        }
        m_acts = acts;
    }
    fit();
    update();
}

void ControlBar::setClock(const QString &clock, double ringLeft)
{
    m_holder.clock = clock;
    m_holder.ringLeft = ringLeft;
    update(QRect(0, 0, int(words().right()), height()));
}

QSize ControlBar::sizeHint() const
{
    return {px(540), px(56)};
}

QSize ControlBar::minimumSizeHint() const
{
    return {px(300), px(56)};
}

int ControlBar::buttonsWidth() const
{
    int width = 0;
    for (const Button *button : m_buttons)
        width += button->sizeHint().width() + controlSpacing;
    return width;
}

void ControlBar::fit()
{
    // The sentence goes first: keys leave the buttons, then the lesser buttons their labels.
    const int wanted = px(54) + std::max(textWidth(m_holder.title, textFont(Type::Name)),
                                         textWidth(QString(m_holder.line).replace(QLatin1String("%1"), m_holder.clock),
                                                   textFont(Type::Meta)))
        + 24;
    const auto tight = [&] { return wanted + buttonsWidth() > width(); };
    for (Button *button : m_buttons) {
        button->setKeyCapShown(true);
        button->setLabelShown(true);
    }
    for (int i = 0; i < m_buttons.size() && tight(); ++i)
        m_buttons[i]->setKeyCapShown(false);
    for (int i = 0; i + 1 < m_buttons.size() && tight(); ++i)
        m_buttons[i]->setLabelShown(false);
    m_row->invalidate();
    m_row->activate();
}

void ControlBar::resizeEvent(QResizeEvent *)
{
    fit();
}

QRectF ControlBar::words() const
{
    const int right = m_buttons.isEmpty() ? width() - 14 : m_buttons.first()->x() - 12;
    return QRectF(QPointF(px(54), 2), QPointF(right, height()));
}

void ControlBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto [fill, ink] = colorsOf(m_holder.look);
    painter.fillRect(rect(), color(fill));
    if (m_holder.look == Look::Tint)
        drawHairline(painter, QLineF(0, 0, width(), 0), color(Token::Line));
    else
        painter.fillRect(0, 0, width(), 2, color(ink));
    const QRectF sign(iconLeft, 2 + (height() - 2 - px(34)) / 2.0, px(34), px(34));
    if (m_holder.ringLeft >= 0)
        drawRing(painter, sign, m_holder.ringLeft, ink, m_holder.icon);
    else
        drawIcon(painter, sign, m_holder.icon, color(ink), px(22));
    const QRectF box = words();
    if (m_holder.line.isEmpty()) {
        drawLine(painter, box, m_holder.title, textFont(Type::Name), color(Token::Text));
        return;
    }
    const qreal half = px(20);
    const qreal middle = box.center().y();
    drawLine(painter, QRectF(box.left(), middle - half, box.width(), half), m_holder.title, textFont(Type::Name),
             color(Token::Text));
    paintLine(painter, QRectF(box.left(), middle, box.width(), half));
}

void ControlBar::paintLine(QPainter &painter, const QRectF &box) const
{
    const QFont &meta = textFont(Type::Meta);
    const qsizetype gap = m_holder.line.indexOf(QLatin1String("%1"));
    if (gap < 0) {
        drawLine(painter, box, m_holder.line, meta, color(Token::Text2));
        return;
    }
    QFont bold = meta;
    bold.setWeight(QFont::DemiBold);
    QRectF rest = box;
    rest.setLeft(rest.left() + drawLine(painter, rest, m_holder.line.left(gap), meta, color(Token::Text2)));
    const qreal clock = tickingWidth(m_holder.clock, bold);
    if (clock > rest.width())
        return;
    drawTicking(painter, rest, m_holder.clock, bold, color(colorsOf(m_holder.look).ink));
    rest.setLeft(rest.left() + clock);
    drawLine(painter, rest, m_holder.line.mid(gap + 2), meta, color(Token::Text2));
}

} // namespace deskbell::ui
