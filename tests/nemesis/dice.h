// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>

namespace deskbell::nemesis {

/// One number made of two: same two, same number, on every machine.
[[nodiscard]] constexpr quint64 mix(quint64 a, quint64 b)
{
    quint64 z = a + 0x9E3779B97F4A7C15ull * (b + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

/// Chance that hangs on what something is called, not on when it is asked: leaving one step out of a story does not
/// change the fate of the others, so a story can be shortened.
[[nodiscard]] inline quint64 mix(quint64 a, const QString &words)
{
    quint64 sum = 1469598103934665603ull;
    for (const QChar c : words)
        sum = (sum ^ c.unicode()) * 1099511628211ull;
    return mix(a, sum);
}

class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] quint64 next() { return mix(m_state++, 77); }
    [[nodiscard]] int below(int sides) { return static_cast<int>(next() % static_cast<quint64>(sides)); }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

} // namespace deskbell::nemesis
