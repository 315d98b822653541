// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret.h"

#include <cstring>
#include <sodium.h>
#include <utility>

namespace deskbell {

Secret::Secret(QByteArrayView bytes)
{
    if (bytes.isEmpty() || sodium_init() < 0)
        return;
    m_bytes.reset(static_cast<char *>(sodium_malloc(size_t(bytes.size()))));
    if (!m_bytes)
        return; // no memory: an empty secret is refused wherever it is used
    std::memcpy(m_bytes.get(), bytes.data(), size_t(bytes.size()));
    m_size = bytes.size();
}

Secret::Secret(const Secret &other)
    : Secret(other.reveal())
{
}

Secret &Secret::operator=(Secret other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

void Secret::Wipe::operator()(char *bytes) const
{
    sodium_free(bytes); // overwrites first
}

Secret Secret::taken(QString &typed)
{
    QByteArray utf8 = typed.toUtf8();
    sodium_memzero(typed.data(), size_t(typed.size()) * sizeof(QChar));
    typed.clear();
    return taken(utf8);
}

Secret Secret::taken(QByteArray &read)
{
    Secret made{QByteArrayView(read)};
    sodium_memzero(read.data(), size_t(read.size()));
    read.clear();
    return made;
}

bool Secret::equals(const Secret &other) const
{
    return m_size == other.m_size
        && (m_size == 0 || sodium_memcmp(m_bytes.get(), other.m_bytes.get(), size_t(m_size)) == 0);
}

} // namespace deskbell
