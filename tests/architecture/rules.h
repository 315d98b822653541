// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/layertable.h"
#include "tests/architecture/sourcetext.h"

#include <QMultiHash>

namespace deskbell::architecture {

/// Pure functions from text to complaints, so that each is tested on planted samples before it judges the real tree.
/// A complaint reads "path:line: what is wrong and what to do instead"; an empty list means nothing is wrong.

/// "QWidget" -> "QtWidgets": which Qt module's folder holds a header. Read from the installed Qt by the test.
using QtHeaders = QMultiHash<QString, QString>;

/// What the table itself may not say: Widgets below the window, anything but Qt Core in the pure rooms.
[[nodiscard]] QStringList tableComplaints(const LayerTable &table);

/// Every include in both spellings against the table, the hard limits of core/, and who may see whom in tests/support.
[[nodiscard]] QStringList includeComplaints(const SourceFile &file, const LayerTable &table, const QtHeaders &qt);

/// Words that code may not say: clocks, chance, files and logging in the pure rooms, and some nowhere at all.
[[nodiscard]] QStringList wordComplaints(const SourceFile &file);

/// Names of files and classes that say nothing about what they do.
[[nodiscard]] QStringList nameComplaints(const SourceFile &file);

/// Licence line, `#pragma once`, length, and the folders of somebody's machine.
[[nodiscard]] QStringList shapeComplaints(const SourceFile &file);

/// x/foo.cpp includes "x/foo.h" first when there is one: compiling it then proves that the header stands alone.
[[nodiscard]] QStringList ownHeaderComplaints(const SourceFile &file, bool hasOwnHeader);

/// Folders under core/ and ui/ whose sources no declared module would build. Ordered and without repeats.
[[nodiscard]] QStringList undeclaredComplaints(const QStringList &paths, const LayerTable &table);

/// Declared modules that the first column of ARCHITECTURE.md's table does not name, and named ones that are not declared.
[[nodiscard]] QStringList describedComplaints(const QString &architecture, const LayerTable &table);

} // namespace deskbell::architecture
