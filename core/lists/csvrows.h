// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <vector>

namespace deskbell::lists {

/// Comma-separated rows as spreadsheets and agencies write them (RFC 4180): quotes, doubled quotes, line breaks inside
/// quotes, any line ending, a byte order mark. Walks over the bytes it is given; a row lives until the next one.
class CsvRows
{
public:
    explicit CsvRows(QByteArrayView bytes);

    /// False at the end. Blank lines are passed over.
    [[nodiscard]] bool next();
    [[nodiscard]] int line() const { return m_rowLine; } ///< where the row began, from 1
    [[nodiscard]] size_t size() const { return m_fields.size(); }
    /// Empty when the row is shorter. Trimmed.
    [[nodiscard]] QByteArrayView field(size_t index) const;
    [[nodiscard]] QString text(size_t index) const { return QString::fromUtf8(field(index)); }
    /// The row's last quote was never closed: the file ends inside it.
    [[nodiscard]] bool isTorn() const { return m_torn; }
    /// Which column bears this name, whatever its case, "_" or blanks between the words; -1: none. Of the row at hand,
    /// which is the head.
    [[nodiscard]] int column(const char *name) const;

private:
    void readRow();
    void readQuoted(QByteArray &into);
    void readPlain();
    void endLine();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_rowLine = 1;
    bool m_torn = false;
    bool m_rowEnded = false;
    std::vector<QByteArray> m_fields;
};

} // namespace deskbell::lists
