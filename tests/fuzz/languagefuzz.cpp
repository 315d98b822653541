// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/understanding.h"
#include "core/profile/demoprofile.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace deskbell;

/// Whatever a caller writes: it means something, if only "other", and the same each time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const Profile demo = profile::demoProfile();
    static const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(17, 0), Qt::UTC));
    const QString text = QString::fromUtf8(fuzz::input(bytes, std::min<std::size_t>(size, 1600)));
    const auto meant = language::understand(text, demo, now);
    fuzz::require(!meant.intents.isEmpty(), "every text has a meaning");
    fuzz::require(language::understand(text, demo, now).intents == meant.intents, "the same text means the same");
    return 0;
}
