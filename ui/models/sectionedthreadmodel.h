// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowspeech.h"
#include "ui/models/threadorder.h"

#include <QAbstractListModel>
#include <array>
#include <set>

namespace deskbell::ui {

/// The thread list: headings and threads are rows of one flat list, a heading stands above each section that has
/// rows. While frozen, rows change their content but never their place: what would move, come or go waits and is
/// counted. Main thread.
class SectionedThreadModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Filter { Open, Mine, Done };
    enum Role { HeadingRole = Qt::UserRole + 1, SectionRole, ThreadRole, CountRole };

    explicit SectionedThreadModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Display and accessible text come from the speech; without one they are empty.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isHeading(int row) const;
    /// The section whose place the row has; while frozen this may differ from the thread's own section.
    [[nodiscard]] engine::Section sectionAt(int row) const;
    [[nodiscard]] const engine::ThreadRow *threadAt(int row) const; ///< null for a heading or a row out of range
    [[nodiscard]] int rowOf(const ThreadId &thread) const; ///< -1 when it is not in the list
    [[nodiscard]] const engine::ThreadRow *find(const ThreadId &thread) const; ///< whatever the filter; null: unknown
    [[nodiscard]] int shownIn(engine::Section section) const;
    [[nodiscard]] int total(Filter filter) const; ///< what that filter would show, ignoring the search words
    [[nodiscard]] int pendingChanges() const { return int(m_pending.size()); }
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    [[nodiscard]] Filter filter() const { return m_filter; }

    void setSpeech(ThreadSpeech speech) { m_speech = std::move(speech); }

public Q_SLOTS:
    void resetRows(const std::vector<deskbell::engine::ThreadRow> &rows);
    void changeRow(const deskbell::engine::ThreadRow &row);
    void setFilter(deskbell::ui::SectionedThreadModel::Filter filter);
    void setSeat(const QString &seat);
    /// Searches name, number (digits in any form) and last text of the rows at hand. Empty: everything.
    void setNeedle(const QString &needle);
    /// Thawing shows what waited.
    void setFrozen(bool frozen);
    /// Shows what waited and stays frozen.
    void showPending();

Q_SIGNALS:
    void pendingChanged(int count);
    void totalsChanged();

private:
    static constexpr int heading = -1;
    struct Entry {
        engine::Section section;
        int slot; ///< in m_rows, or heading
    };

    [[nodiscard]] bool accepts(const engine::ThreadRow &row) const;
    [[nodiscard]] bool passes(const engine::ThreadRow &row, Filter filter) const;
    [[nodiscard]] int entryOf(int slot) const;
    [[nodiscard]] bool settled(int slot, int at) const;
    [[nodiscard]] bool inOrder(int at) const;
    [[nodiscard]] const engine::ThreadRow *settledNeighbour(int at, int step) const;
    [[nodiscard]] int headingOf(engine::Section section) const;
    [[nodiscard]] int placeFor(int slot) const;

    int keep(const engine::ThreadRow &row);
    void count(const engine::ThreadRow &row, int sign);
    void rebuild();
    void place(int slot);
    void ensureHeading(engine::Section section);
    void dropEmptyHeading(engine::Section section);
    void insertEntry(int slot);
    void removeEntry(int at);
    void moveEntry(int at);
    void touch(int at);
    void touchHeading(engine::Section section);
    void setPending(int slot, bool pending);

    ThreadSpeech m_speech;
    std::vector<engine::ThreadRow> m_rows;
    QHash<ThreadId, int> m_slots;
    std::vector<Entry> m_entries;
    std::set<int> m_pending; ///< slots whose place is not the one they should have
    std::array<int, sectionCount> m_shown{};
    std::array<int, 3> m_totals{};
    Filter m_filter = Filter::Open;
    QString m_seat;
    QString m_needle;
    bool m_frozen = false;
};

} // namespace deskbell::ui
