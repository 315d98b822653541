// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threadorder.h"

#include <limits>
#include <tuple>

namespace deskbell::ui {

namespace {

bool isQueue(engine::Section section)
{
    return section == engine::Section::NeedsPerson || section == engine::Section::WithPerson;
}

qint64 queueKey(const engine::ThreadRow &row)
{
    return row.waitsSince.isSet() ? row.waitsSince.ms : std::numeric_limits<qint64>::max();
}

} // namespace

bool standsBefore(const engine::ThreadRow &left, const engine::ThreadRow &right)
{
    const qint64 newestLeft = -left.lastAt.ms;
    const qint64 newestRight = -right.lastAt.ms;
    if (!isQueue(left.section))
        return std::tie(newestLeft, left.thread) < std::tie(newestRight, right.thread);
    return std::make_tuple(!left.urgent, queueKey(left), newestLeft, left.thread)
        < std::make_tuple(!right.urgent, queueKey(right), newestRight, right.thread);
}

} // namespace deskbell::ui
