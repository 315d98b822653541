// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lists/complaintreader.h"

#include "core/base/redact.h"
#include "core/lists/csvrows.h"

#include <algorithm>
#include <map>

namespace deskbell::lists {
namespace {

struct Columns {
    int number = -1;
    int created = -1;
    int robocall = -1;
};

int twoDigits(QByteArrayView text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

bool isDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2026-12-05" or "2026-12-05 09:00:00". By hand: a list has a hundred thousand of them.
QDate dayOf(QByteArrayView text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-' || (text.size() > 10 && text[10] != ' ' && text[10] != 'T'))
        return {};
    if (!isDigits(text.first(4)) || !isDigits(text.sliced(5, 2)) || !isDigits(text.sliced(8, 2)))
        return {};
    return QDate(twoDigits(text) * 100 + twoDigits(text.sliced(2)), twoDigits(text.sliced(5)), twoDigits(text.sliced(8)));
}

/// The usual shape without detours; everything else goes the long way.
PhoneNumber numberOf(QByteArrayView text)
{
    if (text.size() == 10 && isDigits(text))
        return {QStringLiteral("+1") % QString::fromLatin1(text)};
    return readPhoneNumber(QString::fromUtf8(text));
}

bool saysYes(QByteArrayView text) { return !text.isEmpty() && (text[0] == 'Y' || text[0] == 'y'); }

using Key = std::pair<QString, qint64>;

void take(const CsvRows &row, const Columns &columns, ComplaintList &list, std::map<Key, ComplaintDay> &days)
{
    const QByteArrayView raw = row.field(size_t(columns.number));
    if (raw.isEmpty()) {
        ++list.withoutNumber;
        return;
    }
    const PhoneNumber number = numberOf(raw);
    if (number.isWithheld())
        return list.faults.add(row.line(), QStringLiteral("\"%1\" is no phone number").arg(maskNumber(QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), 20))))));
    const QDate day = dayOf(row.field(size_t(columns.created)));
    if (!day.isValid())
        return list.faults.add(row.line(), QStringLiteral("Created_Date is no day such as 2026-12-05"));
    ++list.complaints;
    const bool robocall = columns.robocall >= 0 && saysYes(row.field(size_t(columns.robocall)));
    const auto [place, isNew] = days.try_emplace({number.e164, day.toJulianDay()}, ComplaintDay{number, day, 0, 0});
    ++place->second.complaints;
    place->second.robocalls += robocall;
}

} // namespace

Result<ComplaintList> readComplaints(const QByteArray &csv)
{
    CsvRows rows(csv);
    if (!rows.next())
        return failure(ErrorKind::Malformed, QStringLiteral("the complaint list is empty"));
    const Columns columns{rows.column("Company_Phone_Number"), rows.column("Created_Date"), rows.column("Recorded_Message_Or_Robocall")};
    for (const auto &[place, name] : {std::pair{columns.number, "Company_Phone_Number"}, {columns.created, "Created_Date"}}) {
        if (place < 0)
            return failure(ErrorKind::Malformed,
                QStringLiteral("line %1: a complaint list begins with its column names, and there is no %2 among them").arg(rows.line()).arg(QLatin1String(name)));
    }
    ComplaintList list;
    std::map<Key, ComplaintDay> days;
    while (rows.next()) {
        if (rows.isTorn())
            list.faults.add(rows.line(), QStringLiteral("a quote is opened and never closed"));
        else
            take(rows, columns, list, days);
    }
    list.days.reserve(days.size());
    for (auto &[key, day] : days)
        list.days.push_back(std::move(day));
    return list;
}

} // namespace deskbell::lists
