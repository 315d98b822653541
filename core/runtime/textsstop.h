// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QMetaType>
#include <QString>

namespace deskbell::runtime {

/// The big stop: while it is on, no automatic text leaves, and callers go to people.
struct TextsStop {
    bool on = false;
    QString seat; ///< who turned it on or off last
    Instant since;

    /// How it is kept among the store's marks.
    [[nodiscard]] static QString stream() { return QStringLiteral("texts_stop"); }
    [[nodiscard]] QString mark() const;
    /// What cannot be read counts as on: better silent than against somebody's word. Empty: never touched.
    [[nodiscard]] static TextsStop fromMark(const QString &mark);
    bool operator==(const TextsStop &) const = default;
};

} // namespace deskbell::runtime
Q_DECLARE_METATYPE(deskbell::runtime::TextsStop)
