// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QString>
#include <vector>

namespace deskbell::nemesis {

/// One thing that happens to the shop, and how long it is quiet afterwards.
struct Step {
    enum class Kind {
        MissedCall,
        AnsweredCall,
        CalledBack, ///< the shop's phone calls the caller, and they talk
        Write, ///< number: which of the callers' sentences
        Stop,
        Start,
        TakeOver,
        Reply,
        DoubleClick, ///< a reply sent by two presses of Enter
        HandBack,
        Close,
        StaffOptOut,
        Note,
        AskCallback,
        CallbackDone, ///< number: which outcome
        CallbackUndone,
        SettleUnclear, ///< number odd: send again
        ShopPhoneText, ///< somebody writes from the shop's number, past Deskbell
        Weather, ///< number: how the provider behaves from now on
        StaffBooks, ///< the shop blocks a time: number is which
        PolicyChanged,
        PowerCut, ///< number: at which passing of a crash point from now on
        Restart,
        Sleep, ///< the computer sleeps: number in minutes
        ClockSet, ///< the wall clock is set: number in seconds, may be negative
    };
    Kind kind = Kind::MissedCall;
    int who = 0; ///< which caller
    int seat = 0;
    int number = 0;
    int id = 0; ///< stays the same when other steps are left out
    Duration then{0};
};

/// A whole story, made of its seed alone.
struct Schedule {
    quint64 seed = 0;
    Instant start;
    int callers = 1;
    bool onDisk = false; ///< in a real file, so that a restart opens it anew
    bool goodMoods = false; ///< assistant and calendar never fail
    std::vector<Step> steps;
};

[[nodiscard]] Schedule makeSchedule(quint64 seed);
/// "caller 2 writes: how much is a full detail" and the like.
[[nodiscard]] QString wordsOf(const Step &step);

/// What callers write; STOP and START have steps of their own.
[[nodiscard]] const QStringList &sentences();
[[nodiscard]] QString stopWord(int number);
[[nodiscard]] QString numberOf(int caller);
[[nodiscard]] QString seatOf(int seat);
/// "2 min 3 s"
[[nodiscard]] QString wordsOf(Duration duration);

} // namespace deskbell::nemesis
