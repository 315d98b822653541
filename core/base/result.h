// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace deskbell {

/// What code branches on. Words for people are made in the window.
enum class ErrorKind {
    Offline, ///< no connection was made: nothing left this machine
    Timeout, ///< a time limit passed
    Refused, ///< the other side said no, definitely
    Malformed, ///< bytes that cannot be understood
    Conflict, ///< somebody else changed it first: load again and decide again
    Missing, ///< asked-for thing is not there
    Storage, ///< disk or database failed
    Unusable, ///< a setting or file of ours cannot be used
};

struct Error {
    ErrorKind kind = ErrorKind::Unusable;
    QString detail; ///< for the log and the expert; never holds message text, secrets or whole numbers
    bool operator==(const Error &) const = default;
};

template<class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString detail)
{
    return tl::make_unexpected(Error{kind, std::move(detail)});
}

} // namespace deskbell
