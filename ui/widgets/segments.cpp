// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"
#include "ui/theme/paint.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace deskbell::ui {

namespace {

// A radio button by nature (arrow keys, one of a group, so to screen readers), a segment by looks.
class Segment : public QRadioButton
{
public:
    explicit Segment(const QString &label)
        : m_label(label)
    {
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setAccessibleName(label);
        setAttribute(Qt::WA_Hover);
    }

    void setCount(int count)
    {
        m_count = count < 0 ? QString() : QString::number(count);
        setAccessibleName(count < 0 ? m_label : Segments::tr("%1, %2", "label and count").arg(m_label, m_count));
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {words() + 28, px(28)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {words() + 12, px(28)}; }

protected:
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool chosen = isChecked();
        if (chosen)
            drawBox(painter, rect(), 6, color(Token::Surface), color(Token::Edge));
        else if (underMouse())
            drawBox(painter, rect(), 6, color(Token::Hover));
        const int gap = m_count.isEmpty() ? 0 : 6;
        QRectF line = rect();
        line.setLeft(line.left() + std::max(4.0, std::round((line.width() - words()) / 2)));
        line.setLeft(line.left() + gap
                     + drawLine(painter, line, m_label, textFont(Type::Label), color(chosen ? Token::Text : Token::Text2)));
        drawLine(painter, line, m_count, textFont(Type::Label), color(chosen ? Token::Accent : Token::Text2));
        if (hasFocus())
            drawFocusRing(painter, rect(), 6);
    }

private:
    [[nodiscard]] int words() const
    {
        const QFont &cut = textFont(Type::Label);
        return textWidth(m_label, cut) + (m_count.isEmpty() ? 0 : 6 + textWidth(m_count, cut));
    }

    QString m_label;
    QString m_count;
};

} // namespace

Segments::Segments(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->setSpacing(2);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            Q_EMIT currentChanged(index);
    });
}

int Segments::add(const QString &label)
{
    auto *segment = new Segment(label);
    const int index = int(m_group->buttons().size());
    if (index == 0)
        segment->setChecked(true);
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    return index;
}

void Segments::setCount(int index, int count)
{
    if (auto *segment = static_cast<Segment *>(m_group->button(index)))
        segment->setCount(count);
}

void Segments::setCurrent(int index)
{
    if (auto *segment = m_group->button(index))
        segment->setChecked(true);
}

int Segments::current() const
{
    return m_group->checkedId();
}

QSize Segments::sizeHint() const
{
    return {QWidget::sizeHint().width(), px(34)};
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), radius::control, color(Token::Sunken));
}

} // namespace deskbell::ui
