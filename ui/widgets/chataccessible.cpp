// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chataccessible.h"
#include "ui/widgets/chatview.h"
#include "ui/widgets/chatwords.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <utility>

namespace deskbell::ui {

namespace {

/// One message. It knows its id, not its place: older messages may be put above it.
class ChatLine : public QAccessibleInterface
{
public:
    ChatLine(ChatView *view, qint64 id)
        : m_view(view)
        , m_id(id)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && place() >= 0; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_view->window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? chatwords::spoken(m_view->column().item(place())) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_view->messageRect(place());
        return {m_view->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = state.focusable = state.selectable = true;
        state.selected = isValid() && m_view->selected() == place();
        state.focused = state.selected && m_view->hasFocus();
        state.invalid = !isValid();
        return state;
    }

private:
    [[nodiscard]] int place() const { return m_view->column().indexOf(m_id); }

    QPointer<ChatView> m_view;
    qint64 m_id;
};

class ChatAccessible : public QAccessibleWidget
{
public:
    explicit ChatAccessible(ChatView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }

    ~ChatAccessible() override
    {
        for (QAccessible::Id id : std::as_const(m_lines))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return view().column().count(); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const qint64 message = view().column().item(index).id;
        if (!m_lines.contains(message))
            m_lines.insert(message, QAccessible::registerAccessibleInterface(new ChatLine(&view(), message)));
        return QAccessible::accessibleInterface(m_lines.value(message));
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *line) const override
    {
        const QAccessible::Id id = QAccessible::uniqueId(const_cast<QAccessibleInterface *>(line));
        for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it)
            if (it.value() == id)
                return view().column().indexOf(it.key());
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view().viewport()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i)
            if (view().column().isReal(i) && view().messageRect(i).contains(at))
                return child(i);
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override { return child(view().selected()); }

private:
    [[nodiscard]] ChatView &view() const { return *static_cast<ChatView *>(object()); }

    mutable QHash<qint64, QAccessible::Id> m_lines;
};

QAccessibleInterface *makeChat(const QString &className, QObject *object)
{
    if (className != QLatin1String("deskbell::ui::ChatView"))
        return nullptr;
    return new ChatAccessible(static_cast<ChatView *>(object));
}

} // namespace

void installChatAccessibility()
{
    QAccessible::installFactory(makeChat);
}

} // namespace deskbell::ui
