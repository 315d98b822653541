// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace deskbell::language {

/// "a b c" as a set.
[[nodiscard]] inline QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

/// Whether \p word is one of "a b c"; makes no set, so it suits short lists that are asked once. Plain letters only.
[[nodiscard]] inline bool isOneOf(const QString &word, const char *words)
{
    if (word.isEmpty())
        return false;
    for (const char *at = words; *at != '\0';) {
        qsizetype i = 0;
        while (at[i] != '\0' && at[i] != ' ' && i < word.size() && word[i] == QLatin1Char(at[i]))
            ++i;
        const bool ends = at[i] == '\0' || at[i] == ' ';
        if (ends && i == word.size())
            return true;
        while (*at != '\0' && *at != ' ')
            ++at;
        while (*at == ' ')
            ++at;
    }
    return false;
}

} // namespace deskbell::language
