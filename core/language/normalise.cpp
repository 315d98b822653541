// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/normalise.h"

namespace deskbell::language {
namespace {

constexpr qsizetype longestRead = 2000; // more than ten text parts; nobody's wish stands behind that

QChar straight(QChar c)
{
    switch (c.unicode()) {
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x02bc:
    case 0x00b4:
    case u'`': return u'\'';
    case 0x201c:
    case 0x201d: return u'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return u'-';
    default: return c;
    }
}

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029);
}

} // namespace

QString normalise(const QString &text)
{
    QString out;
    const QString folded = text.left(longestRead).normalized(QString::NormalizationForm_KC);
    out.reserve(folded.size());
    for (const QChar c : folded) {
        if (isLineBreak(c) && !out.isEmpty() && out.back().isLetterOrNumber())
            out += u'.';
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            if (!out.isEmpty() && out.back() != u' ')
                out += u' ';
        } else if (c.category() != QChar::Other_Format) {
            out += straight(c);
        }
    }
    return out.trimmed();
}

QString lettersOnly(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

} // namespace deskbell::language
