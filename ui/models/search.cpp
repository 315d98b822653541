// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/search.h"

#include <algorithm>

namespace deskbell::ui {

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

bool looksLikeNumber(const QString &needle)
{
    return std::none_of(needle.begin(), needle.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

bool matches(const QString &needle, const QStringList &texts, const PhoneNumber &number)
{
    const QString digits = looksLikeNumber(needle) ? digitsOf(needle) : QString();
    if (digits.size() >= 3 && number.e164.contains(digits))
        return true;
    const QString all = texts.join(u' ');
    const QStringList words = needle.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(
        words.begin(), words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace deskbell::ui
