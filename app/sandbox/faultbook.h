// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <optional>
#include <random>
#include <vector>

namespace deskbell::sandbox {

enum class FaultKind : quint8 {
    // the answer to one request
    TooMany, ///< 429
    Unauthorized, ///< 401, code 20003
    Refuse, ///< any status and code, not accepted
    ErrorBefore, ///< 500, not accepted
    ErrorAfter, ///< 500 although accepted
    ResetAfter, ///< accepted, then RST
    CloseUnanswered, ///< read, then closed with no answer
    NeverAnswer,
    CutAnswer, ///< half of the promised body, then closed
    Malformed, ///< JSON that ends in the middle
    Html, ///< 200 with a web page
    HugeBody,
    NotUtf8,
    BadEnum, ///< every status is a word nobody has heard of
    // beside the answer
    Latency,
    ListLag, ///< a new row is hidden from lists at first
    ListDuplicates, ///< every row of the page twice
    PushDuplicates,
    PushReorder, ///< the event goes out after the next one
    PushLose,
    PushDisconnect, ///< the event is kept, all push clients are cut off instead
    PushRefuse, ///< 503 to the upgrade
    PushMalformed, ///< a broken frame before the event
    Undelivered, ///< accepted, later undelivered with a code
    Stuck, ///< accepted, stays queued until its validity ends (30036)
};

/// What a fault can hit.
enum class Place : quint8 { Create = 1, Calls = 2, Messages = 4, Fetch = 8, Lookup = 16, Push = 32 };
using Places = quint8;

struct Fault {
    FaultKind kind = FaultKind::Latency;
    Places on = 0;
    int times = -1; ///< -1 until cleared
    int every = 1; ///< only each n-th of what it could hit
    int phase = 0; ///< the n-th counts from here: 0 <= phase < every
    double chance = 1; ///< of those, at random
    bool accept = false; ///< the request takes effect all the same
    qint64 ms = 0;
    qint64 bytes = 0;
    int status = 0;
    int code = 0;
    int retryAfter = -1; ///< seconds; -1 = no Retry-After header
    int above = 0; ///< only while more requests than this are in flight
};

/// Which faults are switched on, and whose turn it is.
class FaultBook {
public:
    /// `{"name": ..., "times": n or -1, "on": "create"|"calls"|"messages"|"lists"|"fetch"|"lookup"|"any", ...}`.
    /// Replaces a fault of the same name and place; times 0 removes it; the name "none" removes all.
    /// False: nothing changed and `why` says what is wrong in plain words.
    [[nodiscard]] bool set(const QJsonObject& wish, QString& why);
    void clear() { m_faults.clear(); }
    [[nodiscard]] QJsonArray inForce() const;

    /// Counts this occasion for every fault of the kind and place and spends the first whose turn it is.
    [[nodiscard]] std::optional<Fault> take(FaultKind kind, Place place);
    /// The same over all kinds that change the answer to a request.
    [[nodiscard]] std::optional<Fault> takeAnswer(Place place, int inFlight);

private:
    struct Entry {
        Fault fault;
        int seen = 0;
    };
    [[nodiscard]] bool isTurn(Entry& entry);
    Fault spend(std::size_t place);

    std::vector<Entry> m_faults;
    std::mt19937 m_dice{20191018};
};

} // namespace deskbell::sandbox
