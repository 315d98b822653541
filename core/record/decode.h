// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/jsonreader.h"
#include "core/record/shapes.h"
#include "core/record/words.h"

#include <limits>

// get(): JSON to a value, guided by its shape. Complaints go to the reader; the value is then of no use.

namespace deskbell::record {

template<Shaped T> void get(JsonReader &json, T &value);
template<class... Kinds> void get(JsonReader &json, std::variant<Kinds...> &value);

inline void get(JsonReader &json, QString &value)
{
    value = json.text();
}
inline void get(JsonReader &json, bool &value)
{
    value = json.truth();
}
inline void get(JsonReader &json, qint64 &value)
{
    value = json.number();
}
inline void get(JsonReader &json, Instant &value)
{
    value.ms = json.number();
}
inline void get(JsonReader &json, Duration &value)
{
    value = Duration(json.number());
}
inline void get(JsonReader &json, PhoneNumber &value)
{
    value.e164 = json.text();
}
template<class Tag> void get(JsonReader &json, Id<Tag> &value)
{
    value.value = json.text();
}

inline void get(JsonReader &json, int &value)
{
    const qint64 wide = json.number();
    value = static_cast<int>(wide);
    if (value != wide)
        json.fail("is too large a number");
}

inline void get(JsonReader &json, QDate &value)
{
    value = QDate::fromString(json.text(), Qt::ISODate);
    if (!value.isValid())
        json.fail("is not a date");
}

inline void get(JsonReader &json, QTime &value)
{
    value = QTime::fromString(json.text(), Qt::ISODateWithMs);
    if (!value.isValid())
        json.fail("is not a time of day");
}

template<Worded T> void get(JsonReader &json, T &value)
{
    const std::optional<T> known = fromWord<T>(json.word());
    if (known)
        value = *known;
    else
        json.fail("is a word this program does not know");
}

inline void get(JsonReader &json, QStringList &value)
{
    if (!json.beginArray())
        return;
    while (json.nextItem())
        value += json.text();
}

template<class T> void get(JsonReader &json, std::vector<T> &value)
{
    if (!json.beginArray())
        return;
    while (json.nextItem())
        get(json, value.emplace_back());
}

template<class T> void get(JsonReader &json, std::optional<T> &value)
{
    get(json, value.emplace());
}

/// The rest of an object whose opening bracket, and perhaps first member, is read.
template<Shaped T> void getMembers(JsonReader &json, T &value)
{
    constexpr size_t count = std::tuple_size_v<std::remove_cv_t<decltype(Shape<T>::fields)>>;
    static_assert(count < 64);
    quint64 seen = 0;
    std::string_view name;
    const auto getIfNamed = [&](const auto &field, quint64 bit) {
        if (field.name != name)
            return false;
        if (seen & bit)
            json.fail("comes twice");
        seen |= bit;
        get(json, value.*field.member);
        return true;
    };
    const auto missing = [&](const auto &field, quint64 bit) {
        if (field.presence == Presence::Required && !(seen & bit))
            json.failMissing(field.name);
    };
    const auto forEachField = [](const auto &action) {
        return std::apply(
            [&](const auto &...field) {
                quint64 bit = 1;
                return (action(field, std::exchange(bit, bit << 1)) || ...);
            },
            Shape<T>::fields);
    };
    while (json.nextMember(name)) {
        if (!forEachField(getIfNamed))
            json.fail("is a member this program does not know");
    }
    forEachField([&](const auto &field, quint64 bit) {
        missing(field, bit);
        return false;
    });
}

template<Shaped T> void get(JsonReader &json, T &value)
{
    if (json.beginObject())
        getMembers(json, value);
}

/// Which alternative it is stands first.
template<class... Kinds> void getMembers(JsonReader &json, std::variant<Kinds...> &value)
{
    std::string_view name;
    if (!json.nextMember(name) || name != "is") {
        json.fail("does not begin by saying which kind it is");
        return;
    }
    const std::string_view kind = json.word();
    const auto getIfNamed = [&]<class Kind>(std::type_identity<Kind>) {
        if (kind != Alternative<Kind>::name)
            return false;
        getMembers(json, value.template emplace<Kind>());
        return true;
    };
    if (!(getIfNamed(std::type_identity<Kinds>{}) || ...))
        json.fail("is a word this program does not know");
}

template<class... Kinds> void get(JsonReader &json, std::variant<Kinds...> &value)
{
    if (json.beginObject())
        getMembers(json, value);
}

} // namespace deskbell::record
