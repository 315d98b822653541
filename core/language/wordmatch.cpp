// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/wordmatch.h"

#include "core/language/wordset.h"

#include <algorithm>
#include <vector>

namespace deskbell::language {
namespace {

constexpr int slipFrom = 5;
constexpr int twoSlipsFrom = 9;

/// Edit distance with swapped neighbours as one slip; gives up past \p most.
int distance(const QString &a, const QString &b, int most)
{
    const int rows = static_cast<int>(a.size());
    const int columns = static_cast<int>(b.size());
    if (std::abs(rows - columns) > most)
        return most + 1;
    std::vector<std::vector<int>> d(static_cast<size_t>(rows + 1), std::vector<int>(static_cast<size_t>(columns + 1)));
    const auto cell = [&](int i, int j) -> int & { return d[static_cast<size_t>(i)][static_cast<size_t>(j)]; };
    for (int i = 0; i <= rows; ++i) {
        for (int j = 0; j <= columns; ++j) {
            if (i == 0 || j == 0) {
                cell(i, j) = i + j;
                continue;
            }
            const int wrong = a[i - 1] == b[j - 1] ? 0 : 1;
            cell(i, j) = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + wrong});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
        }
    }
    return cell(rows, columns);
}

} // namespace

QString stem(const QString &word)
{
    if (word.size() < 4)
        return word;
    QString s = word;
    const auto cut = [&](const char *ending, int keep) {
        const QLatin1String tail(ending);
        if (s.size() - tail.size() < keep || !s.endsWith(tail))
            return false;
        s.chop(tail.size());
        return true;
    };
    if (!cut("ies", 3)) {
        if (!s.endsWith(QLatin1String("ss")) && !s.endsWith(QLatin1String("us")))
            cut("s", 3);
    } else {
        s += u'y';
    }
    const bool verb = cut("ings", 3) || cut("ing", 3) || cut("ed", 3) || cut("er", 4);
    const qsizetype n = s.size();
    if (verb && n > 3 && s[n - 1] == s[n - 2] && !QStringLiteral("lsz").contains(s[n - 1]))
        s.chop(1); // clogged, clog
    if (s.size() > 4)
        cut("e", 4);
    return s;
}

bool sameWord(const QString &typed, const QString &meant)
{
    if (typed == meant)
        return true;
    const QString a = stem(typed);
    const QString b = stem(meant);
    if (a == b)
        return true;
    const qsizetype shorter = std::min(typed.size(), meant.size());
    if (shorter < slipFrom || typed.front() != meant.front() || typed.front().isDigit())
        return false;
    const int most = shorter >= twoSlipsFrom ? 2 : 1;
    return distance(typed, meant, most) <= most || (b.size() >= slipFrom && distance(a, b, 1) <= 1);
}

bool isSmallWord(const QString &word)
{
    static const QSet<QString> small = wordSet("a an the i you we they he she it me my your our us them this that "
                                               "these those is are was were be been am im do does did "
                                               "doing done can could will would should may might must have has had "
                                               "having get got go going come coming need want like "
                                               "to of in on at for from with by about as and or but not no yes if so "
                                               "then than too very just please thanks hi hello hey "
                                               "what when where which who how much many any some all one there here up "
                                               "down out off over again still also only now "
                                               "really maybe ok guys yall whats id ill its dont cant wont let lets "
                                               "make take know say tell see think good great");
    return small.contains(word);
}

} // namespace deskbell::language
