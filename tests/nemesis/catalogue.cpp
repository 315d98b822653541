// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/catalogue.h"

namespace deskbell::nemesis {
namespace {

using Kind = Step::Kind;

Schedule told(std::initializer_list<Step> steps)
{
    Schedule schedule;
    schedule.seed = 20261207;
    schedule.start = Instant::fromDateTime(QDateTime(QDate(2026, 12, 7), QTime(16, 0), Qt::UTC)); // Monday, 10:00 at the shop
    schedule.callers = 5;
    schedule.onDisk = true;
    schedule.goodMoods = true;
    for (Step step : steps) {
        step.id = static_cast<int>(schedule.steps.size()) + 1;
        schedule.steps.push_back(step);
    }
    return schedule;
}

Step calls(Duration then, int who = 0) { return {Kind::MissedCall, who, 0, 0, 0, then}; }
Step does(Kind kind, Duration then, int number = 0) { return {kind, 0, 0, number, 0, then}; }
Step writes(const char *words, Duration then)
{
    const qsizetype sentence = sentences().indexOf(QString::fromLatin1(words));
    if (sentence < 0)
        qFatal("nobody writes \"%s\"", words);
    return {Kind::Write, 0, 0, static_cast<int>(sentence), 0, then};
}

constexpr int losesAnswers = 3; // as weatherOf() counts
constexpr int well = 0;

} // namespace

const std::vector<Written> &catalogue()
{
    static const std::vector<Written> all{
        {"first text and redials", told({calls(10s), calls(3min), calls(1min), does(Kind::AnsweredCall, 1min)})},
        {"booking, moving, cancelling",
            told({calls(30s), writes("Can I come tomorrow afternoon for an express wash? It's an SUV", 30s), writes("the first one please", 1min),
                writes("can we move it to friday?", 30s), writes("the second one", 1min), writes("cancel my appointment", 1min)})},
        {"takeover and handing back",
            told({calls(30s), writes("how much is a full detail for a sedan?", 30s), does(Kind::TakeOver, 20s), does(Kind::DoubleClick, 30s),
                writes("thanks, bye", 10s), does(Kind::HandBack, 10s, 1), writes("what are your hours?", 1min)})},
        {"a holder who falls silent", told({calls(30s), does(Kind::TakeOver, 10s), writes("is it a bot?", 25min), does(Kind::HandBack, 1min, 3)})},
        {"opt-out and back", told({calls(20s), does(Kind::Stop, 20s), calls(14h), does(Kind::Start, 30s), writes("where are you?", 1min)})},
        {"follow-ups", told({calls(5h), does(Kind::PolicyChanged, 26h, 1), writes("no", 1min)})},
        {"call-backs",
            told({calls(30s, 3), calls(30s, 4), calls(30s), does(Kind::AskCallback, 1min, 1), does(Kind::CallbackDone, 1min, 2), does(Kind::CallbackDone, 1min, 1),
                does(Kind::CallbackUndone, 1min), does(Kind::CalledBack, 1min)})},
        {"texts of unknown fate", told({does(Kind::Weather, 1s, losesAnswers), calls(2s), calls(2s, 1), calls(40s, 2), does(Kind::Weather, 20min, well)})},
        {"an emergency", told({calls(20s), writes("I smell gas in the car and feel dizzy", 2min), does(Kind::TakeOver, 20s), does(Kind::Reply, 1min)})},
    };
    return all;
}

} // namespace deskbell::nemesis
