// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPainter;

namespace deskbell::ui {

/// Meaning of a small coloured thing; its colours follow from it.
enum class Tone {
    Neutral, Accent, Ai, Urgent, Warn, Ok, Call, ///< soft fill, coloured ink
    AccentSolid, UrgentSolid, WarnSolid, OkSolid, CallSolid, ///< solid fill
};

struct ToneColors
{
    Token fill;
    Token ink;
};
[[nodiscard]] ToneColors colorsOf(Tone tone);

/// 22 high at text size 100 %, ends half round. For delegates and widgets alike.
[[nodiscard]] QSize pillSize(const QString &text, Icon icon = Icon::None);
void drawPill(QPainter &painter, const QRectF &box, const QString &text, Tone tone, Icon icon = Icon::None);

/// A count in a circle (badge of the rail, unread in a row).
[[nodiscard]] QSize badgeSize(const QString &text);
void drawBadge(QPainter &painter, const QRectF &box, const QString &text, Tone tone);

/// "Urgent", "You have it", "Sam · Desk 2": icon and word, so colour is never alone.
class StatePill : public QWidget
{
    Q_OBJECT
public:
    StatePill(Tone tone, const QString &text, Icon icon = Icon::None, QWidget *parent = nullptr);

    void setState(Tone tone, const QString &text, Icon icon = Icon::None);
    [[nodiscard]] QSize sizeHint() const override { return pillSize(m_text, m_icon); }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_text;
    Icon m_icon;
};

} // namespace deskbell::ui
