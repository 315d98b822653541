// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace deskbell::app {

/// deskbell contacts import FILE [--data FOLDER]: the shop's own numbers. A row that cannot be used is told with its line;
/// then nothing is taken in unless --skip-bad is given. Returns 0; 2 for usage; 1 when nothing was taken in.
[[nodiscard]] int runContacts(const QStringList &arguments);

/// deskbell complaints import FILE [--data FOLDER]: the FTC's daily list. Bad rows are told and passed over.
[[nodiscard]] int runComplaints(const QStringList &arguments);

} // namespace deskbell::app
