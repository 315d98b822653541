// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/pushreader.h"
#include "tests/fuzz/fuzztarget.h"

using namespace deskbell;

/// Frames of the push channel.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzz::input(bytes, size));
    const auto frame = link::readFrame(text);
    if (!frame) {
        fuzz::require(!frame.error().detail.isEmpty(), "a refused frame says why");
        return 0;
    }
    const auto *skipped = std::get_if<link::PushFrame::Skipped>(&frame->what);
    fuzz::require(!skipped || skipped->type.size() < 200, "an unknown type's name is kept short");
    return 0;
}
