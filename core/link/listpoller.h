// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/link/listwalk.h"
#include "core/link/pollpace.h"

namespace deskbell::link {

/// Reads one list again and again: at the pace it is told, deep (the whole window) at first, after trouble and every
/// hour, else only until known rows come. At most one request at a time.
class ListPoller : public QObject
{
    Q_OBJECT
public:
    struct Pass {
        quint64 number = 0; ///< of all passes, from 1
        Instant began;
        tl::expected<void, WalkTrouble> how;
    };
    struct Wiring {
        std::function<http::Request(bool deep)> first;
        /// Takes a page; \p deep: does not stop at known rows.
        std::function<Result<QString>(const QByteArray &body, bool deep)> read;
        std::function<Duration()> pace;
        std::function<double()> chance;
        /// True: what was asked turned out to be the wrong question (our clock was wrong); ask again at once.
        std::function<bool()> isStale;
        std::function<void(const Pass &)> ended;
    };
    ListPoller(http::Client &client, const TwilioWriter &writer, Clock &clock, const Pace &pace, ListWalk::Heard heard,
        Wiring wiring, QObject *parent = nullptr);

    void start();
    /// A pass that begins from now on; when one is under way, one more after it. Not sooner than the provider allowed
    /// after "too many" and after a refused key.
    void soon();
    /// The pace may have become faster.
    void repace();
    /// How many passes have begun.
    [[nodiscard]] quint64 begun() const { return m_number; }

private:
    void begin();
    void end(const tl::expected<void, WalkTrouble> &how);
    [[nodiscard]] Duration waitAfter(const WalkTrouble &trouble);

    Clock &m_clock;
    const Pace &m_pace;
    Wiring m_wiring;
    ListWalk m_walk;
    std::unique_ptr<Alarm> m_alarm;
    quint64 m_number = 0;
    Instant m_began;
    Instant m_endedAt;
    Instant m_deepAt;
    Duration m_wait{0};
    int m_failures = 0;
    int m_tooMany = 0;
    bool m_deep = true;
    bool m_again = false;
    bool m_mayHurry = true;
};

} // namespace deskbell::link
