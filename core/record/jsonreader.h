// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>
#include <array>
#include <string_view>

namespace deskbell::record {

/// Reads JSON front to back, straight into values. The first mistake stops it: from then on every call answers
/// nothing and ok() is false, so callers check once at the end. Stricter than QJsonDocument where that one lets
/// things pass: numbers are whole and fit, nothing follows the end, UTF-8 is well formed. Depth is bounded by the
/// caller's types, not by the input. The bytes must outlive it.
class JsonReader
{
public:
    explicit JsonReader(QByteArrayView bytes);

    [[nodiscard]] bool ok() const { return m_error.isEmpty(); }
    /// Malformed, with the path of the place and what is wrong there; never with contents.
    [[nodiscard]] Error error(const QString &what) const;
    /// Keeps the first complaint only.
    void fail(const char *complaint);
    void failMissing(std::string_view member);

    [[nodiscard]] bool beginObject() { return begin('{'); }
    /// False at the end of the object. The member's value must be read before the next call.
    [[nodiscard]] bool nextMember(std::string_view &name);
    [[nodiscard]] bool beginArray() { return begin('['); }
    [[nodiscard]] bool nextItem();
    void finish(); ///< complains when something follows

    [[nodiscard]] QString text();
    [[nodiscard]] std::string_view word(); ///< a string without escapes, in place
    [[nodiscard]] qint64 number();
    [[nodiscard]] bool truth();

private:
    struct Step {
        std::string_view name; ///< of an object's member
        int index = -1; ///< of an array's item
        bool first = true;
    };
    static constexpr int deepest = 24;

    const char *m_at;
    const char *m_end;
    const char *m_begin;
    std::array<Step, deepest> m_steps;
    int m_depth = 0;
    QString m_error;

    [[nodiscard]] char peek();
    [[nodiscard]] bool take(char wanted, const char *complaint);
    [[nodiscard]] bool begin(char bracket);
    [[nodiscard]] bool nextOf(char closing);
    [[nodiscard]] bool takeEscape(QString &into);
    [[nodiscard]] QString path() const;
};

} // namespace deskbell::record
