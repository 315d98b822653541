// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace deskbell::ui {

/// Translation context of everything said in ui/words.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Words)
};

/// A code nobody has worded yet, as something a person can still read: "water_main.burst" becomes "water main burst".
[[nodiscard]] QString readable(const QString &code);
/// First letter upper-case.
[[nodiscard]] QString sentence(const QString &text);

} // namespace deskbell::ui
