// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/stamps.h"

#include <charconv>
#include <chrono>

namespace deskbell::sandbox {
namespace {

using namespace std::chrono;

void putTwo(char *at, int number)
{
    at[0] = char('0' + number / 10);
    at[1] = char('0' + number % 10);
}

/// The 25 characters both forms share.
void appendStamp(QByteArray &out, qint64 ms)
{
    static constexpr char days[] = "SunMonTueWedThuFriSat";
    static constexpr char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const sys_seconds time(floor<seconds>(milliseconds(ms)));
    const sys_days day = floor<std::chrono::days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[] = "Fri, 18 Oct 2019 17:02:00";
    std::copy_n(days + 3 * weekday(day).c_encoding(), 3, text);
    putTwo(text + 5, int(unsigned(date.day())));
    std::copy_n(months + 3 * (unsigned(date.month()) - 1), 3, text + 8);
    const int year = int(date.year());
    putTwo(text + 12, year / 100 % 100);
    putTwo(text + 14, year % 100);
    putTwo(text + 17, int(clock.hours().count()));
    putTwo(text + 20, int(clock.minutes().count()));
    putTwo(text + 23, int(clock.seconds().count()));
    out.append(text, 25);
}

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    const auto end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || number < 0)
        return {};
    return number;
}

} // namespace

void appendRfc2822(QByteArray &out, qint64 ms)
{
    appendStamp(out, ms);
    out += " +0000";
}

void appendHttpDate(QByteArray &out, qint64 ms)
{
    appendStamp(out, ms);
    out += " GMT";
}

void appendNumber(QByteArray &out, qint64 number)
{
    char text[24];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    out.append(text, end - text);
}

std::optional<qint64> readUtcDay(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-' || (text.size() > 10 && text[10] != 'T'))
        return {};
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d)
        return {};
    const year_month_day date{year{*y}, month{unsigned(*m)}, day{unsigned(*d)}};
    if (!date.ok())
        return {};
    return duration_cast<milliseconds>(sys_days(date).time_since_epoch()).count();
}

} // namespace deskbell::sandbox
