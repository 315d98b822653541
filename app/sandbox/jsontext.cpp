// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/jsontext.h"

#include "app/sandbox/stamps.h"

namespace deskbell::sandbox {
namespace {

bool isPlain(char c)
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

void appendEscaped(QByteArray &out, char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default:
        out += "\\u00";
        out += hex[(c >> 4) & 15];
        out += hex[c & 15];
    }
}

} // namespace

void appendJsonText(QByteArray &out, const QByteArray &utf8)
{
    out += '"';
    const char *run = utf8.constData();
    const char *const end = run + utf8.size();
    for (const char *at = run; at != end; ++at) {
        if (isPlain(*at))
            continue;
        out.append(run, at - run);
        appendEscaped(out, *at);
        run = at + 1;
    }
    out.append(run, end - run);
    out += '"';
}

QByteArray &JsonObject::member(const char *name)
{
    if (!m_first)
        m_out += ',';
    m_first = false;
    m_out += '"';
    m_out += name;
    m_out += "\":";
    return m_out;
}

void JsonObject::text(const char *name, const QByteArray &utf8)
{
    appendJsonText(member(name), utf8);
}

void JsonObject::textOrNull(const char *name, const QByteArray &utf8)
{
    if (utf8.isEmpty())
        null(name);
    else
        text(name, utf8);
}

void JsonObject::number(const char *name, qint64 value)
{
    appendNumber(member(name), value);
}

void JsonObject::boolean(const char *name, bool value)
{
    member(name) += value ? "true" : "false";
}

void JsonObject::null(const char *name)
{
    member(name) += "null";
}

void JsonObject::date(const char *name, qint64 ms)
{
    if (ms == 0) {
        null(name);
        return;
    }
    QByteArray &out = member(name);
    out += '"';
    appendRfc2822(out, ms);
    out += '"';
}

} // namespace deskbell::sandbox
