// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scannerburst.h"

#include <utility>

namespace deskbell::ui {

void ScannerBurst::key(quint64 at)
{
    m_keys = follows(at) ? m_keys + 1 : 1;
    m_last = at;
}

int ScannerBurst::enter(quint64 at)
{
    const bool scanned = m_keys >= 6 && follows(at);
    const int keys = std::exchange(m_keys, 0);
    return scanned ? keys : 0;
}

} // namespace deskbell::ui
