// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/faultbook.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace deskbell::sandbox {
namespace {

constexpr Places operator|(Place a, Place b)
{
    return Places(a) | Places(b);
}
constexpr Places lists = Place::Calls | Place::Messages;
constexpr Places requests = lists | Places(Place::Create) | Places(Place::Fetch) | Places(Place::Lookup);

struct FaultName {
    const char *name;
    FaultKind kind;
    Places on;
    bool accept;
};

constexpr std::array faultNames{
    FaultName{"too_many", FaultKind::TooMany, Places(Place::Create), false},
    FaultName{"unauthorized", FaultKind::Unauthorized, requests, false},
    FaultName{"refuse", FaultKind::Refuse, Places(Place::Create), false},
    FaultName{"error_before", FaultKind::ErrorBefore, Places(Place::Create), false},
    FaultName{"error_after", FaultKind::ErrorAfter, Places(Place::Create), true},
    FaultName{"reset_after", FaultKind::ResetAfter, Places(Place::Create), true},
    FaultName{"close_unanswered", FaultKind::CloseUnanswered, Places(Place::Create), false},
    FaultName{"never_answer", FaultKind::NeverAnswer, Places(Place::Create), false},
    FaultName{"cut_answer", FaultKind::CutAnswer, Places(Place::Create), true},
    FaultName{"malformed", FaultKind::Malformed, lists, true},
    FaultName{"html", FaultKind::Html, lists, false},
    FaultName{"huge_body", FaultKind::HugeBody, lists, false},
    FaultName{"not_utf8", FaultKind::NotUtf8, lists, true},
    FaultName{"bad_enum", FaultKind::BadEnum, lists, true},
    FaultName{"latency", FaultKind::Latency, requests, true},
    FaultName{"list_lag", FaultKind::ListLag, lists, true},
    FaultName{"list_duplicates", FaultKind::ListDuplicates, lists, true},
    FaultName{"push_duplicates", FaultKind::PushDuplicates, Places(Place::Push), true},
    FaultName{"push_reorder", FaultKind::PushReorder, Places(Place::Push), true},
    FaultName{"push_lose", FaultKind::PushLose, Places(Place::Push), true},
    FaultName{"push_disconnect", FaultKind::PushDisconnect, Places(Place::Push), true},
    FaultName{"push_refuse", FaultKind::PushRefuse, Places(Place::Push), true},
    FaultName{"push_malformed", FaultKind::PushMalformed, Places(Place::Push), true},
    FaultName{"undelivered", FaultKind::Undelivered, Places(Place::Create), true},
    FaultName{"stuck", FaultKind::Stuck, Places(Place::Create), true},
};

constexpr std::array<std::pair<const char *, Places>, 7> placeNames{
    {{"create", Places(Place::Create)}, {"calls", Places(Place::Calls)}, {"messages", Places(Place::Messages)},
        {"lists", lists}, {"fetch", Places(Place::Fetch)}, {"lookup", Places(Place::Lookup)}, {"any", requests}}};

const FaultName *named(const QString &name)
{
    const auto found = std::find_if(faultNames.begin(), faultNames.end(),
        [&](const FaultName &entry) { return name == QLatin1String(entry.name); });
    return found == faultNames.end() ? nullptr : &*found;
}

const FaultName &nameOf(FaultKind kind)
{
    return *std::find_if(
        faultNames.begin(), faultNames.end(), [kind](const FaultName &entry) { return entry.kind == kind; });
}

QString allNames()
{
    QStringList names;
    for (const FaultName &entry : faultNames)
        names << QLatin1String(entry.name);
    return names.join(QLatin1String(", "));
}

bool readPlace(const QJsonValue &wish, Places &on)
{
    if (wish.isUndefined())
        return true;
    const auto found = std::find_if(placeNames.begin(), placeNames.end(),
        [&](const auto &entry) { return wish.toString() == QLatin1String(entry.first); });
    if (found == placeNames.end())
        return false;
    on = found->second;
    return true;
}

Fault readFault(const QJsonObject &wish, const FaultName &name)
{
    Fault fault;
    fault.kind = name.kind;
    fault.on = name.on;
    fault.times = wish.value(QLatin1String("times")).toInt(-1);
    fault.every = qMax(1, wish.value(QLatin1String("every")).toInt(1));
    fault.phase = wish.value(QLatin1String("phase")).toInt(0) % fault.every;
    fault.chance = wish.value(QLatin1String("chance")).toDouble(1);
    fault.accept = wish.value(QLatin1String("accept")).toBool(name.accept);
    fault.ms = wish.value(QLatin1String("ms")).toInteger(0);
    fault.bytes = wish.value(QLatin1String("bytes")).toInteger(64LL * 1024 * 1024);
    fault.status = wish.value(QLatin1String("status")).toInt(400);
    fault.code = wish.value(QLatin1String("code")).toInt(30003);
    fault.retryAfter = wish.value(QLatin1String("retry_after")).toInt(-1);
    fault.above = wish.value(QLatin1String("above")).toInt(0);
    return fault;
}

} // namespace

bool FaultBook::set(const QJsonObject &wish, QString &why)
{
    const QString word = wish.value(QLatin1String("name")).toString();
    if (word == QLatin1String("none")) {
        clear();
        return true;
    }
    const FaultName *name = named(word);
    if (!name) {
        why = QStringLiteral("There is no fault \"%1\". Known: none, %2.").arg(word, allNames());
        return false;
    }
    Fault fault = readFault(wish, *name);
    if (!readPlace(wish.value(QLatin1String("on")), fault.on)) {
        why = QStringLiteral("\"on\" must be create, calls, messages, lists, fetch, lookup or any.");
        return false;
    }
    std::erase_if(m_faults, [&](const Entry &entry) {
        return entry.fault.kind == fault.kind && entry.fault.on == fault.on && entry.fault.phase == fault.phase;
    });
    if (fault.times != 0)
        m_faults.push_back({fault});
    return true;
}

QJsonArray FaultBook::inForce() const
{
    QJsonArray list;
    for (const Entry &entry : m_faults) {
        const Fault &fault = entry.fault;
        list << QJsonObject{{QStringLiteral("name"), QLatin1String(nameOf(fault.kind).name)},
            {QStringLiteral("times"), fault.times}, {QStringLiteral("every"), fault.every},
            {QStringLiteral("ms"), fault.ms}, {QStringLiteral("seen"), entry.seen}};
    }
    return list;
}

bool FaultBook::isTurn(Entry &entry)
{
    const Fault &fault = entry.fault;
    if (entry.seen++ % fault.every != fault.every - 1 - fault.phase)
        return false;
    return fault.chance >= 1 || std::uniform_real_distribution<>(0, 1)(m_dice) < fault.chance;
}

Fault FaultBook::spend(std::size_t place)
{
    Fault &fault = m_faults[place].fault;
    const Fault spent = fault;
    if (fault.times > 0 && --fault.times == 0)
        m_faults.erase(m_faults.begin() + std::ptrdiff_t(place));
    return spent;
}

std::optional<Fault> FaultBook::take(FaultKind kind, Place place)
{
    for (std::size_t i = 0; i < m_faults.size(); ++i) {
        const Fault &fault = m_faults[i].fault;
        if (fault.kind == kind && (fault.on & Places(place)) && isTurn(m_faults[i]))
            return spend(i);
    }
    return {};
}

std::optional<Fault> FaultBook::takeAnswer(Place place, int inFlight)
{
    // Each counts every request, so faults of one "every" and different phases interleave as written.
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < m_faults.size(); ++i) {
        const Fault &fault = m_faults[i].fault;
        const bool fits = fault.kind <= FaultKind::BadEnum && (fault.on & Places(place)) && inFlight > fault.above;
        if (fits && isTurn(m_faults[i]) && !first)
            first = i;
    }
    return first ? std::optional(spend(*first)) : std::nullopt;
}

} // namespace deskbell::sandbox
