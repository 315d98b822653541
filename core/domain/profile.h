// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/openinghours.h"
#include "core/domain/phonenumber.h"
#include "core/domain/screeningrules.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace deskbell {

struct PriceRow {
    QString variant; ///< "SUV or truck"; "any" when it does not matter
    qint64 cents = 0;
    bool operator==(const PriceRow &) const = default;
};

struct Service {
    ServiceId id;
    QString name;
    QStringList aliases;
    QString description; ///< one sentence the assistant may quote; may be empty
    Duration length{0};
    Duration buffer{0}; ///< kept free after the visit
    std::vector<PriceRow> prices; ///< empty: no price may be said unless priceFromCents is there
    std::optional<qint64> priceFromCents; ///< "from"
    QStringList ask; ///< facts to ask for, in order: "vehicle", "name", "address", …
    std::vector<int> resources; ///< bays or people that can do it; empty: any
    bool operator==(const Service &) const = default;
};

struct Faq {
    QString question;
    QString answer;
    bool operator==(const Faq &) const = default;
};

/// How much is at stake in what a caller says.
enum class AlertLevel {
    Danger, ///< lives: locked safety words, people are paged until one of them acknowledges
    Now, ///< a person now: paged the same way
    Today, ///< a person today: first on the call-back queue, the assistant goes on
};

/// A trigger of the shop's own, beside those of the house.
struct TriggerRule {
    QString words; ///< as the house's are written: "pool pump ... smoking|sparking"
    QString kind; ///< a word of the escalation list, or one of the shop's own
    AlertLevel level = AlertLevel::Now;
    bool operator==(const TriggerRule &) const = default;
};

/// The rules part of the profile. Defaults are design.md §7; every field is visible and editable.
struct Policy {
    Duration mergeWindow = 30min; ///< redials within it are one episode
    Duration firstTextFresh = 15min; ///< a call found later gets no "just missed you"
    Duration firstTextEvery = 12h; ///< at most one first text in it
    bool holdFirstTextInQuietHours = false;
    std::vector<Duration> nudgesAfter{4h, 24h}; ///< counted from the first text
    int maxNudges = 2;
    Duration nudgesApart = 12h; ///< between two nudges at least
    QTime nudgeFrom{9, 0}; ///< nudges leave only between these wall times of the shop; end exclusive
    QTime nudgeTo{20, 0};
    Duration manualReviewAfter = 24h; ///< after the last nudge
    Duration gather{1500}; ///< texts within it are answered together
    Duration replyFresh = 15min; ///< an automatic reply older than this is not sent any more
    Duration nudgeFresh = 2h;
    Duration holdFor = 10min; ///< offered slots are kept free this long
    int slotsOffered = 2;
    Duration callbackWithin = 1h; ///< of open time
    int maxCallbackTries = 3;
    Duration personLimit = 2min; ///< waiting longer for a person shows as overdue
    Duration urgentLimit = 1min;
    Duration escalateWithin = 60s;
    QStringList onCall; ///< who is called when it is urgent, in this order; empty: whoever is at the desk
    Duration pageEvery = 60s; ///< not acknowledged: then the next of them
    std::vector<TriggerRule> triggers; ///< the shop's own
    QStringList triggersOff; ///< kinds of the house's that do not count here; those of danger to life always do
    Duration silenceAlarm = 10min; ///< a person holds the thread and the caller waits
    Duration promiseWatch = 30min; ///< nobody answered the caller's last word: back on top of the list
    bool discloseAssistant = true;
    bool lookUpLineType = false; ///< paid at most providers
    Duration lateAfter = 1h; ///< an automatic text this much after its time is late: it waits behind all others
    Duration nudgeTooLate = 24h; ///< a nudge slept through this long is not sent; a person looks
    int latePerMinute = 5; ///< late texts leave no faster, so that no backlog is dumped; 0: no limit
    int textsPerSecond = 0; ///< from each of the shop's numbers, as the carrier allows; 0: the provider paces
    bool noAdvice = false;
    MissedRules missed;
    ScreeningRules screening;
    bool providerConfirmsStop = true; ///< the provider answers STOP itself; a plain-words no we confirm
    bool operator==(const Policy &) const = default;
};

/// The shop's own words; an empty one means the house's default wording.
struct Words {
    QString firstText;
    QString firstTextClosed;
    QString firstTextHoliday; ///< on closed dates
    QString nudge1;
    QString nudge2;
    QString booked;
    QString optOutConfirmation;
    QString help;
    QString handOver;
    bool operator==(const Words &) const = default;
};

/// Everything the shop says about itself. Plain value; read by core/profile, never changed in place.
struct Profile {
    QString id;
    QString trade;
    QString name;
    PhoneNumber phone;
    QTimeZone zone;
    QString currency = QStringLiteral("USD");
    QString address;
    QStringList serviceArea; ///< town names; empty: at the shop
    QString serviceAreaWords; ///< "at the shop only"
    OpeningHours hours;
    QStringList resources; ///< names, "Bay 1"; the slot's resource number is the index + 1
    Duration slotStep = 30min;
    Duration leadTime = 2h;
    int horizonDays = 30;
    std::vector<Service> services;
    QStringList notOffered;
    std::vector<Faq> faqs;
    std::vector<Appointment> busy; ///< blocks that come with the profile
    Policy policy;
    Words words;

    [[nodiscard]] const Service *service(const ServiceId &wanted) const
    {
        for (const Service &one : services) {
            if (one.id == wanted)
                return &one;
        }
        return nullptr;
    }
    bool operator==(const Profile &) const = default;
};

} // namespace deskbell
