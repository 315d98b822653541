// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace deskbell::ui {

/// Every colour of the window has one of these names; nothing else in ui/ names a colour. One colour, one meaning:
/// Urgent (red) a person is needed and time is short, Ok (green) booked or done, Ai (violet) the assistant,
/// Accent (blue) a person or the main button, Warn (amber) soon, Call (teal) call-backs.
enum class Token {
    Canvas, Surface, Sunken, Hover, Select,
    Text, Text2, Text3, ///< Text3 is for hints and times only
    Line, Edge, ///< decoration: a control must be found without them
    Control, ///< border of text boxes and check boxes
    RailBg, RailText, RailSel,
    Accent, AccentFill, AccentSoft, ///< Accent for text, icons, focus; white (OnFill) goes on AccentFill
    Ai, AiSoft, AiLine,
    Urgent, UrgentSoft, UrgentFill, Strip,
    Warn, WarnSoft, WarnFill, OnWarn, ///< WarnFill is 1.9 on white: never the only sign
    Ok, OkSoft, OkFill,
    Call, CallSoft, CallFill, OnCall,
    OnFill, ///< white, on every fill but WarnFill and CallFill
    Heat0, Heat1,
};
inline constexpr int tokenCount = int(Token::Heat1) + 1;

enum class Scheme { Light, Dark };
enum class Contrast { Normal, High }; ///< High: lines become as strong as text, soft fills go

/// One finished table. A plain value: cheap to copy, safe to keep for one paint.
struct Tokens
{
    std::array<QColor, tokenCount> colors;

    [[nodiscard]] const QColor &operator[](Token token) const { return colors[size_t(token)]; }
    bool operator==(const Tokens &) const = default;
};

[[nodiscard]] Tokens tokensFor(Scheme scheme, Contrast contrast = Contrast::Normal);

/// What Qt's own widgets take their colours from.
[[nodiscard]] QPalette paletteOf(const Tokens &tokens);

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

/// Straight mix in sRGB: share 0 gives `from`, 1 gives `to`.
[[nodiscard]] QColor mixed(const QColor &from, const QColor &to, double share);

/// Number colour on a heat cell: near-black or white, whichever reads better (always >= 4.5).
[[nodiscard]] QColor inkOn(const QColor &fill);

} // namespace deskbell::ui
