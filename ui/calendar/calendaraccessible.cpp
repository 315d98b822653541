// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendaraccessible.h"

#include "ui/calendar/calendargrid.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWindow>

namespace deskbell::ui {

namespace {

/// One card. It knows its id, not its place: cards come and go around it.
class CardAccessible : public QAccessibleInterface
{
public:
    CardAccessible(CalendarGrid *grid, QString id)
        : m_grid(grid)
        , m_id(std::move(id))
    {
    }

    [[nodiscard]] bool isValid() const override { return m_grid && m_grid->find(m_id); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_grid->window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_grid.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_grid->spoken(m_id) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_grid->boxOf(m_id);
        return {m_grid->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = state.focusable = state.selectable = true;
        const CalendarCard *chosen = m_grid ? m_grid->selected() : nullptr;
        state.selected = chosen && chosen->id == m_id;
        state.focused = state.selected && m_grid->hasFocus();
        state.invalid = !isValid();
        return state;
    }

private:
    QPointer<CalendarGrid> m_grid;
    QString m_id;
};

class GridAccessible : public QAccessibleWidget
{
public:
    explicit GridAccessible(CalendarGrid *grid)
        : QAccessibleWidget(grid, QAccessible::List)
    {
    }

    ~GridAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_known))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return int(grid().cards().size()); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const QString id = grid().cards()[size_t(index)].id;
        if (!m_known.contains(id))
            m_known.insert(id, QAccessible::registerAccessibleInterface(new CardAccessible(&grid(), id)));
        return QAccessible::accessibleInterface(m_known.value(id));
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *card) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == card)
                return index;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = grid().viewport()->mapFromGlobal(QPoint(x, y));
        for (int index = 0; index < childCount(); ++index) {
            if (grid().boxOf(grid().cards()[size_t(index)].id).contains(at))
                return child(index);
        }
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const CalendarCard *chosen = grid().selected();
        for (int index = 0; chosen && index < childCount(); ++index) {
            if (grid().cards()[size_t(index)].id == chosen->id)
                return child(index);
        }
        return nullptr;
    }

private:
    [[nodiscard]] CalendarGrid &grid() const { return *static_cast<CalendarGrid *>(object()); }

    mutable QHash<QString, QAccessible::Id> m_known;
};

QAccessibleInterface *makeGrid(const QString &className, QObject *object)
{
    if (className != QLatin1String("deskbell::ui::CalendarGrid"))
        return nullptr;
    return new GridAccessible(static_cast<CalendarGrid *>(object));
}

} // namespace

void installCalendarAccessibility()
{
    QAccessible::installFactory(makeGrid);
}

} // namespace deskbell::ui
