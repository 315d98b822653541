// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/decide.h"

#include <QByteArray>
#include <QByteArrayView>

// Values of the engine to JSON and back, for the store. Pure; any thread. Members that have the value of a newly made
// object are left out. What is read was written by us, but maybe by another version or on a bad disk: a mistake is
// Malformed with the path of the place ("thread: episode.result is a word this program does not know (byte 91)") and
// never with contents.

namespace deskbell::record {

/// Written into every thread and order; a file with a higher one is refused. Raise it when a shape changes so that
/// old files mean something else.
constexpr int formatVersion = 1;

[[nodiscard]] QByteArray write(const engine::ThreadState &state);
[[nodiscard]] QByteArray write(const engine::Order &order);
[[nodiscard]] QByteArray write(const std::vector<engine::Source> &sources);
[[nodiscard]] QByteArray write(const QStringList &words);
[[nodiscard]] QByteArray write(const Lead &lead);
[[nodiscard]] QByteArray write(const Hold &hold);
[[nodiscard]] QByteArray write(const Appointment &appointment);

/// The same, appended to \p out: the store keeps one buffer for many.
void append(QByteArray &out, const engine::ThreadState &state);
void append(QByteArray &out, const engine::Order &order);
void append(QByteArray &out, const engine::EpisodeRecord &episode);
void append(QByteArray &out, const std::vector<engine::Source> &sources);
void append(QByteArray &out, const QStringList &words);

[[nodiscard]] Result<engine::ThreadState> readThread(QByteArrayView bytes);
[[nodiscard]] Result<engine::Order> readOrder(QByteArrayView bytes);
[[nodiscard]] Result<engine::EpisodeRecord> readEpisode(QByteArrayView bytes);
[[nodiscard]] Result<std::vector<engine::Source>> readSources(QByteArrayView bytes);
[[nodiscard]] Result<QStringList> readStrings(QByteArrayView bytes);
[[nodiscard]] Result<Lead> readLead(QByteArrayView bytes);
[[nodiscard]] Result<Hold> readHold(QByteArrayView bytes);
[[nodiscard]] Result<Appointment> readAppointment(QByteArrayView bytes);

/// The word by which an order or a phase is stored, for columns.
[[nodiscard]] QLatin1String nameOf(const engine::Order &order);
[[nodiscard]] QLatin1String nameOf(const engine::Phase &phase);

} // namespace deskbell::record
