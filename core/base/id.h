// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace deskbell {

/// A name that cannot be mixed up with another kind of name. Opaque: never parsed.
template<class Tag> struct Id {
    QString value;
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return value < other.value; }
};

template<class Tag> [[nodiscard]] size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

} // namespace deskbell
