// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledger.h"

#include <QJsonObject>

namespace deskbell::sandbox {

/// What came of the missed calls, counted by the company itself: whoever sends the texts cannot flatter here.
struct Tally {
    QHash<QByteArray, int> textsPerNumber; ///< accepted creates
    QHash<QByteArray, int> twice; ///< numbers that were accepted the same words more than once, and how often
    int missedWithoutText = 0;
    std::vector<double> delaysMs; ///< missed call -> first text accepted afterwards; sorted
    double lastTextMs = 0; ///< first missed call -> last accepted text
};

/// Walks over everything: for the end of a run, not for its middle.
[[nodiscard]] Tally tallyOf(const Ledger& ledger);
/// With the texts per number only when wanted: a large burst has as many numbers.
[[nodiscard]] QJsonObject toJson(const Tally& tally, bool withNumbers);

} // namespace deskbell::sandbox
