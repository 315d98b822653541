// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace deskbell::testing {

enum class Topic { Intents, Dates, OptOut, Urgent, Spam };
[[nodiscard]] const std::vector<Topic> &everyTopic();
/// The word of a topic in cases and answers, which is also the name of its files: "opt_out".
[[nodiscard]] QString wordOf(Topic topic);

/// Texts are written in two halves: words and rules are chosen on one and measured on the other.
enum class Half { Tune, Held };

/// The cases of a file of JSON lines {id, text, now?, half?, what is expected}; nothing when it cannot be opened. A case
/// that does not name its half is of the tuned one when its number is odd.
[[nodiscard]] std::optional<std::vector<QJsonObject>> casesIn(const QString &path, std::optional<Half> half = std::nullopt);
/// Own cases, grown with the rules (tests/data/language), and those written before them (tests/data/callers).
[[nodiscard]] std::vector<QJsonObject> grownCases(Topic topic, Half half);
[[nodiscard]] std::vector<QJsonObject> callersCases(Topic topic, Half half);

/// What `deskbell understand` answers to a case, in a shop that knows no services.
[[nodiscard]] QJsonObject answerTo(const QJsonObject &row);

/// Whether an answer meets a case of intents or dates; of the other topics, whether the flag is the expected one.
[[nodiscard]] bool isRight(Topic topic, const QJsonObject &row, const QJsonObject &answer);

struct Tally {
    int right = 0;
    int wanted = 0; ///< cases; of a flag those in which it is expected
    int falseAlarms = 0;
    int others = 0; ///< cases in which a flag is not expected
    QStringList misses; ///< texts, each with what was said
    [[nodiscard]] double recall() const { return wanted == 0 ? 0 : double(right) / wanted; }
    [[nodiscard]] double alarms() const { return others == 0 ? 0 : double(falseAlarms) / others; }
};
[[nodiscard]] Tally tally(Topic topic, const std::vector<QJsonObject> &rows);

} // namespace deskbell::testing
