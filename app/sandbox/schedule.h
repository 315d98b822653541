// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <queue>
#include <vector>

namespace deskbell::sandbox {

/// Everything the company does later, on one timer: a burst makes tens of thousands of deliveries and would make
/// as many QTimers.
class Schedule : public QObject {
    Q_OBJECT
public:
    using Task = std::function<void()>;

    explicit Schedule(QObject* parent = nullptr);

    /// 10 = a second takes 100 ms. Holds for what is asked from now on.
    void setSpeed(double speed) { m_speed = speed; }
    [[nodiscard]] double speed() const { return m_speed; }

    /// Runs the task from the event loop, never inside after(). Same due time: in the order of asking.
    void after(double ms, Task task);
    void clear();

private:
    struct Entry {
        qint64 dueNs;
        quint64 order;
        Task task;
        bool operator<(const Entry& other) const { return std::tie(other.dueNs, other.order) < std::tie(dueNs, order); }
    };

    void wake();
    void arm();

    QTimer m_timer;
    double m_speed = 1;
    quint64 m_order = 0;
    qint64 m_armedNs = 0;
    std::priority_queue<Entry> m_queue;
};

/// Steady nanoseconds; the zero is anywhere.
[[nodiscard]] qint64 steadyNs();

} // namespace deskbell::sandbox
