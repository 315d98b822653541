// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/formfields.h"

#include <QString>
#include <algorithm>

namespace deskbell::sandbox {
namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

QByteArray validUtf8(QByteArray bytes)
{
    const bool plain = std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return (c & 0x80) == 0; });
    return plain ? bytes : QString::fromUtf8(bytes).toUtf8();
}

} // namespace

QByteArray percentDecoded(std::string_view encoded, Plus plus)
{
    QByteArray out(qsizetype(encoded.size()), Qt::Uninitialized);
    char *to = out.data();
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '%' && i + 2 < encoded.size() && hexValue(encoded[i + 1]) >= 0 && hexValue(encoded[i + 2]) >= 0) {
            *to++ = char(hexValue(encoded[i + 1]) * 16 + hexValue(encoded[i + 2]));
            i += 2;
        } else {
            *to++ = c == '+' && plus == Plus::Blank ? ' ' : c;
        }
    }
    out.truncate(to - out.constData());
    return validUtf8(std::move(out));
}

void appendPercentEncoded(QByteArray &out, const QByteArray &text)
{
    out += text.toPercentEncoding();
}

FormFields::FormFields(std::string_view encoded)
{
    m_fields.reserve(4);
    while (!encoded.empty()) {
        const auto end = encoded.find('&');
        const auto pair = encoded.substr(0, end);
        const auto mark = pair.find('=');
        if (!pair.empty())
            m_fields.push_back({percentDecoded(pair.substr(0, mark)),
                mark == std::string_view::npos ? QByteArray() : percentDecoded(pair.substr(mark + 1))});
        encoded = end == std::string_view::npos ? std::string_view() : encoded.substr(end + 1);
    }
}

const QByteArray &FormFields::value(std::string_view name) const
{
    static const QByteArray absent;
    for (const Field &field : m_fields) {
        if (std::string_view(field.name.constData(), std::size_t(field.name.size())) == name)
            return field.value;
    }
    return absent;
}

bool FormFields::has(std::string_view name) const
{
    return count(name) > 0;
}

int FormFields::count(std::string_view name) const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(), [name](const Field &field) {
        return std::string_view(field.name.constData(), std::size_t(field.name.size())) == name;
    }));
}

} // namespace deskbell::sandbox
