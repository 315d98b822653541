// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace deskbell::language {

/// "a b c" as a set.
[[nodiscard]] inline QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

} // namespace deskbell::language
