// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twilioerrors.h"

#include <algorithm>
#include <iterator>

namespace deskbell::link {
namespace {

struct Entry {
    int code;
    Consequence consequence;
};

using enum Consequence;

constexpr Entry table[] = {
    {14107, Later}, // more than 15 replies in 30 s between two numbers: the provider's loop guard
    {20003, SignIn}, // wrong key, suspended account, wrong region
    {20005, SignIn}, // account not active
    {20404, SignIn}, // on create: no such account under this address
    {20429, Later}, // too many at once
    {20500, Unclear}, {20503, Unclear}, {21211, Unreachable}, // no valid number
    {21212, Setup}, // our number is no valid number
    {21219, Unreachable}, // trial account, number not verified
    {21265, Unreachable}, // short code
    {21408, Unreachable}, // country not allowed for this account
    {21601, Setup}, // our number cannot text
    {21602, OurFault}, // no body
    {21603, Setup}, // no number of ours given
    {21604, OurFault}, // no recipient
    {21606, Setup}, // our number may not text there
    {21608, Unreachable}, // trial account, number not verified
    {21610, OptedOut}, {21611, Later}, // four hours of texts waiting on our number
    {21612, Unreachable}, // no route between the two numbers
    {21614, Landline}, {21617, OurFault}, // over 1,600 characters
    {21654, Setup}, {21655, Setup}, {21656, OurFault}, {21659, Setup}, // our number is not ours
    {21660, Setup}, // our number belongs to another account
    {21703, Setup}, // the service has no sender for this number
    {21910, OurFault}, // channels mixed
    {30001, Later}, // queue overflow
    {30002, SignIn}, // account suspended
    {30003, Unreachable}, // switched off, no signal, or a landline
    {30004, Unreachable}, // blocked
    {30005, Unreachable}, // no such number
    {30006, Landline}, {30007, Filtered}, {30008, MaybeSent}, // unknown
    {30022, Later}, // rate of the registration
    {30023, Later}, // daily cap of the registration
    {30032, NotRegistered}, // toll-free number not verified
    {30034, NotRegistered}, {30035, NotRegistered}, // registration being set up
    {30036, TooLate}, {30410, MaybeSent}, // provider's own time-out
    {30450, Later}, // block against pumping, 15 to 30 minutes
    {30610, Unreachable}, // the provider's quiet hours
    {30640, Unreachable}, // known litigator
    {63003, Unreachable}, // not on this channel
    {63007, Setup}, // no such channel of ours
    {63015, Unreachable}, // has not joined the channel's trial
    {63016, TemplateNeeded}, {63018, Later}, // rate of the channel
};
static_assert(std::is_sorted(std::begin(table), std::end(table), [](Entry a, Entry b) { return a.code < b.code; }));

} // namespace

Consequence consequenceOf(int code)
{
    const auto *found =
        std::lower_bound(std::begin(table), std::end(table), code, [](Entry e, int c) { return e.code < c; });
    return found != std::end(table) && found->code == code ? found->consequence : Unlisted;
}

} // namespace deskbell::link
