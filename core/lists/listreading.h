// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::lists {

/// What a list held besides what could be used. One bad row does not spoil its neighbours.
struct RowFaults {
    int bad = 0;
    QStringList told; ///< "line 3: …", the first few in plain words; no whole numbers of callers

    void add(int line, const QString &what)
    {
        constexpr int most = 20;
        if (++bad <= most)
            told << QStringLiteral("line %1: %2").arg(line).arg(what);
    }
};

} // namespace deskbell::lists
