// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskbell::bench {

/// A bare program as the floor: pushed events in, one SQLite commit (WAL, synchronous FULL) for all that wait, one POST
/// each on kept-alive connections. No engine, no threads, no look-ups. Runs until killed. \p port is the phone
/// company's on 127.0.0.1; \p file is a new database.
[[nodiscard]] int runFloor(int port, const char *file);

} // namespace deskbell::bench
