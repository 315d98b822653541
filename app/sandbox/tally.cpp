// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/tally.h"

#include <QJsonArray>

namespace deskbell::sandbox {
namespace {

void countTexts(const Ledger &ledger, Tally &tally)
{
    QHash<std::pair<QByteArray, QByteArray>, int> same;
    for (RecordIndex i = 0; i < ledger.messages.size(); ++i) {
        const Message &message = ledger.messages.at(i);
        if (message.inbound || message.fromCompany)
            continue;
        ++tally.textsPerNumber[message.to];
        if (++same[{message.to, message.body}] > 1)
            ++tally.twice[message.to];
    }
}

/// Steady stamp of the first text accepted for the number at or after `since`; 0 = none.
qint64 firstTextSince(const Ledger &ledger, const QByteArray &number, qint64 since)
{
    const TimeOrder &about = ledger.messages.about(number);
    for (std::size_t place = 0; place < about.size(); ++place) {
        const Message &message = ledger.messages.at(about.record(place));
        if (message.to == number && message.acceptedSteady >= since)
            return message.acceptedSteady;
    }
    return 0;
}

void measure(const Ledger &ledger, Tally &tally)
{
    qint64 firstMissed = 0;
    for (RecordIndex i = 0; i < ledger.calls.size(); ++i) {
        const Call &call = ledger.calls.at(i);
        if (call.missedSteady == 0)
            continue;
        firstMissed = firstMissed == 0 ? call.missedSteady : firstMissed;
        if (const qint64 text = firstTextSince(ledger, call.from, call.missedSteady)) {
            tally.delaysMs.push_back(double(text - call.missedSteady) / 1e6);
            tally.lastTextMs = qMax(tally.lastTextMs, double(text - firstMissed) / 1e6);
        } else {
            ++tally.missedWithoutText;
        }
    }
    std::sort(tally.delaysMs.begin(), tally.delaysMs.end());
}

double quantile(const std::vector<double> &sorted, double share)
{
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, std::size_t(double(sorted.size()) * share))];
}

QJsonObject numbers(const QHash<QByteArray, int> &counts)
{
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(QString::fromUtf8(it.key()), it.value());
    return object;
}

} // namespace

Tally tallyOf(const Ledger &ledger)
{
    Tally tally;
    countTexts(ledger, tally);
    measure(ledger, tally);
    return tally;
}

QJsonObject toJson(const Tally &tally, bool withNumbers)
{
    const auto severalTexts =
        std::count_if(tally.textsPerNumber.begin(), tally.textsPerNumber.end(), [](int count) { return count > 1; });
    QJsonObject object{{QStringLiteral("numbers_texted"), tally.textsPerNumber.size()},
        {QStringLiteral("numbers_texted_more_than_once"), qint64(severalTexts)},
        {QStringLiteral("twice"), numbers(tally.twice)},
        {QStringLiteral("missed_without_text"), tally.missedWithoutText},
        {QStringLiteral("last_text_ms"), tally.lastTextMs},
        {QStringLiteral("delay_ms"),
            QJsonObject{{QStringLiteral("count"), qint64(tally.delaysMs.size())},
                {QStringLiteral("p50"), quantile(tally.delaysMs, 0.5)},
                {QStringLiteral("p99"), quantile(tally.delaysMs, 0.99)},
                {QStringLiteral("max"), tally.delaysMs.empty() ? 0 : tally.delaysMs.back()}}}};
    if (withNumbers)
        object.insert(QStringLiteral("texts"), numbers(tally.textsPerNumber));
    return object;
}

} // namespace deskbell::sandbox
