// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <memory>
#include <vector>

namespace deskbell::numbering {

/// A time zone's offsets as a table, because the rules are asked for every text that is planned and Qt reads its own
/// table anew each time. Worked out once for each zone, then never changed.
class Zone
{
public:
    explicit Zone(const QByteArray &id);

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    [[nodiscard]] bool isValid() const { return !m_steps.empty(); }
    /// Wall time minus UTC at that instant.
    [[nodiscard]] Duration offsetAt(Instant at) const;
    /// The next change of the offset after \p at; not set: none known.
    [[nodiscard]] Instant changeAfter(Instant at) const;

private:
    struct Step {
        qint64 from = 0;
        qint64 offset = 0;
    };
    [[nodiscard]] std::vector<Step>::const_iterator stepAfter(Instant at) const;

    QByteArray m_id;
    std::vector<Step> m_steps; ///< oldest first
};

using ZonePtr = std::shared_ptr<const Zone>;

/// The zone of that name ("America/Chicago"); null when this computer knows none. Any thread; each keeps what it asked
/// for, so two pointers to the same zone may differ.
[[nodiscard]] ZonePtr zoneNamed(const QByteArray &id);

} // namespace deskbell::numbering
