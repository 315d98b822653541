// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/pressable.h"

namespace deskbell::ui {

struct ButtonLayout
{
    QRectF icon, label, cap; ///< empty where there is none or no room
};

/// Contents of a button, centred as one group. Where room is short the key goes first, then the label is shortened.
[[nodiscard]] ButtonLayout layOutButton(const QRectF &box, int iconSide, int labelWidth, const QSize &cap);

/// A button that names its act ("Save and text Sofia"), with its key on it.
class Button : public Pressable
{
    Q_OBJECT
public:
    enum class Kind {
        Primary, Danger, Good, ///< filled: blue, red, green
        Outline, Soft, Ghost,
        AiOutline,
        StripMain, StripOutline, StripGhost, ///< on the red strip: white fill, white border, bare
    };
    enum class Size { Chip = 28, Header = 34, Control = 36, Strip = 40, Queue = 52 };

    Button(Kind kind, const QString &label, QWidget *parent = nullptr);
    Button(Kind kind, Icon icon, const QString &label, QWidget *parent = nullptr);

    void setKind(Kind kind);
    void setSize(Size size);
    void setSign(Icon icon);
    void setLabel(const QString &label);
    [[nodiscard]] const QString &label() const { return m_label; }
    /// Shown only; the shortcut itself belongs to the page. "Enter" is drawn as its arrow.
    void setKeyCap(const QString &key);
    /// Without its label the button keeps it as tooltip and accessible name. Needs an icon.
    void setLabelShown(bool shown);
    /// Leaves out the key where room is short.
    void setKeyCapShown(bool shown);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownLabel() const { return m_labelShown || m_sign == Icon::None ? m_label : QString(); }
    [[nodiscard]] QSize capSize() const;
    [[nodiscard]] int iconSide() const;
    [[nodiscard]] const QFont &labelFont() const;
    void describe();

    Kind m_kind;
    Size m_size = Size::Control;
    Icon m_sign = Icon::None;
    QString m_label; // not QPushButton's text: there an "&" would become a shortcut, and letters belong to the text box
    QString m_key;
    bool m_labelShown = true;
    bool m_keyShown = true;
};

} // namespace deskbell::ui
