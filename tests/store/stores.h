// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/appointmentbook.h"
#include "core/runtime/storeport.h"

#include <QTemporaryDir>
#include <QTest>
#include <functional>

namespace deskbell {

/// A store as tests see it: by its contracts only, so the same suite can run on any kind.
struct OpenedStore {
    std::shared_ptr<void> owner;
    runtime::StorePort *port = nullptr;
    runtime::AppointmentBook *book = nullptr;
};
using StoreFactory = std::function<OpenedStore()>;

/// Adds one row for each kind of store to the running initTestCase_data(): column "store".
void addStoreKinds();
/// A fresh, empty store of the running row.
OpenedStore openStore();

/// One decided fact of a thread, with nothing else to keep.
runtime::StepRecord step(const QString &fact, const QString &thread, int seenVersion = 0);
engine::PlannedOrder textOrder(const QString &id, const QString &thread, TextKind kind, int priority);
engine::HistoryLine line(const QString &id, Instant at);
runtime::Commit commitOf(std::vector<runtime::StepRecord> steps, Instant now = {1'700'000'000'000});
QString idsOf(const std::vector<runtime::OutboxEntry> &entries);

} // namespace deskbell
Q_DECLARE_METATYPE(deskbell::StoreFactory)
