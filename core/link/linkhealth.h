// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/runtime/linkstate.h"

#include <QMap>
#include <functional>

namespace deskbell::link {

/// How the link is, told when it changes. A silent line is not a healthy one: time alone makes it Slow, then Offline.
class LinkHealth
{
public:
    LinkHealth(Clock &clock, std::function<void(const runtime::LinkState &)> tell);

    /// A complete answer of a list or a pushed frame.
    void heard();
    /// A list was read to its end: what was wrong with it is over.
    void listWorked(const QString &stream);
    void listFailed(const QString &stream, const Error &error);
    void pushChanged(bool open);
    /// \p detail in the provider's words; empty: the account works (again).
    void signIn(const QString &detail);
    void expect(Duration every) { m_every = every; }
    void setSkew(Duration skew) { m_skew = skew; }

    [[nodiscard]] runtime::LinkState::Kind kind() const { return m_told.kind; }
    [[nodiscard]] bool isPushOpen() const { return m_pushOpen; }

private:
    struct Failing {
        int times = 0; ///< in a row
        Error error;
    };
    [[nodiscard]] runtime::LinkState::Kind judge() const;
    [[nodiscard]] Failing worst() const;
    void update();

    Clock &m_clock;
    std::function<void(const runtime::LinkState &)> m_tell;
    runtime::LinkState m_told;
    std::unique_ptr<Alarm> m_alarm;
    Instant m_lastHeard;
    Duration m_every{5s};
    Duration m_skew{0};
    QMap<QString, Failing> m_failing; ///< by list: one that works must not hide one that does not
    bool m_pushOpen = false;
    QString m_signIn;
};

} // namespace deskbell::link
