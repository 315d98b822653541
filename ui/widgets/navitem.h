// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pill.h"

#include <QRadioButton>

namespace deskbell::ui {

/// One screen in the rail. Private to NavRail.
class NavItem : public QRadioButton
{
    Q_OBJECT
public:
    NavItem(Icon icon, const QString &label, const QString &key, QWidget *parent = nullptr);

    void setBadge(const QString &count, Tone tone, const QString &words);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    [[nodiscard]] bool roomForLabel() const;
    void paintBadge(QPainter &painter, const QRectF &icon) const;

    Icon m_icon;
    QString m_label;
    QString m_key;
    QString m_badge; ///< " " for a dot
    QString m_badgeWords;
    Tone m_tone = Tone::Neutral;
    bool m_narrow = false;
};

} // namespace deskbell::ui
