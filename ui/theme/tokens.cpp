// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace deskbell::ui {

namespace {

struct Entry {
    Token token;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Entry, tokenCount> table{{
    {Token::Canvas, 0xF3F4F7, 0x12141A},
    {Token::Surface, 0xFFFFFF, 0x1B1E26},
    {Token::Sunken, 0xECEEF2, 0x252A34},
    {Token::Hover, 0xF1F3F8, 0x222732},
    {Token::Select, 0xE4ECFD, 0x22325A},
    {Token::Text, 0x161A22, 0xEDEFF3},
    {Token::Text2, 0x475063, 0xB4BCC9},
    {Token::Text3, 0x5F6879, 0x98A1B0},
    {Token::Line, 0xDDE1E8, 0x2D333F},
    {Token::Edge, 0xC9CFD9, 0x414957},
    {Token::Control, 0x7E8796, 0x6F7988},
    {Token::RailBg, 0x141C33, 0x0B0D12},
    {Token::RailText, 0xC3CCE2, 0xAAB3C4},
    {Token::RailSel, 0x2B3A6B, 0x24304F},
    {Token::Accent, 0x1F4EC4, 0x8FB1FF},
    {Token::AccentFill, 0x2253CC, 0x3765DB},
    {Token::AccentSoft, 0xE6EDFC, 0x1D2A4B},
    {Token::Ai, 0x6438B8, 0xC0A8FA},
    {Token::AiSoft, 0xF2EDFC, 0x2A2342},
    {Token::AiLine, 0xD5C6F3, 0x4A3C75},
    {Token::Urgent, 0xB81D16, 0xFF9A91},
    {Token::UrgentSoft, 0xFDE9E7, 0x42201F},
    {Token::UrgentFill, 0xBE1F17, 0xC22F27},
    {Token::Strip, 0xB01A13, 0xB3261E},
    {Token::Warn, 0x7F4A00, 0xF4BC6A},
    {Token::WarnSoft, 0xFFF1D6, 0x3B2D14},
    {Token::WarnFill, 0xF2B23A, 0xE3A42E},
    {Token::OnWarn, 0x2A1B00, 0x2A1B00},
    {Token::Ok, 0x0F6B37, 0x77D19B},
    {Token::OkSoft, 0xE1F3E8, 0x173222},
    {Token::OkFill, 0x157F44, 0x1B7F47},
    {Token::Call, 0x08606F, 0x74CFE0},
    {Token::CallSoft, 0xDDF1F4, 0x13323B},
    {Token::CallFill, 0x5CC4D6, 0x4FB6C9},
    {Token::OnCall, 0x06262C, 0x06262C},
    {Token::OnFill, 0xFFFFFF, 0xFFFFFF},
    {Token::Heat0, 0xEEF1F6, 0x262B36},
    {Token::Heat1, 0x1C3F8F, 0x9DBBFF},
}};

constexpr bool inOrder()
{
    for (size_t i = 0; i < table.size(); ++i)
        if (size_t(table[i].token) != i)
            return false;
    return true;
}
static_assert(inOrder(), "the table lists every token once, in the order of the enum");

void raiseContrast(Tokens &tokens)
{
    auto &all = tokens.colors;
    for (Token line : {Token::Line, Token::Edge, Token::Control, Token::AiLine})
        all[size_t(line)] = tokens[Token::Text2];
    for (Token soft : {Token::AccentSoft, Token::AiSoft, Token::UrgentSoft, Token::WarnSoft, Token::OkSoft,
                       Token::CallSoft})
        all[size_t(soft)] = tokens[Token::Surface];
}

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

} // namespace

Tokens tokensFor(Scheme scheme, Contrast contrast)
{
    Tokens tokens;
    for (const Entry &entry : table)
        tokens.colors[size_t(entry.token)] = QColor(scheme == Scheme::Light ? entry.light : entry.dark);
    if (contrast == Contrast::High)
        raiseContrast(tokens);
    return tokens;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, t[token]); };
    set(QPalette::Window, Token::Surface);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Canvas);
    set(QPalette::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::OnFill);
    set(QPalette::ToolTipBase, Token::Surface);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::Highlight, Token::AccentFill);
    set(QPalette::HighlightedText, Token::OnFill);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Line);
    set(QPalette::Mid, Token::Edge);
    set(QPalette::Dark, Token::Control);
    set(QPalette::Shadow, Token::Text2);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t[Token::Text3]);
    palette.setColor(QPalette::Disabled, QPalette::Base, t[Token::Sunken]);
    palette.setColor(QPalette::Disabled, QPalette::Button, t[Token::Sunken]);
    return palette;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto at = [&](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(at(from.red(), to.red()), at(from.green(), to.green()), at(from.blue(), to.blue()));
}

QColor inkOn(const QColor &fill)
{
    const QColor dark(0x0B0E14);
    const QColor light(Qt::white);
    const double onDark = contrastRatio(dark, fill);
    const double onLight = contrastRatio(light, fill);
    // In the middle of the ramp the design's near-black and white both stop at 4.4; black itself reaches 4.58.
    if (std::max(onDark, onLight) < 4.5)
        return contrastRatio(Qt::black, fill) >= onLight ? QColor(Qt::black) : light;
    return onDark >= onLight ? dark : light;
}

} // namespace deskbell::ui
