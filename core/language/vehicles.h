// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/profile.h"
#include "core/language/tokens.h"

namespace deskbell::language {

enum class VehicleClass { Unknown, Sedan, Suv, Truck, Van };

struct Vehicle {
    QString words; ///< "2021 Toyota 4Runner", as typed
    VehicleClass kind = VehicleClass::Unknown;
    bool named = false; ///< a make or model, not only "my suv"
    int from = 0;
    int to = 0; ///< exclusive
    bool operator==(const Vehicle &) const = default;
};

/// The car a text speaks of. Makes and models are those sold in North America.
[[nodiscard]] std::optional<Vehicle> findVehicle(const Tokens &tokens);

/// A boat, an RV, a motorcycle, a trailer.
[[nodiscard]] bool namesOtherCraft(const Tokens &tokens);

/// The price row's variant that a class falls under ("SUV or truck"); empty when none says so.
[[nodiscard]] QString variantFor(const Service &service, VehicleClass kind);

} // namespace deskbell::language
