// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/httprequest.h"

#include <charconv>
#include <cstring>
#include <strings.h>

namespace deskbell::sandbox {
namespace {

struct Framing {
    std::size_t bodySize = 0;
    bool bad = false;
};

bool same(std::string_view a, std::string_view lower)
{
    return a.size() == lower.size() && strncasecmp(a.data(), lower.data(), a.size()) == 0;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool readRequestLine(std::string_view line, HttpRequest &request)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == 0 || first == std::string_view::npos || last <= first + 1)
        return false;
    const auto version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return false;
    request.method = line.substr(0, first);
    request.keepAlive = version == "HTTP/1.1";
    const auto target = line.substr(first + 1, last - first - 1);
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    request.query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    return target.front() == '/';
}

void readLength(std::string_view value, Framing &framing)
{
    const auto end = value.data() + value.size();
    const auto parsed = std::from_chars(value.data(), end, framing.bodySize);
    framing.bad = framing.bad || parsed.ec != std::errc() || parsed.ptr != end;
}

/// Told apart by length first: nearly all headers end there.
void takeHeader(std::string_view name, std::string_view value, HttpRequest &request, Framing &framing)
{
    switch (name.size()) {
    case 6:
        if (same(name, "expect"))
            request.expectsContinue = same(value, "100-continue");
        break;
    case 7:
        if (same(name, "upgrade"))
            request.wantsUpgrade = same(value, "websocket");
        break;
    case 10:
        if (same(name, "connection") && same(value, "close"))
            request.keepAlive = false;
        else if (same(name, "connection") && same(value, "keep-alive"))
            request.keepAlive = true;
        break;
    case 12:
        if (same(name, "content-type"))
            request.contentType = value;
        break;
    case 13:
        if (same(name, "authorization"))
            request.authorization = value;
        break;
    case 14:
        if (same(name, "content-length"))
            readLength(value, framing);
        break;
    case 17:
        if (same(name, "transfer-encoding"))
            framing.bad = true; // nobody who sends texts needs chunks
        break;
    default: break;
    }
}

bool readHead(std::string_view head, HttpRequest &request, Framing &framing)
{
    std::size_t at = head.find("\r\n");
    if (!readRequestLine(head.substr(0, at), request))
        return false;
    while (at != std::string_view::npos && at + 2 < head.size()) {
        const std::size_t start = at + 2;
        at = head.find("\r\n", start);
        const auto line = head.substr(start, at == std::string_view::npos ? at : at - start);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return false;
        takeHeader(line.substr(0, colon), trimmed(line.substr(colon + 1)), request, framing);
    }
    return !framing.bad;
}

} // namespace

ReadResult readRequest(std::string_view bytes, HttpRequest &request, std::size_t &used)
{
    const auto end = bytes.substr(0, maxHead).find("\r\n\r\n");
    if (end == std::string_view::npos)
        return bytes.size() >= maxHead ? ReadResult::TooLarge : ReadResult::More;
    request = {};
    Framing framing;
    if (!readHead(bytes.substr(0, end), request, framing))
        return ReadResult::Bad;
    if (framing.bodySize > maxBody)
        return ReadResult::TooLarge;
    if (bytes.size() < end + 4 + framing.bodySize)
        return ReadResult::More;
    request.body = bytes.substr(end + 4, framing.bodySize);
    used = end + 4 + framing.bodySize;
    return ReadResult::Done;
}

} // namespace deskbell::sandbox
