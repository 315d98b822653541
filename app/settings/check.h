// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace deskbell::app {

/// One thing that was tried, and what came of it; shown by `deskbell doctor` and by "Test now" in the window.
struct Check {
    enum class State {
        Works,
        Note, ///< works without it, or only sometimes; worth knowing
        Fails,
    };
    QString id; ///< "data_folder": for programs, never translated
    QString name; ///< "Data folder"
    State state = State::Works;
    QString what; ///< one plain sentence: what was found
    QString todo; ///< what to do about it; empty when there is nothing to do
    bool operator==(const Check &) const = default;
};
using Checks = QVector<Check>;

} // namespace deskbell::app
