// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twilioreader.h"
#include "tests/fuzz/fuzztarget.h"

using namespace deskbell;

/// Lists of calls and single ones, as the provider's REST answers them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::input(bytes, size);
    if (const auto page = link::readCalls(body)) {
        for (const link::CallRecord &row : page->rows)
            fuzz::require(!row.sid.isEmpty(), "a call that was taken has an id");
    } else {
        fuzz::require(!page.error().detail.isEmpty(), "a refused list says why");
    }
    if (const auto one = link::readCall(body))
        fuzz::require(!one->sid.isEmpty(), "a call that was taken has an id");
    return 0;
}
