// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QVariantAnimation>

namespace deskbell::ui {

/// What everything clickable of ours shares: painted by itself, pressed by Space and Enter, reached by Tab. A click
/// never takes the text cursor away (focus comes by keyboard only), so a ring always means "the keys go here".
class Pressable : public QPushButton
{
    Q_OBJECT
public:
    explicit Pressable(QWidget *parent = nullptr);

protected:
    /// 0 at rest, 1 under the pointer, in between for 120 ms.
    [[nodiscard]] double hoverShare() const { return m_hoverShare; }

    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override = 0;

private:
    void glideTo(double share);

    QVariantAnimation m_glide;
    double m_hoverShare = 0;
};

} // namespace deskbell::ui
