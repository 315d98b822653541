// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QKeyEvent;

namespace deskbell::ui {

/// Single digits as commands of a queue. A barcode scanner types digits too, but never one alone: a digit acts only
/// when no other key follows within 40 ms, and a burst is swallowed to its end.
class DigitKeys : public QObject
{
    Q_OBJECT
public:
    explicit DigitKeys(int highest, QObject *parent = nullptr);

    /// True when the key is a digit command or part of a burst: the caller does nothing with it.
    [[nodiscard]] bool take(const QKeyEvent &event);
    /// It is not decided yet whether the last key was alone.
    [[nodiscard]] bool waits() const { return m_alone.isActive(); }

Q_SIGNALS:
    void pressed(int digit);

private:
    int m_highest;
    int m_digit = 0; ///< waiting to be alone; 0: none
    bool m_burst = false;
    QTimer m_alone;
};

} // namespace deskbell::ui
