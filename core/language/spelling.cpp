// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/spelling.h"

#include "core/language/wordset.h"

#include <QHash>

namespace deskbell::language {
namespace {

/// Words on which the meaning of a text hangs and that thumbs often miss.
const QSet<QString> &vocabulary()
{
    static const QSet<QString> words = wordSet(
        "texting message messaging contacting unsubscribe appointment schedule reschedule rescheduling cancel tomorrow "
        "tonight morning afternoon evening weekend monday tuesday wednesday thursday friday saturday sunday january "
        "february september october november december estimate pricing address location available emergency flooding "
        "overflowing bleeding swelling sparking smoking leaking burning arrested unconscious carbon monoxide basement "
        "ceiling electrical christmas thanksgiving consultation haircut different another earlier someone anyone person "
        "manager thanks please question sewage locked trapped remove delete number");
    return words;
}

/// Every writing with one slip, and what it stands for. Made once: to ask is one look-up.
const QHash<QString, QString> &slips()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> made;
        for (const QString &word : vocabulary()) {
            const auto put = [&](const QString &slip) {
                if (!vocabulary().contains(slip))
                    made.insert(slip, word);
            };
            for (qsizetype i = 0; i < word.size(); ++i) {
                put(QString(word.left(i + 1) % word.mid(i))); // a letter doubled
                if (i > 0 && i + 1 < word.size())
                    put(QString(word.left(i) % word.mid(i + 1))); // one missing
                if (i > 0 && i + 1 < word.size())
                    put(QString(word.left(i) % word.at(i + 1) % word.at(i) % word.mid(i + 2))); // two swapped
            }
        }
        for (const char *real : {"tanks", "tapped", "manger", "sparing"})
            made.remove(QString::fromLatin1(real));
        return made;
    }();
    return table;
}

} // namespace

QString plainLetters(const QString &word)
{
    bool plain = true;
    for (qsizetype i = 0; i < word.size(); ++i)
        plain = plain && word[i].unicode() < 128 && (i < 2 || word[i] != word[i - 1] || word[i] != word[i - 2]);
    if (plain)
        return word;
    QString out;
    for (const QChar c : word.normalized(QString::NormalizationForm_D)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const qsizetype n = out.size();
        if (n >= 2 && c.isLetter() && out[n - 1] == c && out[n - 2] == c)
            continue;
        out += c;
    }
    // Three and more of a letter: one of them, unless the word is known with two.
    for (qsizetype i = 1; i < out.size(); ++i) {
        const bool wasRun = out[i] == out[i - 1] && word.contains(QString(3, out[i])) && out[i].isLetter();
        if (wasRun)
            out.remove(i, 1);
    }
    return out;
}

QString spelling(const QString &word)
{
    if (word.size() < 5)
        return word;
    return slips().value(word, word);
}

} // namespace deskbell::language
