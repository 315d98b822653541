// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/linkpill.h"

#include <QWidget>

#include <array>

class QHBoxLayout;

namespace deskbell::ui {

class Counter;
class ElidedLabel;
class SearchBox;

/// The bar at the top, always: where are we, what waits, is the link up, who sits here. 64 high. Short of room it
/// drops "AI answering" first, then the search words, then the words beside the numerals.
class NowBar : public QWidget
{
    Q_OBJECT
public:
    enum class Count { NeedPerson, AiAnswering, CallBack, BookedToday };

    explicit NowBar(QWidget *parent = nullptr);

    void setShopName(const QString &name);
    /// "Open until 18:00 · Thu 12 Jun, 14:07"; the dot is green while open.
    void setOpenState(bool open, const QString &line);
    void setCount(Count which, int count);
    void setLink(LinkPill::State state, const QString &words);
    void setPerson(const QString &initials, const QString &name, const QString &role);
    /// "Muted 9:12": empty while sounds are on.
    void setMuted(const QString &words);
    void focusSearch();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void counterPressed(deskbell::ui::NowBar::Count which);
    void searchEdited(const QString &text);
    void searchEntered(const QString &text);
    void searchLeft();
    void linkPressed();
    void personPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int needed() const;
    void addCounters(QHBoxLayout &row);
    [[nodiscard]] Counter &counter(Count which) const { return *m_counters[size_t(which)]; }

    ElidedLabel *m_shop;
    ElidedLabel *m_state;
    std::array<Counter *, 4> m_counters{};
    SearchBox *m_search;
    StatePill *m_muted;
    LinkPill *m_link;
    PersonButton *m_person;
    QWidget *m_left;
    bool m_open = true;
};

} // namespace deskbell::ui
