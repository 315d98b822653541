// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace deskbell::ui {

/// The whole type scale; nothing is smaller than Caption. Sizes are px at text size 100 %.
enum class Type {
    Caption, ///< 12/400
    Label, ///< 12/600
    Meta, ///< 13/400
    Body, ///< 14/400, line 20
    Button, ///< 14/500
    Name, ///< 14/600
    Title, ///< 16/600
    ScreenTitle, ///< 20/600
    Heading, ///< 26/600
    Numeral, ///< 34, bold
    BigNumeral, ///< 40, bold
    HeroNumeral, ///< 132, bold
};
inline constexpr int typeCount = int(Type::HeroNumeral) + 1;

/// `percent` is the text size (100, 115, 130). Inter first, Noto Color Emoji second (third place shows smileys in
/// black and white), the desktop's own font last, so other scripts still find their letters.
[[nodiscard]] QFont fontFor(Type type, int percent = 100);

/// Any size off the scale, e.g. the glance board, in the same families.
[[nodiscard]] QFont fontOf(int pixelSize, QFont::Weight weight);

} // namespace deskbell::ui
