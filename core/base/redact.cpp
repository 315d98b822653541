// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redact.h"

namespace deskbell {

QString maskNumber(const QString &number)
{
    if (number.size() < 8)
        return number.isEmpty() ? QStringLiteral("(withheld)") : QStringLiteral("***");
    return number.left(2) + QStringLiteral("***") + number.right(4);
}

QString maskText(const QString &text) { return QStringLiteral("(%1 characters)").arg(text.size()); }

} // namespace deskbell
