// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/call.h"
#include "core/domain/profile.h"

#include <functional>
#include <variant>

namespace deskbell::app {

/// A scripted conversation: who calls when, what they write, what staff do to the calendar meanwhile.
struct Scenario {
    struct Text { QString body; };
    struct CallAgain { Call call; };
    struct Block { Appointment block; };
    struct Event {
        Instant at;
        std::variant<Text, CallAgain, Block> what;
    };

    QString id;
    QString title;
    Profile profile;
    Call call;
    int spamListReports = 0; ///< complaints of the public about the caller
    std::vector<Appointment> bookings; ///< that exist before the call
    std::vector<Event> events;
};

/// Reads one scenario file. Its profile lies beside it in profiles/NAME.json; the name "demo-detailing" is the built-in
/// demo shop. Errors: Missing (no such file), Malformed (with the place of every bad field in plain words).
[[nodiscard]] Result<Scenario> readScenario(const QString &path);
/// The same from bytes; \p profileOf finds a profile by its name.
[[nodiscard]] Result<Scenario> readScenario(const QByteArray &json, const std::function<Result<Profile>(const QString &)> &profileOf);

} // namespace deskbell::app
