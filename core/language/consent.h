// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/tokens.h"

namespace deskbell::language {

/// The words that carriers and the law name, alone in the text, however spelt ("S T O P", "opt-out"). The one list of
/// them; everybody else asks here.
enum class ConsentKeyword { None, Stop, Start, Help };
[[nodiscard]] ConsentKeyword consentKeyword(const QString &text);
[[nodiscard]] bool isOptOutKeyword(const QString &text);
/// A lone CANCEL: carriers block the number, and the caller may have meant a visit.
[[nodiscard]] bool isLoneCancel(const QString &text);
/// A lone YES. It gives consent again only where it answers a question about just that.
[[nodiscard]] bool isLoneYes(const QString &text);
/// Any wording that a reasonable person reads as "do not text me any more". Texts that only look like it ("stop by at
/// 3", "cancel my 2pm", "the toilet won't stop running") are not.
[[nodiscard]] bool isOptOut(const Tokens &tokens);
[[nodiscard]] bool isOptOut(const QString &text);
/// "don't text, call me": texts must stop and a person may call.
[[nodiscard]] bool wantsCallInstead(const Tokens &tokens);

} // namespace deskbell::language
