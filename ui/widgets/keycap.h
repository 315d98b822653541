// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace deskbell::ui {

/// A key in a rounded frame: "F2", "Ctrl K", "Esc"; "Enter" is drawn as its arrow.
[[nodiscard]] QSize keyCapSize(const QString &key);
void drawKeyCap(QPainter &painter, const QRectF &box, const QString &key, const QColor &ink);

/// The same as a widget, for pages that list keys.
class KeyCap : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);

    void setKey(const QString &key);
    [[nodiscard]] QSize sizeHint() const override { return keyCapSize(m_key); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace deskbell::ui
