// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/settings/datafolder.h"
#include "app/settings/profilefile.h"
#include "core/profile/demoprofile.h"
#include "core/profile/screeningfields.h"
#include "core/profile/wordscheck.h"

#include <QTextStream>

namespace deskbell::app {
namespace {

int fail(const Error &error)
{
    QTextStream(stderr) << "deskbell profile: " << error.detail << Qt::endl;
    return 1;
}

/// The table of the profile that nobody should have to look up: what counts as a missed call.
QString missedTable(const MissedRules &rules)
{
    QStringList counts;
    QStringList quiet;
    for (const profile::MissedField &field : profile::missedFields())
        (rules.*field.member ? counts : quiet) << QString::fromLatin1(field.key);
    QString told = QStringLiteral("Counts as a missed call: %1; from %2 ms of ringing.").arg(counts.join(QStringLiteral(", "))).arg(rules.leastRing.count());
    if (!quiet.isEmpty())
        told += QStringLiteral(" Kept quiet: %1.").arg(quiet.join(QStringLiteral(", ")));
    return told;
}

int check(const QString &path)
{
    const auto profile = readProfileFile(path);
    if (!profile)
        return fail(profile.error());
    QTextStream(stdout) << path << ": good. " << profile->name << ", " << profile->services.size() << " services, "
                        << profile->resources.size() << " places, time zone " << profile->zone.id() << Qt::endl
                        << missedTable(profile->policy.missed) << Qt::endl;
    for (const QString &line : profile::wordsAdvice(*profile))
        QTextStream(stdout) << "advice: " << line << Qt::endl;
    return 0;
}

int writeNew(const QString &path)
{
    if (const auto written = writeFirstProfile(path); !written)
        return fail(written.error());
    QTextStream(stdout) << path << ": the demo shop's profile. Put your own services, prices, hours and words into it." << Qt::endl;
    return 0;
}

QString usualPath()
{
    return profileFile(dataFolderPath());
}

} // namespace

int runProfile(const QStringList &arguments)
{
    if (arguments.size() == 1 && arguments.first() == QLatin1String("sample")) {
        QTextStream(stdout) << profile::demoProfileJson() << Qt::endl;
        return 0;
    }
    if (!arguments.isEmpty() && arguments.size() <= 2) {
        const QString file = arguments.value(1, usualPath());
        if (arguments.first() == QLatin1String("new"))
            return writeNew(file);
        if (arguments.first() == QLatin1String("check"))
            return check(file);
    }
    QTextStream(stderr) << "deskbell profile: say \"new\", \"check\" (each with a FILE or without) or \"sample\"" << Qt::endl;
    return 2;
}

} // namespace deskbell::app
