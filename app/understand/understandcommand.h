// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QIODevice;
class QTextStream;

namespace deskbell {
struct Profile;
}

namespace deskbell::app {

/// deskbell understand [--profile FILE]: reads JSON lines on standard input and prints what each text means. A line
/// that cannot be read is told with its number on standard error and passed over; the answer is then 1. Without a
/// profile it knows no services.
[[nodiscard]] int runUnderstand(const QStringList &arguments);

/// The same for any source: every line of \p in until its end. Blocks while \p in waits for more.
[[nodiscard]] int understandLines(QIODevice &in, const Profile &profile, QTextStream &out, QTextStream &err);

} // namespace deskbell::app
