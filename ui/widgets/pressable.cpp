// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pressable.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>

namespace deskbell::ui {

Pressable::Pressable(QWidget *parent)
    : QPushButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAutoDefault(false);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_hoverShare = value.toDouble();
        update();
    });
}

void Pressable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat())
        return click();
    QPushButton::keyPressEvent(event);
}

void Pressable::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    glideTo(1);
}

void Pressable::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    glideTo(0);
}

void Pressable::glideTo(double share)
{
    m_glide.stop();
    if (const int time = theme().motion(120); time > 0 && isVisible()) {
        m_glide.setDuration(time);
        m_glide.setStartValue(m_hoverShare);
        m_glide.setEndValue(share);
        return m_glide.start();
    }
    m_hoverShare = share;
    update();
}

} // namespace deskbell::ui
