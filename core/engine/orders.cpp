// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/orders.h"

namespace deskbell::engine {

Order::Order() = default;
Order::Order(const Order &) = default;
Order::Order(Order &&) noexcept = default;
Order &Order::operator=(const Order &) = default;
Order &Order::operator=(Order &&) noexcept = default;
Order::~Order() = default;

} // namespace deskbell::engine
