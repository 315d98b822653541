// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lists/complaintreader.h"
#include "core/lists/contactreader.h"
#include "core/lists/csvrows.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace deskbell;

namespace {

void readAsComplaints(const QByteArray &csv)
{
    const auto list = lists::readComplaints(csv);
    if (!list) {
        fuzz::require(!list.error().detail.isEmpty(), "a refused list says why");
        return;
    }
    int counted = 0;
    for (const ComplaintDay &day : list->days) {
        fuzz::require(!day.number.isWithheld() && day.day.isValid(), "what counts has a number and a day");
        fuzz::require(day.complaints > 0 && day.robocalls <= day.complaints, "a day has complaints, and no more robocalls than those");
        counted += day.complaints;
    }
    fuzz::require(counted == list->complaints, "the days hold every complaint once");
}

void readAsContacts(const QByteArray &csv)
{
    const auto list = lists::readContacts(csv);
    if (!list) {
        fuzz::require(!list.error().detail.isEmpty(), "a refused list says why");
        return;
    }
    for (auto it = list->contacts.begin(); it != list->contacts.end(); ++it) {
        fuzz::require(!it->number.isWithheld(), "a contact has a number");
        fuzz::require(std::none_of(std::next(it), list->contacts.end(), [&](const Contact &other) { return other.number == it->number; }),
            "a number is in the list once");
    }
    fuzz::require(list->faults.told.size() <= list->faults.bad, "no more faults are told than there are");
}

} // namespace

/// A list from somebody's spreadsheet: rows come to an end, and what is taken from them is whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray csv = fuzz::input(bytes, size);
    lists::CsvRows rows(csv);
    int last = 0;
    while (rows.next()) {
        fuzz::require(rows.line() > last, "rows go downwards");
        fuzz::require(rows.size() > 0, "a row has fields");
        last = rows.line();
    }
    readAsComplaints(csv);
    readAsContacts(csv);
    return 0;
}
