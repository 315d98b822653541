// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/report.h"

#include "app/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace deskbell::app {
namespace {

using Words = SettingsWords;

QString mark(Check::State state)
{
    switch (state) {
    case Check::State::Works: return Words::tr("works");
    case Check::State::Note: return Words::tr("note");
    case Check::State::Fails: return Words::tr("FAILS");
    }
    return {};
}

QString word(Check::State state)
{
    switch (state) {
    case Check::State::Works: return QStringLiteral("works");
    case Check::State::Note: return QStringLiteral("note");
    case Check::State::Fails: return QStringLiteral("fails");
    }
    return {};
}

/// Later lines stand below the first one's words.
QString indented(const QString &text, qsizetype by)
{
    return QString(text).replace(u'\n', QString(u'\n' % QString(by, u' ')));
}

} // namespace

bool anyFails(const Checks &checks)
{
    return std::any_of(
        checks.cbegin(), checks.cend(), [](const Check &check) { return check.state == Check::State::Fails; });
}

QString textReport(const Checks &checks)
{
    qsizetype nameWidth = 0;
    qsizetype markWidth = 0;
    for (const Check &check : checks) {
        nameWidth = std::max(nameWidth, check.name.size());
        markWidth = std::max(markWidth, mark(check.state).size());
    }
    const qsizetype margin = markWidth + nameWidth + 4;
    QString report;
    for (const Check &check : checks) {
        report += mark(check.state).leftJustified(markWidth + 2) % check.name.leftJustified(nameWidth + 2)
            % indented(check.what, margin) % u'\n';
        if (!check.todo.isEmpty())
            report += QString(margin, u' ') % Words::tr("To do: %1").arg(indented(check.todo, margin)) % u'\n';
    }
    const auto fails =
        std::count_if(checks.cbegin(), checks.cend(), [](const Check &c) { return c.state == Check::State::Fails; });
    report += u'\n'
        % (fails == 0        ? Words::tr("Everything needed works.")
                : fails == 1 ? Words::tr("1 thing fails.")
                             : Words::tr("%1 things fail.").arg(fails))
        % u'\n';
    return report;
}

QString jsonReport(const Checks &checks)
{
    QJsonArray list;
    for (const Check &check : checks) {
        list.append(QJsonObject{{QStringLiteral("check"), check.id}, {QStringLiteral("name"), check.name},
            {QStringLiteral("state"), word(check.state)}, {QStringLiteral("what"), check.what},
            {QStringLiteral("do"), check.todo}});
    }
    const QJsonObject report{{QStringLiteral("ok"), !anyFails(checks)}, {QStringLiteral("checks"), list}};
    return QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact)) + u'\n';
}

} // namespace deskbell::app
