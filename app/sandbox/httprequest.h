// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace deskbell::sandbox {

/// One request as it lies in the connection's buffer. The views are valid only while the handler runs.
struct HttpRequest {
    std::string_view method;
    std::string_view path; ///< still percent-encoded, without the query
    std::string_view query;
    std::string_view authorization;
    std::string_view contentType;
    std::string_view body;
    bool keepAlive = true;
    bool wantsUpgrade = false;
    bool expectsContinue = false;
};

enum class ReadResult {
    Done, ///< one request read
    More, ///< not whole yet: read more bytes and try again
    Bad, ///< not HTTP/1.x as we speak it
    TooLarge, ///< head over 16 KiB or body over 1 MiB
};

inline constexpr std::size_t maxHead = 16 * 1024;
inline constexpr std::size_t maxBody = 1024 * 1024;

/// Reads one request from the front of `bytes`. `used` is set to its length when Done; when More and the head is
/// whole, `request` already holds the head.
[[nodiscard]] ReadResult readRequest(std::string_view bytes, HttpRequest& request, std::size_t& used);

} // namespace deskbell::sandbox
