// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/tokens.h"

#include "core/language/numberwords.h"
#include "core/language/spelling.h"

#include <QHash>
#include <QSet>

namespace deskbell::language {
namespace {

/// How people shorten words when they text. Only unambiguous ones: "2" and "4" stay numbers.
const QHash<QString, QString> &abbreviations()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> words;
        const auto add = [&](const char *full, std::initializer_list<const char *> shorts) {
            for (const char *one : shorts)
                words.insert(QString::fromLatin1(one), QString::fromLatin1(full));
        };
        add("you", {"u", "ya", "yu"});
        add("your", {"ur", "yr"});
        add("are", {"r"});
        add("please", {"pls", "plz", "pleas", "plse"});
        add("thanks", {"thx", "tks", "thnx", "thanx", "tx", "thankyou", "ty", "tysm"});
        add("tomorrow",
            {"tmrw", "tmr", "tmw", "tomorow", "tommorow", "tommorrow", "2moro", "2morrow", "tmoro", "tmrrw"});
        add("tonight", {"tonite", "2nite", "tnite"});
        add("today", {"2day", "tdy"});
        add("before", {"b4"});
        add("between", {"btwn", "btw"});
        add("next", {"nxt"});
        add("with", {"w"});
        add("appointment", {"appt", "appts", "apptmt", "appoint", "apointment", "appointments", "appointmnt"});
        add("text", {"txt", "txts", "texts", "textin", "txtin"});
        add("texting", {"txting", "textting"});
        add("message", {"msg", "msgs", "messages"});
        add("messaging", {"msging"});
        add("stop", {"stahp", "stp", "stopp", "sotp"});
        add("because", {"cuz", "coz", "bc", "cos"});
        add("want to", {"wanna"});
        add("going to", {"gonna"});
        add("yes", {"yep", "yup", "yea", "yeah", "yeh", "yess", "yesss", "yas", "si", "ye", "yess"});
        add("no", {"nope", "nah", "naw"});
        add("ok", {"okay", "okey", "k", "kk", "okie"});
        add("whats", {"wats", "wat", "whts"});
        add("right now", {"rn"});
        add("never mind", {"nvm", "nevermind", "nvmd"});
        add("through", {"thru", "tru"});
        add("without", {"wo"});
        add("want", {"wnt"});
        add("ok", {"oki", "okk"});
        add("people", {"ppl"});
        add("until", {"til", "till"});
        add("morning", {"mornin", "morn"});
        add("afternoon", {"aft", "arvo", "aftn", "afternoons"});
        add("about", {"abt"});
        add("and", {"n"});
        add("probably", {"prob", "prolly"});
        add("someone", {"somebody", "sum1", "some1"});
        add("anyone", {"anybody", "any1"});
        add("emergency", {"emergancy", "emergncy"});
        add("minutes", {"min", "mins", "minute"});
        add("hours", {"hr", "hrs", "hour"});
        add("available", {"avail", "availible", "avaliable"});
        add("schedule", {"sched", "schedual"});
        add("cancel", {"cxl", "cancell", "cancle"});
        return words;
    }();
    return table;
}

bool isUnit(QStringView letters)
{
    static const QSet<QString> units{QStringLiteral("am"), QStringLiteral("pm"), QStringLiteral("a"),
        QStringLiteral("p"), QStringLiteral("st"), QStringLiteral("nd"), QStringLiteral("rd"), QStringLiteral("th"),
        QStringLiteral("ish"), QStringLiteral("h"), QStringLiteral("hr"), QStringLiteral("hrs"), QStringLiteral("min"),
        QStringLiteral("mins"), QStringLiteral("oclock"), QStringLiteral("noonish")};
    return units.contains(letters.toString().toLower());
}

class Tokenizer
{
public:
    explicit Tokenizer(const QString &text)
        : m_text(text)
    {
    }

    Tokens read()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_tokens);
    }

private:
    void step()
    {
        const QChar c = m_text.at(m_at);
        if (c.isLetter())
            word();
        else if (c.isDigit())
            figure();
        else
            mark(c);
    }

    void mark(QChar c)
    {
        ++m_at;
        switch (c.unicode()) {
        case u'.':
        case u'!':
        case u'?':
        case u';':
        case u',':
        case u':':
        case u'(':
        case u')':
        case u'"': m_starts = true; break;
        case u'-':
        case u'/': m_dashed = true; return;
        case u'$':
        case 0x00a3:
        case 0x20ac: m_money = true; return;
        case u'@':
        case u'&': add(m_at - 1, 1, c == u'@' ? QStringLiteral("at") : QStringLiteral("and")); return;
        default: break;
        }
        m_dashed = m_dashed && c == u' ';
        m_money = false;
        if (c == u'?') {
            for (size_t i = m_sentence; i < m_tokens.size(); ++i)
                m_tokens[i].question = true;
        }
        if (c == u'?' || c == u'.' || c == u'!' || c == u';')
            m_sentence = m_tokens.size();
    }

    void word()
    {
        const int from = m_at;
        if (isHalfOfDay()) {
            const bool glued = from > 0 && m_text.at(from - 1).isDigit();
            add(from, 3, m_text.at(from).toLower() == u'a' ? QStringLiteral("am") : QStringLiteral("pm"));
            m_tokens.back().glued = glued;
            m_at += 3;
            return;
        }
        while (m_at < m_text.size() && (m_text.at(m_at).isLetterOrNumber() || isInnerApostrophe()))
            ++m_at;
        add(from, m_at - from, QString());
    }

    /// "a.m." and "p.m." are words although they are full of stops.
    [[nodiscard]] bool isHalfOfDay() const
    {
        const QStringView three = QStringView(m_text).mid(m_at, 3);
        return three.compare(QLatin1String("a.m"), Qt::CaseInsensitive) == 0
            || three.compare(QLatin1String("p.m"), Qt::CaseInsensitive) == 0;
    }

    [[nodiscard]] bool isInnerApostrophe() const
    {
        return m_text.at(m_at) == u'\'' && m_at + 1 < m_text.size() && m_text.at(m_at + 1).isLetter();
    }

    /// 9, 9:30, 9.30, 1,150, 12/14, 9am, 14th, 4runner.
    void figure()
    {
        const int from = m_at;
        int end = digitsFrom(m_at);
        while (end + 1 < m_text.size() && isInnerMark(from, end) && m_text.at(end + 1).isDigit())
            end = digitsFrom(end + 1);
        if (end < m_text.size() && QStringView(m_text).mid(end, 4).contains(QLatin1String(".m"), Qt::CaseInsensitive)
            && m_text.at(end).isLetter()) { // 9a.m.
            m_at = end;
            add(from, end - from, QString());
            return;
        }
        int tail = end;
        while (tail < m_text.size() && (m_text.at(tail).isLetterOrNumber()))
            ++tail;
        m_at = tail;
        const QStringView letters = QStringView(m_text).mid(end, tail - end);
        if (letters.isEmpty() || !isUnit(letters)) {
            add(from, tail - from, QString());
            return;
        }
        add(from, end - from, QString());
        add(end, tail - end, QString());
        m_tokens.back().glued = true;
    }

    [[nodiscard]] int digitsFrom(int at) const
    {
        while (at < m_text.size() && m_text.at(at).isDigit())
            ++at;
        return at;
    }

    [[nodiscard]] bool isInnerMark(int from, int end) const
    {
        const QChar c = m_text.at(end);
        const int figures = digitsFrom(end + 1) - end - 1;
        if (c == u':' || c == u'.')
            return end - from <= 2 && (figures == 2 || (c == u'.' && figures == 1));
        if (c == u',')
            return figures == 3;
        return c == u'/' && end - from <= 5;
    }

    void add(int from, int length, const QString &instead)
    {
        Token token;
        token.raw = m_text.mid(from, length);
        token.at = from;
        token.starts = m_starts;
        token.dashed = m_dashed;
        token.money = m_money;
        m_starts = m_dashed = m_money = false;
        QString bare = instead.isEmpty() ? plainLetters(token.raw.toLower()) : instead;
        bare.remove(u'\'');
        const auto known = abbreviations().constFind(bare);
        const QString full = known == abbreviations().constEnd() ? spelling(bare) : *known;
        for (const QString &part : full.split(u' ')) {
            token.word = part;
            m_tokens.push_back(token);
            token.starts = false;
        }
    }

    const QString &m_text;
    int m_at = 0;
    size_t m_sentence = 0; ///< its first token
    bool m_starts = true;
    bool m_dashed = false;
    bool m_money = false;
    Tokens m_tokens;
};

} // namespace

std::optional<int> Token::number() const
{
    bool isFigure = false;
    const int figure = word.toInt(&isFigure);
    return isFigure ? std::optional(figure) : numberWord(word);
}

Tokens tokenise(const QString &normalised)
{
    return Tokenizer(normalised).read();
}

} // namespace deskbell::language
