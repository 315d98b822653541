// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/jsonwriter.h"

#include <charconv>
#include <cstring>

namespace deskbell::record {

JsonWriter::JsonWriter(QByteArray &out)
    : m_out(out)
{
    const auto used = m_out.size();
    m_out.resize(std::max<qsizetype>(m_out.capacity(), used + 256));
    m_at = m_out.data() + used;
    m_end = m_out.data() + m_out.size();
}

JsonWriter::~JsonWriter()
{
    m_out.truncate(m_at - m_out.constData());
}

void JsonWriter::room(qsizetype bytes)
{
    if (m_end - m_at >= bytes)
        return;
    const auto used = m_at - m_out.constData();
    m_out.resize(2 * used + bytes);
    m_at = m_out.data() + used;
    m_end = m_out.data() + m_out.size();
}

void JsonWriter::separate()
{
    if (m_comma)
        put(',');
    m_comma = true;
}

void JsonWriter::open(char bracket)
{
    room(2);
    separate();
    put(bracket);
    m_comma = false;
}

void JsonWriter::close(char bracket)
{
    room(1);
    put(bracket);
    m_comma = true;
}

void JsonWriter::put(std::string_view bytes)
{
    std::memcpy(m_at, bytes.data(), bytes.size());
    m_at += bytes.size();
}

void JsonWriter::key(std::string_view name)
{
    room(static_cast<qsizetype>(name.size()) + 4);
    separate();
    put('"');
    put(name);
    put("\":");
    m_comma = false;
}

void JsonWriter::word(std::string_view value)
{
    room(static_cast<qsizetype>(value.size()) + 3);
    separate();
    put('"');
    put(value);
    put('"');
}

void JsonWriter::number(qint64 value)
{
    room(24);
    separate();
    m_at = std::to_chars(m_at, m_end, value).ptr;
}

void JsonWriter::truth(bool value)
{
    room(6);
    separate();
    put(value ? std::string_view("true") : std::string_view("false"));
}

void JsonWriter::text(QStringView value)
{
    room(6 * value.size() + 3); // the longest a unit becomes is \u0000
    separate();
    put('"');
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char16_t unit = value[i].unicode();
        const bool pair = QChar::isHighSurrogate(unit) && i + 1 < value.size() && value[i + 1].isLowSurrogate();
        if (pair)
            putPoint(QChar::surrogateToUcs4(unit, value[++i].unicode()));
        else if (unit < 0x80 || QChar::isSurrogate(unit))
            putUnit(unit);
        else
            putPoint(unit);
    }
    put('"');
}

void JsonWriter::putUnit(char16_t unit)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (unit == u'"' || unit == u'\\') {
        put('\\');
        put(static_cast<char>(unit));
    } else if (unit >= 0x20 && unit < 0x80) {
        put(static_cast<char>(unit));
    } else {
        put("\\u");
        for (int shift = 12; shift >= 0; shift -= 4)
            put(hex[(unit >> shift) & 0xf]);
    }
}

void JsonWriter::putPoint(char32_t point)
{
    const auto tail = [point](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x800) {
        put(static_cast<char>(0xc0 | (point >> 6)));
    } else if (point < 0x10000) {
        put(static_cast<char>(0xe0 | (point >> 12)));
        put(tail(6));
    } else {
        put(static_cast<char>(0xf0 | (point >> 18)));
        put(tail(12));
        put(tail(6));
    }
    put(tail(0));
}

} // namespace deskbell::record
