// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace deskbell::ui {

/// Our own drawings: 24 grid, round 2 px stroke, files in ui/theme/icons. Only StarFilled (the assistant) is filled.
enum class Icon {
    None,
    About, Alert, Bell, BellOff, Book, Business, Calendar, Callback, Check, ChevronDown, ChevronLeft, ChevronRight,
    ChevronUp, Clock, Copy, Cross, Desk, Download, Edit, Enter, EyeOff, Hand, Keyboard, Landline, Leads, Link, LinkOff,
    Lock, MinusCircle, Moon, More, Note, Pause, Person, Phone, PhoneMissed, Play, Plus, Question, Refresh, Reports,
    Search, Send, Settings, Sms, Star, StarFilled, Store, Sun, Swap, Threads, Trash, Undo, Voicemail, Whatsapp,
};
inline constexpr int iconCount = int(Icon::Whatsapp) + 1;

[[nodiscard]] QString iconFile(Icon icon);

struct IconKey {
    Icon icon = Icon::None;
    QRgb color = 0;
    int size = 0;
    int permille = 1000; ///< scale, so that 1.25 and 1.5 are told apart
    bool operator==(const IconKey &) const = default;
};
[[nodiscard]] inline size_t qHash(const IconKey &key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.icon), key.color, key.size, key.permille);
}

/// Drawings recoloured and kept by (name, colour, size, scale). The theme owns one and clears it when colours change.
class Icons
{
public:
    /// `size` in logical px; the pixmap carries `scale` as its device pixel ratio. Icon::None gives a null pixmap.
    [[nodiscard]] QPixmap pixmap(Icon icon, const QColor &color, int size, qreal scale = 1);
    void clear() { m_kept.clear(); }
    [[nodiscard]] qsizetype kept() const { return m_kept.size(); }

private:
    QHash<IconKey, QPixmap> m_kept;
};

/// Draws at whole device pixels, in the middle of `box`, at `size` logical px.
void drawIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &color, int size);

/// For menus and other Qt widgets. A snapshot of the colours in force: ask again on Theme::changed.
[[nodiscard]] QIcon qtIcon(Icon icon, const QColor &color, int size);

} // namespace deskbell::ui
