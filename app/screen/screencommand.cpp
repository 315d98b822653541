// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/screencommand.h"

#include "app/screen/screening.h"
#include "core/lists/complaintreader.h"
#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"

#include <QFile>
#include <QTextStream>
#include <cstdio>

namespace deskbell::app {
namespace {

constexpr qint64 longestLine = 1 << 20;

struct ScreenOptions {
    QString calls;
    QString complaints;
    QString profile;
    QString problem; ///< what is wrong with the command line
};

ScreenOptions readOptions(const QStringList &arguments)
{
    ScreenOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const bool takesFile = argument == QLatin1String("--complaints") || argument == QLatin1String("--profile");
        if (takesFile && i + 1 == arguments.size())
            options.problem = argument + QStringLiteral(" needs a file");
        else if (takesFile)
            (argument == QLatin1String("--profile") ? options.profile : options.complaints) = arguments[++i];
        else if (argument.startsWith(u'-') && argument != QLatin1String("-") && argument != QLatin1String("--json"))
            options.problem = QStringLiteral("there is no option ") + argument;
        else if (argument != QLatin1String("--json") && !options.calls.isEmpty())
            options.problem = QStringLiteral("one list of calls at a time");
        else if (argument != QLatin1String("--json"))
            options.calls = argument;
    }
    if (options.problem.isEmpty() && options.calls.isEmpty())
        options.problem = QStringLiteral("name a file of calls, one JSON object a line, or - for the standard input");
    return options;
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Missing, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    return file.readAll();
}

Result<Profile> profileOf(const ScreenOptions &options)
{
    if (options.profile.isEmpty())
        return profile::demoProfile();
    const auto bytes = contentsOf(options.profile);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto read = profile::readProfile(*bytes);
    if (!read)
        return failure(read.error().kind, QStringLiteral("%1 cannot be used:\n%2").arg(options.profile, read.error().detail));
    return read;
}

Result<ComplaintIndex> complaintsOf(const ScreenOptions &options, QTextStream &err)
{
    if (options.complaints.isEmpty())
        return ComplaintIndex();
    const auto bytes = contentsOf(options.complaints);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto list = lists::readComplaints(*bytes);
    if (!list)
        return failure(list.error().kind, options.complaints + QStringLiteral(": ") + list.error().detail);
    for (const QString &fault : list->faults.told)
        err << "deskbell screen: " << options.complaints << ": " << fault << ", passed over" << Qt::endl;
    return ComplaintIndex(list->days);
}

Result<void> openCalls(QFile &file, const QString &path)
{
    const bool opened = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (opened)
        return {};
    return failure(ErrorKind::Missing, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
}

int screenAll(QFile &file, const ScreenOptions &options, const ComplaintIndex &complaints, Profile profile)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const bool usesDemo = options.profile.isEmpty();
    int number = 0;
    int failed = 0;
    while (!file.atEnd()) {
        QByteArray bytes = file.readLine(longestLine);
        ++number;
        if (number == 1 && bytes.startsWith("\xEF\xBB\xBF"))
            bytes.remove(0, 3);
        if (bytes.trimmed().isEmpty())
            continue;
        const auto line = readCallLine(bytes.trimmed());
        if (!line) {
            err << "deskbell screen: line " << number << ": " << line.error().detail << Qt::endl;
            failed = 1;
            continue;
        }
        if (usesDemo && !line->call.line.isWithheld())
            profile.phone = line->call.line; // whoever's list this is, the number that was called is theirs
        out << screenedLine(*line, screenCall(*line, complaints, profile)) << '\n';
    }
    if (number == 0) {
        err << "deskbell screen: " << options.calls << " is empty" << Qt::endl;
        failed = 1;
    }
    return failed;
}

} // namespace

int runScreen(const QStringList &arguments)
{
    QTextStream err(stderr);
    const ScreenOptions options = readOptions(arguments);
    if (!options.problem.isEmpty()) {
        err << "deskbell screen: " << options.problem << Qt::endl;
        return 2;
    }
    auto profile = profileOf(options);
    const auto complaints = complaintsOf(options, err);
    QFile file(options.calls);
    const auto opened = openCalls(file, options.calls);
    for (const Error &error : {profile ? Error{} : profile.error(), complaints ? Error{} : complaints.error(), opened ? Error{} : opened.error()}) {
        if (error.detail.isEmpty())
            continue;
        err << "deskbell screen: " << error.detail << Qt::endl;
        return 1;
    }
    return screenAll(file, options, *complaints, std::move(*profile));
}

} // namespace deskbell::app
