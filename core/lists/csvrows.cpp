// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lists/csvrows.h"

namespace deskbell::lists {
namespace {

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

QByteArray plainName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : name) {
        if (c != '_' && c != ' ' && c != '-')
            plain += c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    }
    return plain;
}

} // namespace

CsvRows::CsvRows(QByteArrayView bytes)
    : m_bytes(bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes)
{
}

bool CsvRows::next()
{
    while (m_at < m_bytes.size()) {
        m_rowLine = m_line;
        readRow();
        const bool blank = m_fields.size() == 1 && m_fields.front().trimmed().isEmpty();
        if (!blank)
            return true;
    }
    m_fields.clear();
    return false;
}

void CsvRows::readRow()
{
    m_fields.clear();
    m_torn = false;
    m_rowEnded = false;
    while (!m_rowEnded)
        readPlain();
}

/// One field, up to its comma or the end of the row. Quotes may begin anywhere: some writers pad with blanks.
void CsvRows::readPlain()
{
    QByteArray field;
    for (;;) {
        const qsizetype start = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != ',' && m_bytes[m_at] != '"' && !isLineEnd(m_bytes[m_at]))
            ++m_at;
        field.append(m_bytes.data() + start, m_at - start);
        if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
            readQuoted(field);
        else
            break;
    }
    m_fields.push_back(std::move(field));
    if (m_at >= m_bytes.size())
        m_rowEnded = true;
    else if (m_bytes[m_at] == ',')
        ++m_at;
    else
        endLine();
}

void CsvRows::readQuoted(QByteArray &into)
{
    ++m_at;
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        if (c == '"') {
            if (m_at >= m_bytes.size() || m_bytes[m_at] != '"')
                return;
            ++m_at; // a doubled quote is one
        }
        m_line += c == '\n';
        into += c;
    }
    m_torn = true;
}

void CsvRows::endLine()
{
    m_rowEnded = true;
    if (m_bytes[m_at] == '\r' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

QByteArrayView CsvRows::field(size_t index) const
{
    return index < m_fields.size() ? QByteArrayView(m_fields[index]).trimmed() : QByteArrayView();
}

int CsvRows::column(const char *name) const
{
    const QByteArray wanted = plainName(name);
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (plainName(field(i)) == wanted)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace deskbell::lists
