// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QStringList>
#include <QTimeZone>
#include <optional>
#include <vector>

/// Quiet hours worked out the slow way: minute by minute, with Qt's own calendar, from rows written down a second time.
/// Shares nothing with the product but Instant.
class Oracle
{
public:
    struct Window {
        int from = 0;
        int to = 0;
    };
    struct Number {
        const char *number;
        std::vector<const char *> zones;
        std::vector<const char *> rules;
    };
    [[nodiscard]] static const std::vector<Number> &numbers();

    explicit Oracle(const Number &number);
    void setShop(const char *zone, QTime from, QTime to);
    void addZone(const char *zone);
    void addRule(const char *rule);

    [[nodiscard]] bool allowedAt(deskbell::Instant at) const;
    /// The first allowed minute at or after \p at within 72 h.
    [[nodiscard]] std::optional<deskbell::Instant> nextAllowed(deskbell::Instant at) const;

private:
    std::vector<QTimeZone> m_zones;
    QStringList m_rules;
    std::optional<QTimeZone> m_shopZone;
    QTime m_shopFrom;
    QTime m_shopTo;
};
