// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/record.h"

#include "core/record/decode.h"
#include "core/record/encode.h"

namespace deskbell::record {
namespace {

template<class T> void appendVersioned(QByteArray &out, const T &value)
{
    JsonWriter json(out);
    json.beginObject();
    json.key("v");
    json.number(formatVersion);
    putMembers(json, value);
    json.endObject();
}

template<class T> void appendPlain(QByteArray &out, const T &value)
{
    JsonWriter json(out);
    put(json, value);
}

template<class T> QByteArray plain(const T &value)
{
    QByteArray out;
    appendPlain(out, value);
    return out;
}

template<class T> Result<T> finished(JsonReader &json, T &value, const QString &what)
{
    json.finish();
    if (!json.ok())
        return tl::make_unexpected(json.error(what));
    return std::move(value);
}

void checkVersion(JsonReader &json)
{
    std::string_view name;
    if (!json.nextMember(name) || name != "v")
        json.fail("does not begin with its version");
    const qint64 version = json.number();
    if (version > formatVersion)
        json.fail("was written by a newer version of this program");
    else if (version < 1)
        json.fail("is a version that never was");
}

template<class T> Result<T> readVersioned(QByteArrayView bytes, const QString &what)
{
    JsonReader json(bytes);
    T value;
    if (json.beginObject()) {
        checkVersion(json);
        getMembers(json, value);
    }
    return finished(json, value, what);
}

template<class T> Result<T> readPlain(QByteArrayView bytes, const QString &what)
{
    JsonReader json(bytes);
    T value;
    get(json, value);
    return finished(json, value, what);
}

template<class... Kinds> QLatin1String kindName(const std::variant<Kinds...> &value)
{
    const std::string_view name = std::visit([]<class Kind>(const Kind &) { return Alternative<Kind>::name; }, value);
    return QLatin1String(name.data(), static_cast<int>(name.size()));
}

} // namespace

void append(QByteArray &out, const engine::ThreadState &state)
{
    appendVersioned(out, state);
}

void append(QByteArray &out, const engine::Order &order)
{
    appendVersioned(out, order);
}

void append(QByteArray &out, const engine::EpisodeRecord &episode)
{
    appendVersioned(out, episode);
}

void append(QByteArray &out, const std::vector<engine::Source> &sources)
{
    appendPlain(out, sources);
}

void append(QByteArray &out, const QStringList &words)
{
    appendPlain(out, words);
}

QByteArray write(const engine::ThreadState &state)
{
    QByteArray out;
    append(out, state);
    return out;
}

QByteArray write(const engine::Order &order)
{
    QByteArray out;
    append(out, order);
    return out;
}

QByteArray write(const std::vector<engine::Source> &sources)
{
    return plain(sources);
}

QByteArray write(const QStringList &words)
{
    return plain(words);
}

QByteArray write(const Lead &lead)
{
    return plain(lead);
}

QByteArray write(const Hold &hold)
{
    return plain(hold);
}

QByteArray write(const Appointment &appointment)
{
    return plain(appointment);
}

Result<engine::ThreadState> readThread(QByteArrayView bytes)
{
    return readVersioned<engine::ThreadState>(bytes, QStringLiteral("thread"));
}

Result<engine::Order> readOrder(QByteArrayView bytes)
{
    return readVersioned<engine::Order>(bytes, QStringLiteral("order"));
}

Result<engine::EpisodeRecord> readEpisode(QByteArrayView bytes)
{
    return readVersioned<engine::EpisodeRecord>(bytes, QStringLiteral("episode"));
}

Result<std::vector<engine::Source>> readSources(QByteArrayView bytes)
{
    return readPlain<std::vector<engine::Source>>(bytes, QStringLiteral("sources"));
}

Result<QStringList> readStrings(QByteArrayView bytes)
{
    return readPlain<QStringList>(bytes, QStringLiteral("words"));
}

Result<Lead> readLead(QByteArrayView bytes)
{
    return readPlain<Lead>(bytes, QStringLiteral("lead"));
}

Result<Hold> readHold(QByteArrayView bytes)
{
    return readPlain<Hold>(bytes, QStringLiteral("hold"));
}

Result<Appointment> readAppointment(QByteArrayView bytes)
{
    return readPlain<Appointment>(bytes, QStringLiteral("appointment"));
}

QLatin1String nameOf(const engine::Order &order)
{
    return kindName(order);
}

QLatin1String nameOf(const engine::Phase &phase)
{
    return kindName(phase);
}

} // namespace deskbell::record
