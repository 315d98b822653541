// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/wirebench.h"

#include "app/bench/company.h"

#include <QTemporaryDir>

namespace deskbell::bench {
namespace {

struct Load {
    const char *name;
    int count;
    double perSecond; ///< 0: all at once
    int latencyMs;
};

struct Seen {
    double p50 = 0;
    double p99 = 0;
    double last = 0;
    int accepted = 0;
    int twice = 0;
};

/// Half of what another flow engine took on the machine where its burst was measured, in times of that machine's floor.
double most(const Load &load)
{
    if (load.latencyMs || load.perSecond > 0)
        return 0;
    return load.count >= 10000 ? 15.5 : 22.8;
}

/// A process that answers calls until it goes out of scope.
class Answerer
{
public:
    Answerer(const QString &program, const QStringList &arguments)
    {
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.start(program, arguments);
        if (!m_process.waitForStarted())
            qFatal("bench: cannot start %s", qPrintable(program));
    }
    ~Answerer() { kill(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

QStringList productArguments(const Company &company, const QString &folder)
{
    return {QStringLiteral("run"), QStringLiteral("--headless"), QStringLiteral("--push"), QStringLiteral("--data"), folder,
        QStringLiteral("--provider-url"), company.base().toString()};
}

Seen seenIn(const QJsonObject &state)
{
    const QJsonObject delay = state.value(QLatin1String("delay_ms")).toObject();
    const QJsonObject counters = state.value(QLatin1String("counters")).toObject();
    return {delay.value(QLatin1String("p50")).toDouble(), delay.value(QLatin1String("p99")).toDouble(),
        state.value(QLatin1String("last_text_ms")).toDouble(), counters.value(QLatin1String("messages_accepted")).toInt(),
        state.value(QLatin1String("numbers_texted_more_than_once")).toInt()};
}

Seen play(const Load &load, const QString &deskbell, const QString &floor)
{
    QTemporaryDir folder;
    Company company(deskbell);
    if (load.latencyMs)
        company.fault("{\"name\":\"latency\",\"on\":\"create\",\"ms\":" + QByteArray::number(load.latencyMs) + ",\"times\":-1}");
    const QStringList arguments = floor.isEmpty()
        ? productArguments(company, folder.path())
        : QStringList{QStringLiteral("floor"), QString::number(company.base().port()), folder.filePath(QStringLiteral("floor.db"))};
    Answerer answerer(floor.isEmpty() ? deskbell : floor, arguments);
    company.waitForListener();
    company.burst(load.count, load.perSecond);
    const int seconds = load.perSecond > 0 ? static_cast<int>(load.count / load.perSecond) + 30 : 60;
    return seenIn(company.waitForTexts(load.count, seconds));
}

Seen better(const Seen &one, const Seen &other)
{
    if (one.accepted != other.accepted) // a text that did not arrive is never the better result
        return one.accepted < other.accepted ? one : other;
    return one.last <= other.last ? one : other;
}

void add(Figures &figures, const Load &load, const Seen &floor, const Seen &ours)
{
    const QString name = QString::fromLatin1(load.name);
    if (ours.accepted != load.count)
        qFatal("bench: %d of %d texts arrived", ours.accepted, load.count);
    const auto one = [&](const char *what, double bare, double product) {
        figures.push_back({name % QStringLiteral(", ") % QString::fromLatin1(what) % QStringLiteral(", floor"), bare, QStringLiteral("ms"), {}, true});
        figures.push_back({name % QStringLiteral(", ") % QString::fromLatin1(what) % QStringLiteral(", Deskbell"), product, QStringLiteral("ms"), {}, true});
        figures.push_back({name % QStringLiteral(", ") % QString::fromLatin1(what) % QStringLiteral(", times the floor"), bare > 0 ? product / bare : 0, QStringLiteral("x"), {}, true});
    };
    if (load.perSecond > 0) {
        one("p50", floor.p50, ours.p50);
        one("p99", floor.p99, ours.p99);
    } else {
        // The company notes a text when it arrives, also where it answers late. The bare program does not wait for
        // answers at all, so with late ones only the absolute figure says something.
        one("last text", floor.last, ours.last);
    }
    Figure &ratio = figures.back();
    if (const double limit = most(load); limit > 0) {
        ratio.must = QStringLiteral("<= %1").arg(limit);
        ratio.reached = ratio.value <= limit;
    }
}

} // namespace

Figures wire(const QString &deskbell, const QString &self, bool quick)
{
    const std::vector<Load> loads = quick
        ? std::vector<Load>{{"50/s", 100, 50, 0}, {"burst of 1,000", 1000, 0, 0}}
        : std::vector<Load>{{"1/s", 20, 1, 0}, {"50/s", 500, 50, 0}, {"burst of 1,000", 1000, 0, 0},
              {"burst of 10,000", 10000, 0, 0}, {"burst of 1,000, answered after 100 ms", 1000, 0, 100}};
    Figures figures;
    for (const Load &load : loads) {
        // Bursts in turn and the best of each: what else this machine did meanwhile is no part of either.
        const int turns = load.perSecond > 0 || quick ? 1 : 3;
        Seen floor = play(load, deskbell, self);
        Seen ours = play(load, deskbell, {});
        for (int turn = 1; turn < turns; ++turn) {
            floor = better(floor, play(load, deskbell, self));
            ours = better(ours, play(load, deskbell, {}));
        }
        add(figures, load, floor, ours);
    }
    return figures;
}

Figures killed(const QString &deskbell, int rounds)
{
    constexpr int calls = 1000;
    int lost = 0;
    int twice = 0;
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir folder;
        Company company(deskbell);
        {
            Answerer first(deskbell, productArguments(company, folder.path()));
            company.waitForListener();
            company.burst(calls, 0);
            // Another moment each round: from the first texts to nearly the last.
            [[maybe_unused]] const auto state = company.waitForTexts(1 + round * calls / std::max(1, rounds), 30);
        }
        Answerer second(deskbell, productArguments(company, folder.path()));
        const Seen seen = seenIn(company.waitForTexts(calls, 90));
        lost += calls - seen.accepted;
        twice += seen.twice;
    }
    return {{QStringLiteral("kill -9 in a burst of 1,000, %1 rounds: lost").arg(rounds), double(lost), QString(), QStringLiteral("0"), lost == 0},
        {QStringLiteral("kill -9 in a burst of 1,000, %1 rounds: twice").arg(rounds), double(twice), QString(), QStringLiteral("0"), twice == 0}};
}

} // namespace deskbell::bench
