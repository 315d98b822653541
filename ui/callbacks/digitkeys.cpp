// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/digitkeys.h"

#include <QKeyEvent>

namespace deskbell::ui {

DigitKeys::DigitKeys(int highest, QObject *parent)
    : QObject(parent)
    , m_highest(highest)
{
    m_alone.setSingleShot(true);
    m_alone.setInterval(40);
    connect(&m_alone, &QTimer::timeout, this, [this] {
        m_burst = false;
        if (const int digit = std::exchange(m_digit, 0))
            Q_EMIT pressed(digit);
    });
}

bool DigitKeys::take(const QKeyEvent &event)
{
    if (m_alone.isActive()) {
        m_digit = 0;
        m_burst = true;
        m_alone.start();
        return true;
    }
    const QString typed = event.text();
    const int digit = typed.size() == 1 && typed[0].isDigit() ? typed[0].digitValue() : 0;
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || digit < 1 || digit > m_highest || event.isAutoRepeat())
        return false;
    m_digit = digit;
    m_alone.start();
    return true;
}

} // namespace deskbell::ui
