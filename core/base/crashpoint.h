// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskbell {

/// A place where a test may kill the process, as a power cut would: DESKBELL_CRASH_AT="sending.after_commit:3" ends it
/// with SIGKILL at the third passing. The names are those of the failure model. Builds without DESKBELL_CRASH_POINTS
/// (release) contain nothing of it.
#ifdef DESKBELL_CRASH_POINTS
void crashPoint(const char *name);
#else
inline void crashPoint(const char *) { }
#endif

} // namespace deskbell
