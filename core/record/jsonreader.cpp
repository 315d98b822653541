// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/jsonreader.h"

#include <charconv>
#include <cstring>

namespace deskbell::record {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Where a stretch without escapes ends.
const char *endOfPlain(const char *at, const char *end)
{
    while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20)
        ++at;
    return at;
}

bool isAscii(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    return true;
}

} // namespace

JsonReader::JsonReader(QByteArrayView bytes)
    : m_at(bytes.begin())
    , m_end(bytes.end())
    , m_begin(bytes.begin())
{
}

void JsonReader::fail(const char *complaint)
{
    if (!ok())
        return;
    m_error = path() % QLatin1String(complaint) % QStringLiteral(" (byte ") % QString::number(m_at - m_begin)
        % QLatin1Char(')');
}

void JsonReader::failMissing(std::string_view member)
{
    if (ok())
        m_error = path() % QStringLiteral("lacks ") % QLatin1String(member.data(), static_cast<int>(member.size()));
}

Error JsonReader::error(const QString &what) const
{
    return {ErrorKind::Malformed, what % QStringLiteral(": ") % m_error};
}

QString JsonReader::path() const
{
    QString path;
    for (int i = 0; i < m_depth; ++i) {
        const Step &step = m_steps[static_cast<size_t>(i)];
        if (step.index >= 0)
            path += QLatin1Char('[') % QString::number(step.index) % QLatin1Char(']');
        else if (!step.name.empty())
            path += QString(path.isEmpty() ? QString() : QStringLiteral("."))
                % QLatin1String(step.name.data(), static_cast<int>(step.name.size()));
    }
    return path.isEmpty() ? path : QString(path % QLatin1Char(' '));
}

char JsonReader::peek()
{
    while (m_at != m_end && isBlank(*m_at))
        ++m_at;
    return m_at == m_end ? '\0' : *m_at;
}

bool JsonReader::take(char wanted, const char *complaint)
{
    if (!ok())
        return false;
    if (peek() != wanted || m_at == m_end) {
        fail(m_at == m_end ? "ends too early" : complaint);
        return false;
    }
    ++m_at;
    return true;
}

bool JsonReader::begin(char bracket)
{
    if (!take(bracket, bracket == '{' ? "is not an object" : "is not a list"))
        return false;
    if (m_depth == deepest) {
        fail("is nested too deeply");
        return false;
    }
    m_steps[static_cast<size_t>(m_depth++)] = {};
    return true;
}

bool JsonReader::nextOf(char closing)
{
    if (!ok())
        return false;
    Step &step = m_steps[static_cast<size_t>(m_depth - 1)];
    if (peek() == closing && m_at != m_end) {
        ++m_at;
        --m_depth;
        return false;
    }
    if (!step.first && !take(',', "lacks a comma"))
        return false;
    step.first = false;
    return true;
}

bool JsonReader::nextMember(std::string_view &name)
{
    if (!nextOf('}'))
        return false;
    name = word();
    m_steps[static_cast<size_t>(m_depth - 1)].name = name;
    return take(':', "lacks a colon");
}

bool JsonReader::nextItem()
{
    if (!nextOf(']'))
        return false;
    ++m_steps[static_cast<size_t>(m_depth - 1)].index;
    return true;
}

void JsonReader::finish()
{
    if (ok() && (peek() != '\0' || m_at != m_end))
        fail("has something behind its end");
}

std::string_view JsonReader::word()
{
    if (!take('"', "is not a text"))
        return {};
    const char *start = m_at;
    m_at = endOfPlain(m_at, m_end);
    const std::string_view found(start, static_cast<size_t>(m_at - start));
    return take('"', "is not a plain word") ? found : std::string_view();
}

QString JsonReader::text()
{
    QString found;
    if (!take('"', "is not a text"))
        return found;
    while (ok()) {
        const char *plain = m_at;
        m_at = endOfPlain(m_at, m_end);
        const QByteArrayView bytes(plain, m_at - plain);
        if (isAscii(bytes)) {
            found += QLatin1String(bytes.data(), static_cast<int>(bytes.size()));
        } else if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8()) {
            found += QString::fromUtf8(bytes);
        } else {
            fail("is not valid UTF-8");
        }
        if (m_at == m_end || *m_at != '\\')
            break;
        if (!takeEscape(found))
            return {};
    }
    if (m_at != m_end && *m_at == '"')
        ++m_at;
    else
        fail(m_at == m_end ? "ends too early" : "holds a control character");
    return found;
}

bool JsonReader::takeEscape(QString &into)
{
    static constexpr char letters[] = "\"\\/bfnrt";
    static constexpr char meant[] = "\"\\/\b\f\n\r\t";
    const char letter = m_end - m_at > 1 ? m_at[1] : '\0';
    const char *known = letter ? std::strchr(letters, letter) : nullptr;
    if (known) {
        into += QLatin1Char(meant[known - letters]);
        m_at += 2;
        return true;
    }
    unsigned unit = 0;
    if (letter == 'u' && m_end - m_at >= 6 && std::from_chars(m_at + 2, m_at + 6, unit, 16).ptr == m_at + 6) {
        into += QChar(static_cast<char16_t>(unit));
        m_at += 6;
        return true;
    }
    fail("has an escape that is none");
    return false;
}

qint64 JsonReader::number()
{
    qint64 found = 0;
    if (!ok())
        return found;
    (void)peek();
    const auto [end, error] = std::from_chars(m_at, m_end, found);
    const bool whole = end == m_end || (*end != '.' && *end != 'e' && *end != 'E');
    if (error != std::errc() || !whole) {
        fail(m_at == m_end ? "ends too early" : "is not a whole number that fits");
        return 0;
    }
    m_at = end;
    return found;
}

bool JsonReader::truth()
{
    if (!ok())
        return false;
    (void)peek();
    const std::string_view rest(m_at, static_cast<size_t>(m_end - m_at));
    for (const std::string_view name : {std::string_view("true"), std::string_view("false")}) {
        if (rest.substr(0, name.size()) == name) {
            m_at += name.size();
            return name == "true";
        }
    }
    fail(rest.empty() ? "ends too early" : "is neither true nor false");
    return false;
}

} // namespace deskbell::record
