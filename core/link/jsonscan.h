// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskbell::link {

/// Walks once through a JSON text without building a tree: a pushed frame is read in a few microseconds, and fields
/// nobody asked for cost nothing but their length. Strict in grammar, at most 32 levels deep. After the first error
/// ok() is false and every step says "nothing more", so a reader checks once, at its end.
class JsonScan
{
public:
    /// \p text must outlive the scan.
    explicit JsonScan(QStringView text);

    enum class Kind { Null, Bool, Number, Text, Object, Array, Bad };
    /// Of the value at hand; consumes nothing.
    [[nodiscard]] Kind kind();

    bool enterObject();
    /// The next member's name, valid until the next call; false at the end of the object, which is consumed.
    bool nextKey(QStringView *name);
    bool enterArray();
    /// True when another element is at hand; false at the end of the array, which is consumed.
    bool nextElement();

    /// A string's meaning, valid until the next call. Broken surrogates and U+0000 become U+FFFD.
    QStringView text();
    /// A number as it was written.
    QStringView number();
    bool boolean();
    /// Any one value, whatever it is.
    void skip();

    /// The value was the whole text.
    [[nodiscard]] bool finished();
    [[nodiscard]] bool ok() const { return !m_why; }
    /// What is wrong and where, in units of the text.
    [[nodiscard]] QString trouble() const;

private:
    void fail(const char *why);
    void skipSpace();
    bool take(char16_t c);
    bool enter(char16_t open);
    bool more(char16_t close);
    bool takeWord(QLatin1String word);
    QStringView escapedText(const char16_t *from);
    bool appendEscape();
    bool takeHex(char16_t *unit);
    void appendUnit(char16_t unit);
    void takeDigits();

    const char16_t *m_begin;
    const char16_t *m_at;
    const char16_t *m_end;
    const char *m_why = nullptr;
    qsizetype m_whyAt = 0;
    int m_depth = 0;
    quint64 m_started = 0; ///< bit n: level n has had its first member
    QString m_scratch; ///< a string with escapes, decoded
};

} // namespace deskbell::link
