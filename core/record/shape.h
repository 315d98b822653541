// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace deskbell::record {

enum class Presence { Optional, Required };

/// One member of a stored value: its name in the file and where it lives. Optional ones are left out while they have
/// the value of a newly made object, so changing a default in a struct changes what old files mean: raise the format
/// version then. Required ones are always written, and a file without them is refused.
template<class Whole, class Part> struct Field {
    std::string_view name;
    Part Whole::*member;
    Presence presence = Presence::Optional;
};
template<class Whole, class Part> Field(std::string_view, Part Whole::*) -> Field<Whole, Part>;
template<class Whole, class Part> Field(std::string_view, Part Whole::*, Presence) -> Field<Whole, Part>;

/// Specialised for every stored struct: a tuple of Fields called \c fields.
template<class T> struct Shape;

template<class T>
concept Shaped = requires
{
    Shape<T>::fields;
};

/// Specialised for the structs that are alternatives of a stored variant: the word that names them in the file.
template<class T> struct Alternative;

/// Stands for a value of any type while members are counted.
template<class Whole> struct Anything {
    template<class T>
    requires(!std::is_same_v<T, Whole>) operator T() const;
};

/// How many members an aggregate has: as many as it takes initialisers. std::optional is offered a nullopt, because
/// Anything would fit it in two ways.
template<class T, class... Given> consteval std::size_t memberCount()
{
    if constexpr (requires { T{std::declval<Given>()..., Anything<T>{}}; })
        return memberCount<T, Given..., Anything<T>>();
    else if constexpr (requires { T{std::declval<Given>()..., std::nullopt}; })
        return memberCount<T, Given..., std::nullopt_t>();
    else
        return sizeof...(Given);
}

/// A member added to a struct but not to its shape would be lost at the next restart.
template<class T>
constexpr bool namesEveryMember = std::tuple_size_v<std::remove_cv_t<decltype(Shape<T>::fields)>> == memberCount<T>();

} // namespace deskbell::record
