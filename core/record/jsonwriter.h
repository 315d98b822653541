// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>
#include <string_view>

namespace deskbell::record {

/// Appends JSON to a byte array, values as they come; commas are set by itself. A thread's state is written for every
/// fact, and building a QJsonDocument first costs several times as much as the rest of keeping it (measured, see
/// benchmark of the store). Lone surrogates are escaped, so any QString comes back as it was.
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &out);
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;
    ~JsonWriter(); ///< the array has its length only now

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// Plain ASCII without quotes and backslashes.
    void key(std::string_view name);

    void text(QStringView value);
    void word(std::string_view value); ///< plain ASCII, as key()
    void number(qint64 value);
    void truth(bool value);

private:
    QByteArray &m_out;
    char *m_at = nullptr;
    char *m_end = nullptr;
    bool m_comma = false;

    void room(qsizetype bytes);
    void separate();
    void open(char bracket);
    void close(char bracket);
    void put(char c) { *m_at++ = c; }
    void put(std::string_view bytes);
    void putUnit(char16_t unit); ///< below U+0080, or by escape
    void putPoint(char32_t point);
};

} // namespace deskbell::record
