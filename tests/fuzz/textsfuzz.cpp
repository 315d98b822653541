// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twilioreader.h"
#include "tests/fuzz/fuzztarget.h"

using namespace deskbell;

/// Lists of texts, single ones, look-ups of numbers and error bodies.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::input(bytes, size);
    if (const auto page = link::readTexts(body)) {
        for (const link::TextRecord &row : page->rows) {
            fuzz::require(!row.sid.isEmpty(), "a text that was taken has an id");
            fuzz::require(row.media >= 0, "no negative number of pictures");
        }
    } else {
        fuzz::require(!page.error().detail.isEmpty(), "a refused list says why");
    }
    (void)link::readText(body);
    (void)link::readLineType(body);
    (void)link::readError(body);
    return 0;
}
