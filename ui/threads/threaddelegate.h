// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sectionedthreadmodel.h"
#include "ui/threads/rowwords.h"
#include "ui/threads/threadrowlayout.h"

#include <QStyledItemDelegate>

namespace deskbell::ui {

/// Paints headings and rows of SectionedThreadModel. The list tells it what time it is.
class ThreadDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ThreadDelegate(QObject *parent = nullptr);

    [[nodiscard]] ListScene &scene() { return m_scene; }
    [[nodiscard]] const ListScene &scene() const { return m_scene; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The part that changes every second while somebody waits; empty when nothing runs.
    [[nodiscard]] QRect clockBox(const QRect &row, const engine::ThreadRow &thread) const;

    [[nodiscard]] static int rowHeight();
    [[nodiscard]] static int headingHeight();
    static void paintHeading(QPainter &painter, const QRect &box, engine::Section section, int count);

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const engine::ThreadRow &row) const;

    ListScene m_scene;
};

[[nodiscard]] ThreadRowNeeds needsOf(const RowWords &words);

} // namespace deskbell::ui
