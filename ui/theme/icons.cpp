// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace deskbell::ui {

namespace {

constexpr std::array<const char *, iconCount> files{
    "", "about", "alert", "bell", "bell-off", "book", "business", "calendar", "callback", "check", "chevron-down",
    "chevron-left", "chevron-right", "chevron-up", "clock", "copy", "cross", "desk", "download", "edit", "enter",
    "eye-off", "hand", "keyboard", "landline", "leads", "link", "link-off", "lock", "minus-circle", "moon", "more",
    "note", "pause", "person", "phone", "phone-missed", "play", "plus", "question", "refresh", "reports", "search",
    "send", "settings", "sms", "star", "star-filled", "store", "sun", "swap", "threads", "trash", "undo", "voicemail",
    "whatsapp"};

QPixmap rendered(Icon icon, const QColor &color, int size, qreal scale)
{
    QImage image(QSize(size, size) * scale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(iconFile(icon)).render(&painter);
    // The drawing only says where ink goes; the ink is ours.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    image.setDevicePixelRatio(scale);
    return QPixmap::fromImage(std::move(image));
}

} // namespace

QString iconFile(Icon icon)
{
    return QStringLiteral(":/deskbell/icons/%1.svg").arg(QLatin1String(files[size_t(icon)]));
}

QPixmap Icons::pixmap(Icon icon, const QColor &color, int size, qreal scale)
{
    if (icon == Icon::None || size <= 0)
        return {};
    const IconKey key{icon, color.rgba(), size, qRound(scale * 1000)};
    auto found = m_kept.find(key);
    if (found == m_kept.end())
        found = m_kept.insert(key, rendered(icon, color, size, scale));
    return *found;
}

void drawIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &color, int size)
{
    if (icon == Icon::None)
        return;
    const qreal scale = painter.device()->devicePixelRatioF();
    const auto snapped = [scale](qreal at) { return std::round(at * scale) / scale; };
    const QPointF at(snapped(box.center().x() - size / 2.0), snapped(box.center().y() - size / 2.0));
    painter.drawPixmap(at, theme().icons().pixmap(icon, color, size, scale));
}

QIcon qtIcon(Icon icon, const QColor &color, int size)
{
    QIcon result;
    for (qreal scale : {1.0, 2.0})
        result.addPixmap(theme().icons().pixmap(icon, color, size, scale));
    return result;
}

} // namespace deskbell::ui
