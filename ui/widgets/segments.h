// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QButtonGroup;

namespace deskbell::ui {

/// "Open 10 | Mine 1 | Done": one of a few, with counts. Arrow keys move inside, Tab passes by.
class Segments : public QWidget
{
    Q_OBJECT
public:
    explicit Segments(const QString &name, QWidget *parent = nullptr);

    /// Segments are known by their place, from 0. The first one added is chosen.
    int add(const QString &label);
    /// A negative count shows none.
    void setCount(int index, int count);
    void setCurrent(int index);
    [[nodiscard]] int current() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace deskbell::ui
