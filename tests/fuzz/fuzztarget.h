// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// A target is one function that takes any bytes. libFuzzer calls it with what it makes up; corpusrunner.cpp with the files
// of the corpus, built by the everyday compiler.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);

namespace deskbell::fuzz {

[[nodiscard]] inline QByteArray input(const std::uint8_t *bytes, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
}

/// What must hold for every input; else the process ends, which the fuzzer takes for a find.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

} // namespace deskbell::fuzz
