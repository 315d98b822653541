// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pill.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace deskbell::ui {

class NavItem;

/// The screens, on the left. 80 wide with words, 64 without (words become tooltips). Keys belong to the window.
class NavRail : public QWidget
{
    Q_OBJECT
public:
    explicit NavRail(QWidget *parent = nullptr);

    enum class Place { Top, Bottom };
    void add(int id, Icon icon, const QString &label, const QString &key, Place place = Place::Top);
    void setCurrent(int id);
    [[nodiscard]] int current() const;

    /// A count of 0 shows nothing. The words say what is counted, e.g. "2 callers need a person".
    void setBadge(int id, int count, Tone tone, const QString &words);
    /// A plain dot, e.g. while setup is open. Empty words take it away.
    void setDot(int id, Tone tone, const QString &words);

    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// By click or key; also when the current item is pressed again.
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] NavItem *item(int id) const;

    QButtonGroup *m_group;
    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
    bool m_narrow = false;
};

} // namespace deskbell::ui
