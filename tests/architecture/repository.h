// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/rules.h"

namespace deskbell::architecture {

/// Everything in the folders of the repository whose name matches one of the patterns ("*.cpp"), ordered by path.
[[nodiscard]] QList<SourceFile> filesIn(const QString &top, const QStringList &folders, const QStringList &patterns);

[[nodiscard]] SourceFile fileAt(const QString &top, const QString &path);

/// Which module's folder holds each header of the Qt this test was built with.
[[nodiscard]] QtHeaders installedQtHeaders();

} // namespace deskbell::architecture
