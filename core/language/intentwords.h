// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/pattern.h"

/// The wordings of each intent. Each is made once.
namespace deskbell::language::intentwords {

[[nodiscard]] const Patterns &booking();
[[nodiscard]] const Patterns &price();
[[nodiscard]] const Patterns &hours();
[[nodiscard]] const Patterns &location();
[[nodiscard]] const Patterns &services();
[[nodiscard]] const Patterns &moving();
[[nodiscard]] const Patterns &cancelling();
[[nodiscard]] const Patterns &person();
[[nodiscard]] const Patterns &stranger();
[[nodiscard]] const Patterns &agreeing();
[[nodiscard]] const Patterns &refusing();
[[nodiscard]] const Patterns &thanking();
[[nodiscard]] const Patterns &greeting();
[[nodiscard]] const Patterns &askingForRobot();
[[nodiscard]] const Patterns &bookingAnew(); ///< besides calling off or moving something
[[nodiscard]] const Patterns &weakAgreeing(); ///< "ok", "great": only in passing when more follows
// Questions in whose shape a time is wished for, and those that are meant as they stand.
[[nodiscard]] const Patterns &wishesInQuestions();
[[nodiscard]] const Patterns &plainQuestions();
// For texts of which no word is known: what wishes and questions look like, and those that are about something else.
[[nodiscard]] const Patterns &wishes();
[[nodiscard]] const Patterns &wishesForOther();
[[nodiscard]] const Patterns &askingShapes();
[[nodiscard]] const Patterns &askingForOther();

} // namespace deskbell::language::intentwords
