// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profilereader.h"
#include "core/profile/profilewriter.h"
#include "tests/fuzz/fuzztarget.h"

using namespace deskbell;

/// A shop's profile: refused with the place named, or read so that writing and reading it again gives the same shop.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto profile = profile::readProfile(fuzz::input(bytes, size));
    if (!profile) {
        fuzz::require(!profile.error().detail.isEmpty(), "a refused profile says why");
        return 0;
    }
    const auto again = profile::readProfile(profile::writeProfile(*profile));
    fuzz::require(again.has_value(), "what we wrote we can read");
    fuzz::require(*again == *profile, "writing changes nothing");
    return 0;
}
