// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/proxystyle.h"

#include <QApplication>
#include <QWidget>

#include <utility>

// A static library's resources must be asked for by name, outside every namespace.
static void openIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace deskbell::ui {

namespace {

// Which Theme theme() means. Not an owner: the app or the application object is.
Theme *current = nullptr;

int nearestTextSize(int percent)
{
    return percent < 108 ? 100 : percent < 123 ? 115 : 130;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    openIcons();
    // Until the portal has answered: a dark window colour means a dark desktop.
    if (QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
        m_desktopScheme = Scheme::Dark;
    current = this;
    rebuild();
}

Theme::~Theme()
{
    if (current == this)
        current = nullptr;
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(new ProxyStyle); // the application owns it
    rebuild();
}

void Theme::setLook(const Look &look)
{
    Look next = look;
    next.textPercent = nearestTextSize(look.textPercent);
    if (next == m_look)
        return;
    m_look = next;
    rebuild();
}

void Theme::setDesktopScheme(Scheme scheme)
{
    if (std::exchange(m_desktopScheme, scheme) != scheme && m_look.choice == Look::Choice::System)
        rebuild();
}

void Theme::setDesktopReducesMotion(bool reduces)
{
    m_desktopReducesMotion = reduces;
}

Scheme Theme::scheme() const
{
    switch (m_look.choice) {
    case Look::Choice::Light: return Scheme::Light;
    case Look::Choice::Dark: return Scheme::Dark;
    case Look::Choice::System: break;
    }
    return m_desktopScheme;
}

int Theme::motion(int milliseconds) const
{
    return m_look.reduceMotion || m_desktopReducesMotion ? 0 : milliseconds;
}

void Theme::rebuild()
{
    m_tokens = tokensFor(scheme(), m_look.highContrast ? Contrast::High : Contrast::Normal);
    for (int i = 0; i < typeCount; ++i)
        m_fonts[size_t(i)] = fontFor(Type(i), m_look.textPercent);
    m_icons.clear();
    if (m_application) {
        QApplication::setFont(textFont(Type::Body));
        QApplication::setPalette(paletteOf(m_tokens));
    }
    Q_EMIT changed();
}

Theme &theme()
{
    return current ? *current : *new Theme(qApp);
}

void keepFont(QWidget *widget, Type type)
{
    widget->setFont(textFont(type));
    QObject::connect(&theme(), &Theme::changed, widget, [widget, type] { widget->setFont(textFont(type)); });
}

void keepColor(QWidget *widget, Token token)
{
    const auto set = [widget, token] {
        QPalette palette = widget->palette();
        for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(role, color(token));
        widget->setPalette(palette);
    };
    set();
    QObject::connect(&theme(), &Theme::changed, widget, set);
}

} // namespace deskbell::ui
