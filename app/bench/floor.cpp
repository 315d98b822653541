// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/floor.h"

#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sqlite3.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace deskbell::bench {
namespace {

constexpr int connections = 16;

struct HeardCall {
    std::string sid;
    std::string from;
    std::string to;
};

int dial(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return -1;
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

bool writeAll(int socket, const std::string &bytes)
{
    for (size_t done = 0; done < bytes.size();) {
        const auto n = ::write(socket, bytes.data() + done, bytes.size() - done);
        if (n <= 0)
            return false;
        done += static_cast<size_t>(n);
    }
    return true;
}

std::string member(const std::string &json, const char *name)
{
    const std::string key = std::string("\"") + name + "\":\"";
    const auto at = json.find(key);
    if (at == std::string::npos)
        return {};
    const auto from = at + key.size();
    return json.substr(from, json.find('"', from) - from);
}

/// Takes whole server frames (unmasked) off the front of the buffer.
std::vector<std::string> takeFrames(std::string &buffer)
{
    std::vector<std::string> frames;
    size_t at = 0;
    while (buffer.size() - at >= 2) {
        size_t length = static_cast<unsigned char>(buffer[at + 1]) & 127U;
        size_t head = 2;
        if (length == 126) {
            if (buffer.size() - at < 4)
                break;
            length = (static_cast<size_t>(static_cast<unsigned char>(buffer[at + 2])) << 8U) | static_cast<unsigned char>(buffer[at + 3]);
            head = 4;
        }
        if (buffer.size() - at < head + length)
            break;
        frames.push_back(buffer.substr(at + head, length));
        at += head + length;
    }
    buffer.erase(0, at);
    return frames;
}

void keep(sqlite3 *database, sqlite3_stmt *insert, const std::vector<HeardCall> &calls)
{
    sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    for (const HeardCall &call : calls) {
        sqlite3_bind_text(insert, 1, call.sid.data(), static_cast<int>(call.sid.size()), SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, call.from.data(), static_cast<int>(call.from.size()), SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
}

std::string escaped(const std::string &number) { return "%2B" + number.substr(number.empty() ? 0 : 1); }

std::string postOf(const HeardCall &call)
{
    const std::string body = "To=" + escaped(call.from) + "&From=" + escaped(call.to) + "&Body=Sorry+we+missed+your+call";
    return "POST /2010-04-01/Accounts/ACde5bbe11de5bbe11de5bbe11de5bbe11/Messages.json HTTP/1.1\r\nHost: 127.0.0.1\r\n"
           "Authorization: Basic QUM6eA==\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace

int runFloor(int port, const char *file)
{
    sqlite3 *database = nullptr;
    sqlite3_open(file, &database);
    sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE call(sid TEXT PRIMARY KEY, caller TEXT) WITHOUT ROWID",
        nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT OR IGNORE INTO call VALUES(?,?)", -1, &insert, nullptr);
    const int push = dial(port);
    writeAll(push, "GET /events?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Authorization: Basic QUM6eA==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    std::vector<pollfd> watched{{push, POLLIN, 0}};
    for (int i = 0; i < connections; ++i)
        watched.push_back({dial(port), POLLIN, 0});
    std::string buffer;
    bool upgraded = false;
    size_t next = 0;
    std::vector<char> bytes(1 << 20);
    while (::poll(watched.data(), watched.size(), -1) > 0) {
        for (size_t i = 1; i < watched.size(); ++i) {
            if (watched[i].revents & POLLIN)
                [[maybe_unused]] const auto answers = ::read(watched[i].fd, bytes.data(), bytes.size());
        }
        if (!(watched[0].revents & POLLIN))
            continue;
        const auto n = ::read(push, bytes.data(), bytes.size());
        if (n <= 0)
            return 0;
        buffer.append(bytes.data(), static_cast<size_t>(n));
        if (!upgraded) {
            const auto head = buffer.find("\r\n\r\n");
            if (head == std::string::npos)
                continue;
            buffer.erase(0, head + 4);
            upgraded = true;
        }
        std::vector<HeardCall> calls;
        for (const std::string &frame : takeFrames(buffer)) {
            if (frame.find("\"call.missed\"") != std::string::npos)
                calls.push_back({member(frame, "sid"), member(frame, "from"), member(frame, "to")});
        }
        if (calls.empty())
            continue;
        keep(database, insert, calls);
        std::vector<std::string> batches(connections);
        for (const HeardCall &call : calls)
            batches[next++ % connections] += postOf(call);
        for (size_t i = 0; i < batches.size(); ++i) {
            if (!batches[i].empty())
                writeAll(watched[i + 1].fd, batches[i]);
        }
    }
    return 0;
}

} // namespace deskbell::bench
