// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QVector>
#include <QWidget>

class QHBoxLayout;

namespace deskbell::ui {

/// Who has the caller, in one sentence, with the one next act. 56 high, above the composer. It shows what the engine
/// answered, never a guess.
class ControlBar : public QWidget
{
    Q_OBJECT
public:
    enum class Look {
        Violet, ///< the AI answers
        Blue, ///< you have the caller
        Tint, ///< another seat or the shop phone has the caller
        Red, ///< nobody: a person must answer
        Amber, ///< somebody else is typing; last minute
    };
    struct Holder {
        Look look = Look::Tint;
        Icon icon = Icon::None;
        QString title; ///< "You have this caller, AI is paused"
        QString line; ///< "Rings again after %1 of silence"; %1 is where the clock ticks
        QString clock; ///< "9:42"
        double ringLeft = -1; ///< share left, 0 to 1; below 0 no ring
        bool operator==(const Holder &) const = default;
    };
    struct Act {
        int id = 0;
        QString label;
        Icon icon = Icon::None;
        QString key;
        Button::Kind kind = Button::Kind::Outline;
        bool operator==(const Act &) const = default;
    };

    explicit ControlBar(QWidget *parent = nullptr);

    /// Buttons left to right, the main one last. Unchanged buttons stay as they are: focus and hover survive.
    void setHolder(const Holder &holder, const QVector<Act> &acts);
    /// Each second: repaints no more than the clock and the ring.
    void setClock(const QString &clock, double ringLeft);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void acted(int id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int buttonsWidth() const;
    [[nodiscard]] QRectF words() const;
    void paintLine(QPainter &painter, const QRectF &box) const;

    Holder m_holder;
    QVector<Act> m_acts;
    QVector<Button *> m_buttons;
    QHBoxLayout *m_row;
};

} // namespace deskbell::ui
