// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcetext.h"

#include <QRegularExpression>

namespace deskbell::architecture {

namespace {

/// Copies C++ text piece by piece; what is not wanted is replaced by blanks of the same length.
class Blanker
{
public:
    Blanker(const QString &text, bool keepLiterals)
        : m_text(text)
        , m_keepLiterals(keepLiterals)
    {
        m_out.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_text.size())
            step();
        return m_out;
    }

private:
    void step()
    {
        if (ahead(u"//"))
            blankUntil(endOf(u"\n", 0));
        else if (ahead(u"/*"))
            blankUntil(endOf(u"*/", 2));
        else if (ahead(u"R\"") && !afterWord())
            rawString();
        else if (ahead(u"\""))
            literal(u'"');
        else if (ahead(u"'") && !afterWord()) // 1'000 is a number, not a letter
            literal(u'\'');
        else
            m_out += m_text.at(m_at++);
    }

    [[nodiscard]] bool ahead(QStringView what) const { return QStringView(m_text).mid(m_at).startsWith(what); }

    [[nodiscard]] bool afterWord() const
    {
        return m_at > 0 && (m_text.at(m_at - 1).isLetterOrNumber() || m_text.at(m_at - 1) == u'_') && !prefixed();
    }

    /// u'x', L'x', u8'x': the letters before the quote belong to the literal.
    [[nodiscard]] bool prefixed() const
    {
        static const QRegularExpression prefix(QStringLiteral("(^|[^A-Za-z0-9_])(u8|u|U|L)$"));
        return prefix.match(m_text.mid(qMax<qsizetype>(0, m_at - 4), qMin<qsizetype>(4, m_at))).hasMatch();
    }

    [[nodiscard]] qsizetype endOf(QStringView what, qsizetype skip) const
    {
        const auto found = m_text.indexOf(what, m_at + skip);
        return found < 0 ? m_text.size() : found + (skip > 0 ? what.size() : 0);
    }

    void blankUntil(qsizetype end)
    {
        for (; m_at < end; ++m_at)
            m_out += m_text.at(m_at) == u'\n' ? u'\n' : u' ';
    }

    void copyUntil(qsizetype end)
    {
        m_out += QStringView(m_text).mid(m_at, end - m_at);
        m_at = end;
    }

    void take(qsizetype bodyStart, qsizetype bodyEnd, qsizetype end)
    {
        copyUntil(bodyStart);
        if (m_keepLiterals)
            copyUntil(bodyEnd);
        else
            blankUntil(bodyEnd);
        copyUntil(end);
    }

    void literal(QChar quote)
    {
        auto end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != quote && m_text.at(end) != u'\n')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        end = qMin(end, m_text.size());
        take(m_at + 1, end, qMin(end + 1, m_text.size()));
    }

    void rawString()
    {
        const auto open = m_text.indexOf(u'(', m_at);
        if (open < 0)
            return copyUntil(m_text.size());
        const QString close = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        const auto found = m_text.indexOf(close, open);
        const auto bodyEnd = found < 0 ? m_text.size() : found;
        take(open + 1, bodyEnd, qMin(bodyEnd + close.size(), m_text.size()));
    }

    const QString &m_text;
    bool m_keepLiterals;
    qsizetype m_at = 0;
    QString m_out;
};

} // namespace

QString withoutComments(const QString &text)
{
    return Blanker(text, true).run();
}

QString codeOf(const QString &text)
{
    return Blanker(text, false).run();
}

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression line(
        QStringLiteral(R"re(^[ \t]*#[ \t]*include[ \t]*(?:<([^>\n]+)>|"([^"\n]+)"))re"),
        QRegularExpression::MultilineOption);
    const QString code = withoutComments(text);
    QList<Include> found;
    for (auto it = line.globalMatch(code); it.hasNext();) {
        const auto match = it.next();
        const bool quoted = match.hasCaptured(2);
        found << Include{lineAt(code, match.capturedStart()), match.captured(quoted ? 2 : 1), quoted};
    }
    return found;
}

int lineAt(const QString &text, qsizetype position)
{
    return 1 + int(QStringView(text).left(position).count(u'\n'));
}

} // namespace deskbell::architecture
