// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/jsonscan.h"

namespace deskbell::link {
namespace {

constexpr int deepest = 32;

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}
int hexDigit(char16_t c)
{
    if (isDigit(c))
        return c - u'0';
    const char16_t lower = c | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}
bool isPlain(char16_t c)
{
    return c >= 0x20 && c != u'"' && c != u'\\' && (c < 0xD800 || c > 0xDFFF);
}

} // namespace

JsonScan::JsonScan(QStringView text)
    : m_begin(text.utf16())
    , m_at(m_begin)
    , m_end(m_begin + text.size())
{
    if (m_at != m_end && *m_at == 0xFEFF)
        ++m_at;
}

void JsonScan::fail(const char *why)
{
    if (m_why)
        return;
    m_why = why;
    m_whyAt = m_at - m_begin;
    m_at = m_end;
}

QString JsonScan::trouble() const
{
    return m_why ? QStringLiteral("%1 at %2").arg(QLatin1String(m_why)).arg(m_whyAt) : QString();
}

void JsonScan::skipSpace()
{
    while (m_at != m_end && (*m_at == u' ' || *m_at == u'\n' || *m_at == u'\r' || *m_at == u'\t'))
        ++m_at;
}

bool JsonScan::take(char16_t c)
{
    skipSpace();
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

JsonScan::Kind JsonScan::kind()
{
    skipSpace();
    if (m_at == m_end)
        return Kind::Bad;
    switch (*m_at) {
    case u'"': return Kind::Text;
    case u'{': return Kind::Object;
    case u'[': return Kind::Array;
    case u't':
    case u'f': return Kind::Bool;
    case u'n': return Kind::Null;
    default: return isDigit(*m_at) || *m_at == u'-' ? Kind::Number : Kind::Bad;
    }
}

bool JsonScan::enter(char16_t open)
{
    if (!take(open)) {
        fail(open == u'{' ? "an object was expected" : "an array was expected");
        return false;
    }
    if (++m_depth > deepest) {
        fail("nested too deep");
        return false;
    }
    m_started &= ~(1ULL << m_depth);
    return true;
}

bool JsonScan::enterObject()
{
    return enter(u'{');
}
bool JsonScan::enterArray()
{
    return enter(u'[');
}

bool JsonScan::more(char16_t close)
{
    if (m_why)
        return false;
    if (take(close)) {
        --m_depth;
        return false;
    }
    const quint64 level = 1ULL << m_depth;
    if ((m_started & level) && !take(u',')) {
        fail(m_at == m_end ? "cut off" : "a comma was expected");
        return false;
    }
    m_started |= level;
    return true;
}

bool JsonScan::nextKey(QStringView *name)
{
    if (!more(u'}'))
        return false;
    *name = text();
    if (m_why)
        return false;
    if (!take(u':'))
        fail("a colon was expected");
    return !m_why;
}

bool JsonScan::nextElement()
{
    return more(u']');
}

QStringView JsonScan::text()
{
    if (!take(u'"')) {
        fail(m_at == m_end ? "cut off" : "a string was expected");
        return {};
    }
    const char16_t *from = m_at;
    while (m_at != m_end && isPlain(*m_at))
        ++m_at;
    if (m_at == m_end || *m_at != u'"')
        return escapedText(from);
    return QStringView(from, m_at++);
}

QStringView JsonScan::escapedText(const char16_t *from)
{
    m_scratch.resize(0);
    m_scratch.append(reinterpret_cast<const QChar *>(from), m_at - from);
    while (m_at != m_end && *m_at != u'"') {
        if (*m_at < 0x20) {
            fail("a bare control character in a string");
            return {};
        }
        if (*m_at != u'\\')
            appendUnit(*m_at++);
        else if (!appendEscape())
            return {};
    }
    if (m_at == m_end) {
        fail("cut off inside a string");
        return {};
    }
    ++m_at;
    if (!m_scratch.isEmpty() && m_scratch.back().isHighSurrogate())
        m_scratch.back() = QChar::ReplacementCharacter;
    return m_scratch;
}

bool JsonScan::appendEscape()
{
    ++m_at;
    const char16_t c = m_at == m_end ? u'\0' : *m_at++;
    char16_t unit = 0;
    switch (c) {
    case u'n': appendUnit(u'\n'); return true;
    case u't': appendUnit(u'\t'); return true;
    case u'r': appendUnit(u'\r'); return true;
    case u'b': appendUnit(u'\b'); return true;
    case u'f': appendUnit(u'\f'); return true;
    case u'"':
    case u'\\':
    case u'/': appendUnit(c); return true;
    case u'u':
        if (!takeHex(&unit))
            return false;
        appendUnit(unit);
        return true;
    default: fail("an unknown escape in a string"); return false;
    }
}

bool JsonScan::takeHex(char16_t *unit)
{
    for (int i = 0; i < 4; ++i) {
        const int digit = m_at == m_end ? -1 : hexDigit(*m_at);
        if (digit < 0) {
            fail("a broken \\u escape");
            return false;
        }
        *unit = char16_t(*unit * 16 + digit);
        ++m_at;
    }
    return true;
}

void JsonScan::appendUnit(char16_t unit)
{
    const bool waits = !m_scratch.isEmpty() && m_scratch.back().isHighSurrogate();
    const QChar c(unit == 0 ? char16_t(QChar::ReplacementCharacter) : unit);
    if (waits && !c.isLowSurrogate())
        m_scratch.back() = QChar::ReplacementCharacter;
    if (c.isLowSurrogate() && !waits)
        m_scratch += QChar(QChar::ReplacementCharacter);
    else
        m_scratch += c;
}

void JsonScan::takeDigits()
{
    if (m_at == m_end || !isDigit(*m_at))
        fail("a digit was expected");
    while (m_at != m_end && isDigit(*m_at))
        ++m_at;
}

QStringView JsonScan::number()
{
    skipSpace();
    const char16_t *from = m_at;
    if (m_at != m_end && *m_at == u'-')
        ++m_at;
    if (m_at != m_end && *m_at == u'0')
        ++m_at;
    else
        takeDigits();
    if (m_at != m_end && *m_at == u'.') {
        ++m_at;
        takeDigits();
    }
    if (m_at != m_end && (*m_at == u'e' || *m_at == u'E')) {
        ++m_at;
        if (m_at != m_end && (*m_at == u'+' || *m_at == u'-'))
            ++m_at;
        takeDigits();
    }
    return m_why ? QStringView() : QStringView(from, m_at);
}

bool JsonScan::takeWord(QLatin1String word)
{
    if (m_end - m_at < word.size() || QStringView(m_at, word.size()) != word) {
        fail("an unknown word");
        return false;
    }
    m_at += word.size();
    return true;
}

bool JsonScan::boolean()
{
    skipSpace();
    if (m_at != m_end && *m_at == u't')
        return takeWord(QLatin1String("true"));
    takeWord(QLatin1String("false"));
    return false;
}

void JsonScan::skip()
{
    QStringView ignored;
    switch (kind()) {
    case Kind::Null: takeWord(QLatin1String("null")); break;
    case Kind::Bool: boolean(); break;
    case Kind::Number: number(); break;
    case Kind::Text: text(); break;
    case Kind::Object:
        for (enterObject(); nextKey(&ignored);)
            skip();
        break;
    case Kind::Array:
        for (enterArray(); nextElement();)
            skip();
        break;
    case Kind::Bad: fail(m_at == m_end ? "cut off" : "no JSON value"); break;
    }
}

bool JsonScan::finished()
{
    skipSpace();
    if (ok() && m_at != m_end)
        fail("more text after the end");
    return ok();
}

} // namespace deskbell::link
