// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace deskbell::bench {

/// One measured number with what it should reach.
struct Figure {
    QString what;
    double value = 0;
    QString unit;
    QString must; ///< from the table of figures to reach; empty: for information
    bool reached = true;
};

using Figures = std::vector<Figure>;

void print(const QString &title, const Figures &figures);
/// The p-th percentile (0…100) of the values; 0 without any.
[[nodiscard]] double percentile(std::vector<double> values, double p);

} // namespace deskbell::bench
