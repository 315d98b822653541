// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/smslength.h"

#include <algorithm>

namespace deskbell::ui {

namespace {

bool isBasic(QChar c)
{
    static const QString letters = QStringLiteral("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    return letters.contains(c);
}

bool isExtension(QChar c)
{
    return QStringLiteral("\f^{}\\[~]|€").contains(c);
}

SmsLength inParts(int used, bool plain)
{
    const int alone = plain ? 160 : 70;
    const int part = plain ? 153 : 67;
    if (used <= alone)
        return {used, alone, used == 0 ? 0 : 1, plain};
    const int parts = (used + part - 1) / part;
    return {used, parts * part, parts, plain};
}

} // namespace

SmsLength smsLength(const QString &text)
{
    int septets = 0;
    for (const QChar c : text) {
        if (isExtension(c))
            septets += 2;
        else if (isBasic(c))
            ++septets;
        else
            return inParts(int(text.size()), false); // a letter beyond the first plane takes two units, as in UTF-16
    }
    return inParts(septets, true);
}

} // namespace deskbell::ui
