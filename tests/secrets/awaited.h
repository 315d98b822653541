// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTest>
#include <functional>
#include <optional>

namespace deskbell {

/// Runs the event loop until the callback came; Timeout after half a minute.
template<class T> Result<T> awaited(const std::function<void(std::function<void(Result<T>)>)> &ask)
{
    auto answer = std::make_shared<std::optional<Result<T>>>();
    ask([answer](Result<T> came) { *answer = std::move(came); });
    if (answer->has_value())
        return failure(ErrorKind::Unusable, QStringLiteral("answered inside the call"));
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 30'000))
        return failure(ErrorKind::Timeout, QStringLiteral("the callback never came"));
    return std::move(**answer);
}

} // namespace deskbell
