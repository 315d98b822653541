// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace deskbell::architecture {

/// One file of the repository. The path is relative to its top and uses '/'.
struct SourceFile {
    QString path;
    QString text;
};

struct Include {
    int line = 0;
    QString target; ///< as written, without the brackets or quotes
    bool quoted = false;
};

/// The text with comments blanked out. Line breaks stay, so line numbers hold.
[[nodiscard]] QString withoutComments(const QString &text);

/// As withoutComments(), and what stands inside string and character literals is blanked out too: code only.
[[nodiscard]] QString codeOf(const QString &text);

[[nodiscard]] QList<Include> includesOf(const QString &text);

[[nodiscard]] int lineAt(const QString &text, qsizetype position);

} // namespace deskbell::architecture
