// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/callbackorder.h"
#include "ui/models/rowspeech.h"

#include <QAbstractListModel>
#include <QMap>
#include <array>

namespace deskbell::ui {

/// The call-back queue, one tab at a time. Order and tabs depend on the time, which is told by setNow. Rows that
/// stay keep their index identity (moves, no resets), so selection survives. Main thread.
class CallbackModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ThreadRole = Qt::UserRole + 1, RankRole };

    explicit CallbackModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const engine::CallbackRow *at(int row) const; ///< null out of range
    [[nodiscard]] const engine::CallbackRow *find(const ThreadId &thread) const; ///< whatever the tab; null: unknown
    [[nodiscard]] int rowOf(const ThreadId &thread) const; ///< -1: not in this tab
    [[nodiscard]] int total(CallbackTab tab) const;
    [[nodiscard]] int withheldNow() const; ///< rows of the Now tab that cannot be dialled
    [[nodiscard]] Instant nextDue() const; ///< of the open rows after now; not set: none
    [[nodiscard]] CallbackTab tab() const { return m_tab; }
    [[nodiscard]] Instant now() const { return m_now; }

    void setSpeech(CallbackSpeech speech) { m_speech = std::move(speech); }

public Q_SLOTS:
    void resetRows(const std::vector<deskbell::engine::CallbackRow> &rows);
    void changeRow(const deskbell::engine::CallbackRow &row);
    void removeRow(const deskbell::ThreadId &thread);
    void setTab(deskbell::ui::CallbackTab tab);
    void setNow(deskbell::Instant now);
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    void totalsChanged();

private:
    [[nodiscard]] std::vector<ThreadId> wanted() const;
    void settle();
    void placeAt(int target, const ThreadId &thread);
    void recount();

    CallbackSpeech m_speech;
    QMap<ThreadId, engine::CallbackRow> m_rows;
    std::vector<ThreadId> m_order;
    std::array<int, callbackTabCount> m_totals{};
    CallbackTab m_tab = CallbackTab::Now;
    QTimeZone m_zone = QTimeZone::utc();
    Instant m_now;
};

} // namespace deskbell::ui
