// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/records.h"

#include <QHash>
#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

namespace deskbell::sandbox {

/// Records by time of creation; ties keep the order of adding.
class TimeOrder {
public:
    struct Entry {
        qint64 at = 0;
        RecordIndex record = 0;
        auto operator<=>(const Entry&) const = default;
    };

    void add(Entry entry)
    {
        if (m_entries.empty() || m_entries.back() < entry)
            m_entries.push_back(entry);
        else // a call of the past, put in for a demo or a backfill
            m_entries.insert(std::upper_bound(m_entries.begin(), m_entries.end(), entry), entry);
    }

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] RecordIndex record(std::size_t place) const { return m_entries[place].record; }
    /// How many entries lie before `entry`.
    [[nodiscard]] std::size_t placeOf(Entry entry) const
    {
        return std::size_t(std::lower_bound(m_entries.begin(), m_entries.end(), entry) - m_entries.begin());
    }

private:
    std::vector<Entry> m_entries;
};

/// All calls or all messages: by index, by SID, by number, by time.
template <class Record> class Book {
public:
    /// The record must have its SID.
    RecordIndex add(Record record)
    {
        const auto index = RecordIndex(m_records.size());
        const TimeOrder::Entry entry{record.createdMs, index};
        m_bySid.insert(record.sid, index);
        m_all.add(entry);
        m_byNumber[record.from].add(entry);
        if (record.to != record.from)
            m_byNumber[record.to].add(entry);
        m_records.push_back(std::move(record));
        return index;
    }

    /// A number the record got later.
    void alsoAbout(const QByteArray& number, RecordIndex index)
    {
        m_byNumber[number].add({m_records[index].createdMs, index});
    }

    [[nodiscard]] Record& at(RecordIndex index) { return m_records[index]; }
    [[nodiscard]] const Record& at(RecordIndex index) const { return m_records[index]; }
    [[nodiscard]] RecordIndex size() const { return RecordIndex(m_records.size()); }

    [[nodiscard]] std::optional<RecordIndex> find(const QByteArray& sid) const
    {
        const auto found = m_bySid.find(sid);
        return found == m_bySid.end() ? std::nullopt : std::optional(found.value());
    }

    [[nodiscard]] const TimeOrder& everything() const { return m_all; }
    [[nodiscard]] const TimeOrder& about(const QByteArray& number) const
    {
        static const TimeOrder none;
        const auto found = m_byNumber.find(number);
        return found == m_byNumber.end() ? none : found.value();
    }

private:
    std::deque<Record> m_records;
    QHash<QByteArray, RecordIndex> m_bySid;
    QHash<QByteArray, TimeOrder> m_byNumber;
    TimeOrder m_all;
};

} // namespace deskbell::sandbox
