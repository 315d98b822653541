// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/record.h"
#include "tests/fuzz/fuzztarget.h"

using namespace deskbell;

/// Threads and orders as they lie in the shop's file, after a bad disk or by another version.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray stored = fuzz::input(bytes, size);
    if (const auto thread = record::readThread(stored)) {
        const auto again = record::readThread(record::write(*thread));
        fuzz::require(again && *again == *thread, "writing a thread changes nothing");
    } else {
        fuzz::require(!thread.error().detail.isEmpty(), "a refused thread says why");
    }
    if (const auto order = record::readOrder(stored)) {
        const auto again = record::readOrder(record::write(*order));
        fuzz::require(again && *again == *order, "writing an order changes nothing");
    }
    (void)record::readSources(stored);
    (void)record::readStrings(stored);
    return 0;
}
