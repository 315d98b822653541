// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/phonenumber.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace deskbell;

namespace {
bool isE164(const QString &number)
{
    return number.startsWith(u'+') && number.size() >= 8 && number.size() <= 16 && number[1] != u'0'
        && std::all_of(number.begin() + 1, number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

/// Whatever a provider puts into From: an E.164 number or nothing, and the same again from itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const PhoneNumber number = readPhoneNumber(QString::fromUtf8(fuzz::input(bytes, size)));
    fuzz::require(number.isWithheld() || isE164(number.e164), "E.164 or nothing");
    fuzz::require(number.isWithheld() || readPhoneNumber(number.e164) == number, "a number reads as itself");
    fuzz::require(number.isWithheld() || !displayNumber(number).isEmpty(), "a number can be shown");
    (void)lineTypeByPrefix(number);
    return 0;
}
