// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/engineloop.h"

namespace deskbell::runtime {

/// Turns due times on disk into Due facts. Knows only the earliest: sleep, restart or a changed clock make it late,
/// never lost. Core thread.
class DueTimer : public QObject
{
    Q_OBJECT
public:
    explicit DueTimer(EngineLoop &loop, QObject *parent = nullptr);
    void start();

private:
    void onCommitted(const std::vector<KeptStep> &steps);
    void ring();
    void consider(Instant at);

    EngineLoop &m_loop;
    std::unique_ptr<Alarm> m_alarm;
    Instant m_next;
};

} // namespace deskbell::runtime
