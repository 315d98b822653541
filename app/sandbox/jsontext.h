// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskbell::sandbox {

/// Appends one JSON object member by member. Written by hand because every answer and every pushed frame passes
/// here; QJsonObject costs ten times as much.
class JsonObject {
public:
    explicit JsonObject(QByteArray& out)
        : m_out(out)
    {
        m_out += '{';
    }
    JsonObject(const JsonObject&) = delete;
    JsonObject& operator=(const JsonObject&) = delete;
    ~JsonObject() { m_out += '}'; }

    void text(const char* name, const QByteArray& utf8);
    /// null when empty
    void textOrNull(const char* name, const QByteArray& utf8);
    void number(const char* name, qint64 value);
    void boolean(const char* name, bool value);
    void null(const char* name);
    /// an RFC 2822 date; null when 0
    void date(const char* name, qint64 ms);
    /// starts a member whose value the caller appends
    QByteArray& member(const char* name);

private:
    QByteArray& m_out;
    bool m_first = true;
};

void appendJsonText(QByteArray& out, const QByteArray& utf8);

} // namespace deskbell::sandbox
