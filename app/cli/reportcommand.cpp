// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/settings/datafolder.h"
#include "core/profile/profilereader.h"
#include "core/record/words.h"
#include "core/runtime/weekreport.h"
#include "core/store/sqlitestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace deskbell::app {
namespace {

using engine::EpisodeRecord;

constexpr qint64 largestProfile = 8 << 20;

struct ReportOptions {
    QString week;
    QString folder;
    bool json = false;
};

Result<ReportOptions> readReportOptions(const QStringList &arguments)
{
    ReportOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const bool hasNext = i + 1 < arguments.size();
        if (argument == QLatin1String("--json"))
            options.json = true;
        else if (argument == QLatin1String("--data") && hasNext)
            options.folder = arguments[++i];
        else if (argument == QLatin1String("--week") && hasNext)
            options.week = arguments[++i];
        else
            return failure(ErrorKind::Unusable, QStringLiteral("\"%1\" is not understood").arg(argument));
    }
    if (!options.week.isEmpty() && !engine::readWeek(options.week))
        return failure(
            ErrorKind::Unusable, QStringLiteral("\"%1\" is no week; weeks are written like 2026-W48").arg(options.week));
    return options;
}

/// Weeks begin at the shop's midnight. Without a profile there is no shop, and this computer's zone is as good as any.
QTimeZone shopZone(const QString &folder)
{
    QFile file(QDir(folder).filePath(QStringLiteral("profile.json")));
    if (!file.open(QIODevice::ReadOnly))
        return QTimeZone::systemTimeZone();
    const auto profile = profile::readProfile(file.read(largestProfile));
    return profile ? profile->zone : QTimeZone::systemTimeZone();
}

QStringList wordsOf(const EpisodeRecord &record)
{
    if (!engine::isCounted(record))
        return {QStringLiteral("set aside: %1").arg(QString::fromLatin1(record::word(record.aside)))};
    QStringList words;
    if (engine::isTexted(record))
        words << QStringLiteral("texted");
    if (engine::hasReplied(record))
        words << QStringLiteral("replied");
    if (engine::isBooked(record))
        words << QStringLiteral("booked");
    if (engine::isRecovered(record))
        words << QStringLiteral("recovered");
    if (engine::isSelfRecovered(record))
        words << QStringLiteral("self-recovered");
    return words;
}

QJsonObject jsonOf(const engine::OutcomeCounters &c)
{
    return {{QStringLiteral("missed"), c.missed}, {QStringLiteral("texted"), c.texted},
        {QStringLiteral("replied"), c.replied}, {QStringLiteral("recovered"), c.recovered},
        {QStringLiteral("booked"), c.booked}, {QStringLiteral("self_recovered"), c.selfRecovered},
        {QStringLiteral("set_aside"), c.setAside}};
}

QJsonObject jsonOf(const runtime::EpisodeLine &line)
{
    const EpisodeRecord &r = line.record;
    return {{QStringLiteral("call"), r.call.value}, {QStringLiteral("at"), r.at.utc().toString(Qt::ISODate)},
        {QStringLiteral("caller"), line.caller.e164}, {QStringLiteral("calls"), r.calls},
        {QStringLiteral("aside"), QString::fromLatin1(record::word(r.aside))},
        {QStringLiteral("texted"), engine::isTexted(r)}, {QStringLiteral("replied"), engine::hasReplied(r)},
        {QStringLiteral("recovered"), engine::isRecovered(r)}, {QStringLiteral("booked"), engine::isBooked(r)},
        {QStringLiteral("self_recovered"), engine::isSelfRecovered(r)}};
}

void printJson(QTextStream &out, const runtime::WeekReport &report)
{
    QJsonArray calls;
    for (const runtime::EpisodeLine &line : report.lines)
        calls.append(jsonOf(line));
    const QJsonObject all{{QStringLiteral("week"), report.week.name()},
        {QStringLiteral("counters"), jsonOf(report.counters)}, {QStringLiteral("calls"), calls}};
    out << QJsonDocument(all).toJson(QJsonDocument::Compact) << Qt::endl;
}

void printWords(QTextStream &out, const runtime::WeekReport &report, const QTimeZone &zone)
{
    const engine::OutcomeCounters &c = report.counters;
    out << report.week.name() << ", from " << report.week.monday.toString(Qt::ISODate) << Qt::endl
        << "  missed " << c.missed << ", texted " << c.texted << ", replied " << c.replied << ", recovered "
        << c.recovered << " (booked " << c.booked << "), self-recovered " << c.selfRecovered << ", set aside "
        << c.setAside << Qt::endl;
    for (const runtime::EpisodeLine &line : report.lines) {
        const QString caller = line.caller.isWithheld() ? QStringLiteral("withheld") : displayNumber(line.caller);
        out << "  " << toWall(line.record.at, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")) << "  " << caller << "  "
            << wordsOf(line.record).join(QStringLiteral(", ")) << Qt::endl;
    }
}

} // namespace

int runReport(const QStringList &arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const auto options = readReportOptions(arguments);
    if (!options) {
        err << "deskbell report: " << options.error().detail << Qt::endl
            << "usage: deskbell report [--week YYYY-Www] [--json] [--data FOLDER]" << Qt::endl;
        return 2;
    }
    const QString folder = dataFolderPath(options->folder);
    const QTimeZone zone = shopZone(folder);
    const Instant now{QDateTime::currentMSecsSinceEpoch()};
    const engine::Week week = engine::readWeek(options->week).value_or(engine::weekOf(now, zone));
    auto store = store::SqliteStore::openToRead(folder);
    const auto report = store ? runtime::weekReport(**store, week, zone) : tl::make_unexpected(store.error());
    if (!report) {
        err << "deskbell report: " << report.error().detail << Qt::endl;
        return 1;
    }
    if (options->json)
        printJson(out, *report);
    else
        printWords(out, *report, zone);
    return 0;
}

} // namespace deskbell::app
