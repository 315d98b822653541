// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/numberwords.h"

#include <QHash>
#include <utility>

namespace deskbell::language {
namespace {

using WordValues = QHash<QString, int>;

std::optional<int> in(const WordValues &table, const QString &word)
{
    const auto found = table.constFind(word);
    return found == table.constEnd() ? std::nullopt : std::optional(*found);
}

WordValues counted(std::initializer_list<const char *> words, int first)
{
    WordValues table;
    for (const char *word : words)
        table.insert(QString::fromLatin1(word), first++);
    return table;
}

void alias(WordValues &table, int value, std::initializer_list<const char *> words)
{
    for (const char *word : words)
        table.insert(QString::fromLatin1(word), value);
}

} // namespace

std::optional<int> numberWord(const QString &word)
{
    static const WordValues table = [] {
        WordValues t =
            counted({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"},
                1);
        alias(t, 30, {"thirty", "thirthy"});
        alias(t, 40, {"forty", "fourty"});
        alias(t, 50, {"fifty"});
        for (const auto &[spelt, value] : {std::pair{"dos", 2}, {"tres", 3}, {"cuatro", 4}, {"cinco", 5}, {"seis", 6}, {"siete", 7}, {"ocho", 8}, {"nueve", 9}, {"diez", 10}, {"doce", 12}})
            alias(t, value, {spelt});
        alias(t, 2, {"couple"});
        return t;
    }();
    return in(table, word);
}

std::optional<int> ordinalWord(const QString &word)
{
    static const WordValues table = [] {
        WordValues t = counted({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
                              "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
                              "seventeenth", "eighteenth", "nineteenth", "twentieth"},
            1);
        alias(t, 30, {"thirtieth"});
        return t;
    }();
    return in(table, word);
}

std::optional<int> weekdayWord(const QString &word)
{
    static const WordValues table = [] {
        WordValues t = counted({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}, 1);
        for (const QString &day : t.keys())
            t.insert(QString(day + u's'), t.value(day));
        alias(t, 1, {"mon", "mond", "munday", "lunes"});
        alias(t, 2, {"tue", "tues", "tuseday", "teusday", "tuesdy", "tusday", "martes"});
        alias(t, 3, {"wed", "weds", "wednesdy", "wedensday", "wednsdy", "wednsday", "wendsday", "wensday", "wednes", "miercoles"});
        alias(t, 4, {"thu", "thur", "thurs", "thursdy", "thrs", "thusday", "thrusday", "thurday", "jueves"});
        alias(t, 5, {"fri", "firday", "frday", "friady", "fryday", "fridy", "viernes"});
        alias(t, 6, {"sat", "saterday", "satuday", "satday", "sabado"});
        alias(t, 7, {"sun", "sundy", "domingo"});
        return t;
    }();
    return in(table, word);
}

std::optional<int> monthWord(const QString &word)
{
    static const WordValues table = [] {
        WordValues t = counted({"january", "february", "march", "april", "may", "june", "july", "august", "september",
                              "october", "november", "december"},
            1);
        for (const QString &month : t.keys())
            t.insert(month.left(3), t.value(month));
        alias(t, 9, {"sept"});
        alias(t, 6, {"june"});
        return t;
    }();
    return in(table, word);
}

} // namespace deskbell::language
