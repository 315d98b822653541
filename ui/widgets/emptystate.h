// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QVBoxLayout;

namespace deskbell::ui {

class Button;
class Label;

/// What a screen says when nothing is there: a title, lines that prove it works ("Line checked 14:06"), what to do.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Icon icon, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setLines(const QStringList &lines);
    Button *addAct(const QString &label, Icon icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize discSize() const;

    Icon m_icon;
    Label *m_title;
    QVBoxLayout *m_lines;
    QVBoxLayout *m_column;
};

/// Grey rows of the final size while a list loads: nothing for 150 ms, then rows; never a spinner alone.
class Skeleton : public QWidget
{
    Q_OBJECT
public:
    explicit Skeleton(int rows = 6, int rowHeight = 80, QWidget *parent = nullptr);

    /// Appears over the area after 150 ms unless hide() comes first.
    void showSoon();
    /// Hiding counts although nothing shows yet: what was loading may come sooner than the grey rows.
    void setVisible(bool visible) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_rows;
    int m_rowHeight;
    int m_turn = 0; // which showSoon() is the last one asked for
};

} // namespace deskbell::ui
