// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <memory>

namespace deskbell {

/// Bytes nobody may see: a provider's secret, a passphrase. Its memory is kept out of swap and core dumps where the
/// system allows it, and is overwritten when it goes. There is no way to print, log or compare it by accident: whoever
/// needs the bytes says reveal(). A plain value; copies are as careful as the original.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept = default;
    Secret &operator=(Secret other) noexcept;
    ~Secret() = default;

    /// Takes what was typed as UTF-8 and overwrites it. Only this one QString is wiped, not copies made before.
    [[nodiscard]] static Secret taken(QString &typed);
    [[nodiscard]] static Secret taken(QByteArray &read);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// Valid as long as this secret is. Do not keep a copy in anything that is not a Secret longer than needed.
    [[nodiscard]] QByteArrayView reveal() const { return {m_bytes.get(), m_size}; }
    /// In constant time.
    [[nodiscard]] bool equals(const Secret &other) const;

private:
    struct Wipe {
        void operator()(char *bytes) const;
    };
    std::unique_ptr<char, Wipe> m_bytes;
    qsizetype m_size = 0;
};

} // namespace deskbell
