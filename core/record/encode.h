// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/jsonwriter.h"
#include "core/record/shapes.h"
#include "core/record/words.h"

// put(): a value to JSON, guided by its shape.

namespace deskbell::record {

template<Shaped T> void put(JsonWriter &json, const T &value);
template<class... Kinds> void put(JsonWriter &json, const std::variant<Kinds...> &value);

inline void put(JsonWriter &json, const QString &value)
{
    json.text(value);
}
inline void put(JsonWriter &json, bool value)
{
    json.truth(value);
}
inline void put(JsonWriter &json, int value)
{
    json.number(value);
}
inline void put(JsonWriter &json, qint64 value)
{
    json.number(value);
}
inline void put(JsonWriter &json, Instant value)
{
    json.number(value.ms);
}
inline void put(JsonWriter &json, Duration value)
{
    json.number(value.count());
}
inline void put(JsonWriter &json, const PhoneNumber &value)
{
    json.text(value.e164);
}
inline void put(JsonWriter &json, QDate value)
{
    json.text(value.toString(Qt::ISODate));
}
inline void put(JsonWriter &json, QTime value)
{
    json.text(value.toString(Qt::ISODateWithMs));
}
template<class Tag> void put(JsonWriter &json, const Id<Tag> &value)
{
    json.text(value.value);
}
template<Worded T> void put(JsonWriter &json, T value)
{
    json.word(word(value));
}

template<class Range> void putList(JsonWriter &json, const Range &items)
{
    json.beginArray();
    for (const auto &item : items)
        put(json, item);
    json.endArray();
}
inline void put(JsonWriter &json, const QStringList &value)
{
    putList(json, value);
}
template<class T> void put(JsonWriter &json, const std::vector<T> &value)
{
    putList(json, value);
}
template<class T> void put(JsonWriter &json, const std::optional<T> &value)
{
    put(json, *value);
}

/// The members of an object that is open already.
template<Shaped T> void putMembers(JsonWriter &json, const T &value)
{
    [[maybe_unused]] static const T blank{};
    const auto putOne = [&](const auto &field) {
        const auto &part = value.*field.member;
        if (field.presence == Presence::Optional && part == blank.*field.member)
            return;
        json.key(field.name);
        put(json, part);
    };
    std::apply([&](const auto &...field) { (putOne(field), ...); }, Shape<T>::fields);
}

template<Shaped T> void put(JsonWriter &json, const T &value)
{
    json.beginObject();
    putMembers(json, value);
    json.endObject();
}

template<class... Kinds> void putMembers(JsonWriter &json, const std::variant<Kinds...> &value)
{
    const auto putKind = [&json]<class Kind>(const Kind &kind) {
        json.key("is");
        json.word(Alternative<Kind>::name);
        putMembers(json, kind);
    };
    std::visit(putKind, value);
}

template<class... Kinds> void put(JsonWriter &json, const std::variant<Kinds...> &value)
{
    json.beginObject();
    putMembers(json, value);
    json.endObject();
}

} // namespace deskbell::record
