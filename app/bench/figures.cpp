// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/figures.h"

#include <QTextStream>
#include <algorithm>
#include <cmath>

namespace deskbell::bench {

void print(const QString &title, const Figures &figures)
{
    QTextStream out(stdout);
    out << Qt::endl << title << Qt::endl;
    for (const Figure &figure : figures) {
        const QString value = QString::number(figure.value, 'f', figure.value < 10 ? 2 : figure.value < 1000 ? 1 : 0);
        out << "  " << figure.what.leftJustified(58) << value.rightJustified(10) << ' ' << figure.unit.leftJustified(6);
        if (!figure.must.isEmpty())
            out << (figure.reached ? "  reached  " : "  MISSED   ") << figure.must;
        out << Qt::endl;
    }
}

double percentile(std::vector<double> values, double p)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double place = p / 100 * static_cast<double>(values.size() - 1);
    return values[static_cast<size_t>(std::lround(place))];
}

} // namespace deskbell::bench
