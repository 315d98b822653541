// SPDX-License-Identifier: GPL-3.0-or-later
// Why a caller is kept quiet, and what a number is to the shop.
#include "ui/words/reasons.h"

#include "ui/words/words.h"

namespace deskbell::ui {
namespace {

QString signWord(const QString &sign)
{
    if (sign == u"many_complaints")
        return Words::tr("many complaints lately");
    if (sign == u"some_complaints")
        return Words::tr("some complaints lately");
    if (sign == u"short_ring")
        return Words::tr("rang only briefly");
    if (sign == u"repeats")
        return Words::tr("short calls again and again");
    if (sign == u"sequential")
        return Words::tr("neighbouring numbers called too");
    if (sign == u"neighbour")
        return Words::tr("looks like your own number");
    if (sign == u"poor_attestation")
        return Words::tr("the carrier does not vouch for the number");
    if (sign == u"full_attestation")
        return Words::tr("the carrier vouches for the number");
    if (sign == u"voicemail")
        return Words::tr("left a message");
    return readable(sign);
}

} // namespace

QString spamSign(const QString &point)
{
    QString points = point.section(u':', 1);
    if (!points.startsWith(u'-'))
        points.prepend(u'+');
    //: A sign of a robocall and the points it counts, "rang only briefly +2"
    return Words::tr("%1 %2").arg(signWord(point.section(u':', 0, 0)), points);
}

QString word(ContactTag tag)
{
    switch (tag) {
    case ContactTag::None: return Words::tr("not in your book");
    case ContactTag::Customer: return Words::tr("customer");
    case ContactTag::Staff: return Words::tr("staff");
    case ContactTag::Supplier: return Words::tr("supplier");
    case ContactTag::Blocked: return Words::tr("blocked");
    }
    return {};
}

QString contactTagOfCode(const QString &code)
{
    static const char *const codes[] = {"none", "customer", "staff", "supplier", "blocked"};
    for (int value = 0; value < 5; ++value) {
        if (code == QLatin1String(codes[value]))
            return word(ContactTag(value));
    }
    return readable(code);
}

} // namespace deskbell::ui
