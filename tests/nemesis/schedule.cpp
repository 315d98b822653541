// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/schedule.h"

#include "tests/nemesis/dice.h"

#include <algorithm>
#include <iterator>

namespace deskbell::nemesis {
namespace {

using Kind = Step::Kind;

struct Share {
    Kind kind;
    int weight;
};
// Calls, texts and people most of all; what breaks things often enough to meet them at every instant.
constexpr Share shares[] = {{Kind::MissedCall, 18}, {Kind::Write, 26}, {Kind::Stop, 5}, {Kind::Start, 2}, {Kind::TakeOver, 6},
    {Kind::Reply, 6}, {Kind::DoubleClick, 2}, {Kind::HandBack, 6}, {Kind::Close, 2}, {Kind::StaffOptOut, 1}, {Kind::Note, 1},
    {Kind::AskCallback, 1}, {Kind::CallbackDone, 4}, {Kind::CallbackUndone, 1}, {Kind::SettleUnclear, 3}, {Kind::ShopPhoneText, 2},
    {Kind::AnsweredCall, 3}, {Kind::CalledBack, 2}, {Kind::Weather, 10}, {Kind::StaffBooks, 2}, {Kind::PolicyChanged, 1},
    {Kind::PowerCut, 9}, {Kind::Restart, 3}, {Kind::Sleep, 2}, {Kind::ClockSet, 2}};

Kind anyKind(Dice &dice)
{
    int all = 0;
    for (const Share &share : shares)
        all += share.weight;
    int at = dice.below(all);
    for (const Share &share : shares) {
        if (at < share.weight)
            return share.kind;
        at -= share.weight;
    }
    return Kind::Write;
}

/// The worst instant is right after something began.
Kind worstKind(Dice &dice)
{
    constexpr Kind kinds[] = {Kind::Stop, Kind::TakeOver, Kind::PowerCut, Kind::Reply, Kind::Write, Kind::Restart, Kind::HandBack, Kind::MissedCall};
    return kinds[dice.below(std::size(kinds))];
}

Duration anyWait(Dice &dice)
{
    const int how = dice.below(100);
    if (how < 22)
        return Duration(0);
    if (how < 45)
        return Duration(dice.below(3000));
    if (how < 70)
        return std::chrono::seconds(dice.below(120));
    if (how < 85)
        return std::chrono::seconds(dice.below(1200));
    if (how < 95)
        return std::chrono::minutes(dice.below(360));
    return std::chrono::minutes(dice.below(60 * 16));
}

int anyNumber(Kind kind, Dice &dice)
{
    switch (kind) {
    case Kind::Write: return dice.below(static_cast<int>(sentences().size()));
    case Kind::PowerCut: return 1 + dice.below(14);
    case Kind::Sleep: return 1 + dice.below(dice.chance(50) ? 30 : 900);
    case Kind::ClockSet: return dice.below(161) - 80;
    default: return dice.below(1000);
    }
}

Instant anyStart(Dice &dice)
{
    // Three weeks before Christmas, and the week in which the clocks change.
    const QDate first = dice.chance(20) ? QDate(2027, 3, 11) : QDate(2026, 12, 3);
    return Instant::fromDateTime(QDateTime(first.addDays(dice.below(20)), QTime(0, 0), Qt::UTC)) + std::chrono::minutes(dice.below(24 * 60));
}

} // namespace

Schedule makeSchedule(quint64 seed)
{
    Dice dice(mix(seed, 4711));
    Schedule schedule;
    schedule.seed = seed;
    schedule.start = anyStart(dice);
    schedule.callers = 1 + dice.below(dice.chance(70) ? 2 : 5);
    schedule.onDisk = dice.chance(2);
    const int steps = 4 + dice.below(30);
    bool worst = false;
    for (int i = 0; i < steps; ++i) {
        Step step;
        step.kind = i == 0 ? Kind::MissedCall : worst ? worstKind(dice) : anyKind(dice);
        step.who = worst ? schedule.steps.back().who : dice.below(schedule.callers);
        step.seat = dice.below(2);
        step.number = anyNumber(step.kind, dice);
        step.id = i + 1;
        worst = dice.chance(25);
        step.then = worst ? Duration(dice.below(dice.chance(50) ? 400 : 3000)) : anyWait(dice);
        schedule.steps.push_back(step);
    }
    return schedule;
}

const QStringList &sentences()
{
    static const QStringList all{QStringLiteral("how much is a full detail for a sedan?"), QStringLiteral("tomorrow at 10 works"),
        QStringLiteral("Can I come tomorrow afternoon for an express wash? It's an SUV"), QStringLiteral("the first one please"),
        QStringLiteral("the second one"), QStringLiteral("yes"), QStringLiteral("yes please book it"), QStringLiteral("do you have anything on saturday?"),
        QStringLiteral("what are your hours?"), QStringLiteral("where are you?"), QStringLiteral("thanks, bye"), QStringLiteral("no"),
        QStringLiteral("I want to talk to a real person"), QStringLiteral("please call me back"), QStringLiteral("cancel my appointment"),
        QStringLiteral("can we move it to friday?"), QStringLiteral("I need to reschedule to monday morning"), QStringLiteral("wrong number"),
        QStringLiteral("HELP"), QStringLiteral("CANCEL"), QStringLiteral("please stop texting me"), QStringLiteral("asdf qwer"), QString(),
        QStringLiteral("I smell gas in the car and feel dizzy"), QStringLiteral("interior detail for a van, monday at 9"),
        QStringLiteral("how much is a full detail for a sedan?"), QStringLiteral("book me an express wash, sedan, tomorrow at 9am"),
        QStringLiteral("my name is Dana Reyes"), QStringLiteral("is it a bot?"), QStringLiteral("you scratched my door and I want my money back")};
    return all;
}

QString stopWord(int number)
{
    static const QStringList words{QStringLiteral("STOP"), QStringLiteral("stop"), QStringLiteral("Unsubscribe"), QStringLiteral("QUIT"), QStringLiteral("Stop.")};
    return words[number % words.size()];
}

QString numberOf(int caller)
{
    // The fourth is a toll-free number, the fifth withholds its own.
    static const QStringList numbers{QStringLiteral("+15125550142"), QStringLiteral("+15125550177"), QStringLiteral("+15125550163"),
        QStringLiteral("+18005550199"), QString()};
    return numbers[caller];
}

QString seatOf(int seat) { return seat == 0 ? QStringLiteral("Jess") : QStringLiteral("Marco"); }

QString wordsOf(Duration duration)
{
    const qint64 ms = duration.count();
    if (ms < 10'000)
        return QStringLiteral("%1 ms").arg(ms);
    if (ms < 600'000)
        return QStringLiteral("%1 s").arg(ms / 1000.0);
    return QStringLiteral("%1 min").arg(ms / 60'000);
}

} // namespace deskbell::nemesis
