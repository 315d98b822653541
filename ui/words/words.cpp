// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include <algorithm>

namespace deskbell::ui {

QString readable(const QString &code)
{
    QString text = code;
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c == u'_' || c == u'.'; }, u' ');
    return text.simplified();
}

QString sentence(const QString &text)
{
    return text.isEmpty() ? text : QString(text.left(1).toUpper() + text.mid(1));
}

} // namespace deskbell::ui
