// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type.h"

#include <QFontDatabase>
#include <QStringList>

namespace deskbell::ui {

namespace {

struct Cut {
    int pixels;
    QFont::Weight weight;
};

constexpr Cut cutOf(Type type)
{
    switch (type) {
    case Type::Caption: return {12, QFont::Normal};
    case Type::Label: return {12, QFont::DemiBold};
    case Type::Meta: return {13, QFont::Normal};
    case Type::Body: return {14, QFont::Normal};
    case Type::Button: return {14, QFont::Medium};
    case Type::Name: return {14, QFont::DemiBold};
    case Type::Title: return {16, QFont::DemiBold};
    case Type::ScreenTitle: return {20, QFont::DemiBold};
    case Type::Heading: return {26, QFont::DemiBold};
    case Type::Numeral: return {34, QFont::Bold};
    case Type::BigNumeral: return {40, QFont::Bold};
    case Type::HeroNumeral: return {132, QFont::Bold};
    }
    return {14, QFont::Normal};
}

} // namespace

QFont fontOf(int pixelSize, QFont::Weight weight)
{
    // Inter Display is drawn for large sizes: tighter, with finer joins.
    QStringList families;
    if (pixelSize >= 20)
        families << QStringLiteral("Inter Display");
    families << QStringLiteral("Inter") << QStringLiteral("Noto Color Emoji")
             << QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // hinted advances round up and break the grid at 1.25 scale
    return font;
}

QFont fontFor(Type type, int percent)
{
    const Cut cut = cutOf(type);
    return fontOf((cut.pixels * percent + 50) / 100, cut.weight);
}

} // namespace deskbell::ui
