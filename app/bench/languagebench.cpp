// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/languagebench.h"

#include "core/language/understanding.h"
#include "core/profile/demoprofile.h"

#include <QElapsedTimer>
#include <array>

namespace deskbell::bench {
namespace {

constexpr int readings = 200;

constexpr std::array<const char *, 8> texts{"yes", "how much is a full detail", "tmrw after 3?",
    "hi its Jo, can i move my friday appt to sat at 1? thx", "theres water pouring out of the ceiling and i cant shut it off",
    "pls take my number off your list", "2021 toyota 4runner, dog hair everywhere, whats the soonest u could do",
    "Hello! I was wondering whether somebody could come to 44 Birch Lane next week, Tuesday or Wednesday after 10, "
    "to look at the heater. It makes a noise in the night. My name is Dana, thanks so much"};

} // namespace

Figures understanding()
{
    const Profile shop = profile::demoProfile();
    const Instant now = toInstant(QDate(2026, 12, 8), QTime(9, 42), shop.zone);
    std::vector<double> micros;
    for (int round = 0; round <= readings; ++round) {
        for (const char *text : texts) {
            QElapsedTimer timer;
            timer.start();
            const auto heard = language::understand(QString::fromUtf8(text), shop, now);
            if (round > 0 && !heard.intents.isEmpty()) // the first round makes the tables
                micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
        }
    }
    const double middle = percentile(micros, 50);
    const double slow = percentile(micros, 99);
    return {{QStringLiteral("a text understood, median"), middle, QStringLiteral("us"), {}, true},
        {QStringLiteral("a text understood, 99 of 100"), slow, QStringLiteral("us"), QStringLiteral("< 1000"), slow < 1000}};
}

} // namespace deskbell::bench
