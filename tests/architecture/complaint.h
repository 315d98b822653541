// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::architecture {

[[nodiscard]] inline QString complaint(const QString &path, int line, const QString &words)
{
    return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(words);
}

} // namespace deskbell::architecture
