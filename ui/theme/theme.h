// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QObject>
#include <QPointer>

class QApplication;
class QWidget;

namespace deskbell::ui {

/// What the Display settings say. Plain values, kept by the app.
struct Look
{
    enum class Choice { System, Light, Dark };

    Choice choice = Choice::System;
    bool highContrast = false;
    int textPercent = 100; ///< 100, 115 or 130; anything else is pulled to the nearest of them
    bool reduceMotion = false;

    bool operator==(const Look &) const = default;
};

/// The look in force. The app makes one beside the QApplication; the last one made is the one widgets see through
/// theme(). Main thread only.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Style, palette and font for the whole program. Call once, before the first window.
    void applyTo(QApplication &application);

    void setLook(const Look &look);
    [[nodiscard]] const Look &look() const { return m_look; }

    /// What the desktop says; used where Look::choice is System. Wire DesktopAppearance to these.
    void setDesktopScheme(Scheme scheme);
    void setDesktopReducesMotion(bool reduces);

    [[nodiscard]] Scheme scheme() const;
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] const QFont &textFont(Type type) const { return m_fonts[size_t(type)]; }
    [[nodiscard]] int px(int logical) const { return (logical * m_look.textPercent + 50) / 100; }
    /// Milliseconds for an animation: 0 when motion is reduced.
    [[nodiscard]] int motion(int milliseconds) const;
    [[nodiscard]] Icons &icons() { return m_icons; }

Q_SIGNALS:
    /// Colours, fonts and heights are new; every widget has been told to repaint.
    void changed();

private:
    void rebuild();

    Look m_look;
    Scheme m_desktopScheme = Scheme::Light;
    bool m_desktopReducesMotion = false;
    Tokens m_tokens;
    std::array<QFont, typeCount> m_fonts;
    Icons m_icons;
    QPointer<QApplication> m_application;
};

/// The Theme of this program. Where nobody made one (a single widget under test) a light one is made and belongs to
/// the application object.
[[nodiscard]] Theme &theme();

// Short forms for paint code.
[[nodiscard]] inline const QColor &color(Token token) { return theme().tokens()[token]; }
[[nodiscard]] inline const QFont &textFont(Type type) { return theme().textFont(type); }
/// A length that grows with the text size: heights, row heights, icon sizes.
[[nodiscard]] inline int px(int logical) { return theme().px(logical); }

/// Gives a widget a font of the scale and keeps it through text-size changes.
void keepFont(QWidget *widget, Type type);
/// Gives a label its text colour and keeps it through theme changes.
void keepColor(QWidget *widget, Token token);

} // namespace deskbell::ui
