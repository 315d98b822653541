// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskbell::ui {

/// Tells a barcode scanner from a person: six or more keys, each under 30 ms after the one before, then Enter.
/// Times are those of the key events in ms; 0 means unknown and is never a scanner.
class ScannerBurst
{
public:
    void key(quint64 at);
    /// How many letters the scanner typed before this Enter; 0 for a person. Starts afresh either way.
    [[nodiscard]] int enter(quint64 at);
    void forget() { m_keys = 0; }

private:
    [[nodiscard]] bool follows(quint64 at) const { return at > 0 && m_last > 0 && at >= m_last && at - m_last < 30; }

    quint64 m_last = 0;
    int m_keys = 0;
};

} // namespace deskbell::ui
