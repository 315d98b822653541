// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/phonenumber.h"
#include "core/link/jsonscan.h"
#include "core/link/records.h"

namespace deskbell::link {

/// Reads the members of one row and remembers the first thing that is wrong with it. Always consumes the whole
/// object, so the rows after a bad one can be read.
class RowFields
{
public:
    explicit RowFields(JsonScan &scan)
        : m_scan(scan)
    {
    }

    /// The next member's name; false at the end.
    bool next(QStringView *name) { return m_scan.nextKey(name); }
    void skip() { m_scan.skip(); }

    // One value each. \p field is its place in the row's list of names: a name said twice spoils the row.
    /// Text or number as written; empty for null. Anything else spoils the row.
    QStringView scalar(int field, const char *name);
    QString sid(int field);
    PhoneNumber number(int field, const char *name, QString *raw = nullptr);
    Instant date(int field, const char *name);
    /// 0 when null; unreadable spoils the row.
    int count(int field, const char *name);
    /// Nothing when null, empty or no sensible number of seconds.
    std::optional<Duration> seconds(int field, const char *name);

    void spoil(const char *field, const char *why);
    [[nodiscard]] bool isGood() const { return m_why.isEmpty(); }
    [[nodiscard]] BadRow bad() const { return {m_sid, m_why}; }
    [[nodiscard]] bool wasSaid(int field) const { return m_said & (1U << field); }

private:
    JsonScan &m_scan;
    QString m_sid;
    QString m_why;
    quint32 m_said = 0;
};

/// "+15125550142" as it is, everything else by readPhoneNumber().
[[nodiscard]] PhoneNumber quickNumber(QStringView raw);

} // namespace deskbell::link
