// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/understand/understandcommand.h"

#include "app/understand/understoodline.h"
#include "core/base/systemclock.h"
#include "core/profile/profilereader.h"

#include <QFile>
#include <QTextStream>

namespace deskbell::app {
namespace {

Result<Profile> profileFrom(const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        Profile unknown;
        unknown.zone = QTimeZone::utc();
        return unknown;
    }
    if (arguments.size() != 2 || arguments.first() != QLatin1String("--profile"))
        return failure(ErrorKind::Unusable, QStringLiteral("say nothing or --profile FILE; the texts come on standard input"));
    QFile file(arguments.last());
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unusable, QStringLiteral("cannot read the profile: ") + file.errorString());
    return profile::readProfile(file.readAll());
}

} // namespace

int understandLines(QIODevice &in, const Profile &profile, QTextStream &out, QTextStream &err)
{
    int failed = 0;
    for (qint64 number = 1; ; ++number) {
        const QByteArray line = in.readLine();
        if (line.isEmpty())
            return failed;
        if (line.trimmed().isEmpty())
            continue;
        const Instant now = SystemClock().now();
        const auto answer = understoodLine(line, profile, now);
        if (answer) {
            out << QString::fromUtf8(*answer) << Qt::endl;
        } else {
            err << "deskbell understand: line " << number << ' ' << answer.error().detail << Qt::endl;
            failed = 1;
        }
    }
}

int runUnderstand(const QStringList &arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    out.setEncoding(QStringConverter::Utf8);
    const auto profile = profileFrom(arguments);
    if (!profile) {
        err << "deskbell understand: " << profile.error().detail << Qt::endl;
        return 2;
    }
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        err << "deskbell understand: cannot read standard input" << Qt::endl;
        return 1;
    }
    return understandLines(in, *profile, out, err);
}

} // namespace deskbell::app
