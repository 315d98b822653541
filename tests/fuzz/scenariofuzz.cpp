// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearse/scenario.h"
#include "core/profile/demoprofile.h"
#include "tests/fuzz/fuzztarget.h"

using namespace deskbell;

/// Scripted conversations for the rehearsal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const Profile demo = profile::demoProfile();
    const auto scenario = app::readScenario(fuzz::input(bytes, size), [](const QString &) -> Result<Profile> { return demo; });
    if (!scenario) {
        fuzz::require(!scenario.error().detail.isEmpty(), "a refused scenario says why");
        return 0;
    }
    for (const app::Scenario::Event &event : scenario->events)
        fuzz::require(event.at.isSet(), "every event has its time");
    return 0;
}
