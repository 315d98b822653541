// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/settings/datafolder.h"
#include "core/store/backup.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

namespace deskbell::app {
namespace {

struct Wanted {
    QString file; ///< folder or file of a backup, as the command says
    QString data;
    QString fault; ///< of the usage
};

Wanted readWanted(const QStringList &arguments)
{
    Wanted wanted;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--data") && i + 1 < arguments.size())
            wanted.data = arguments[++i];
        else if (arguments[i].startsWith(u'-') || !wanted.file.isEmpty())
            wanted.fault = QStringLiteral("\"%1\" is not understood").arg(arguments[i]);
        else
            wanted.file = arguments[i];
    }
    return wanted;
}

int misused(const char *command, const QString &fault, const char *usage)
{
    QTextStream err(stderr);
    if (!fault.isEmpty())
        err << "deskbell " << command << ": " << fault << Qt::endl;
    err << "usage: deskbell " << command << ' ' << usage << Qt::endl;
    return 2;
}

int failed(const char *command, const Error &error)
{
    QTextStream(stderr) << "deskbell " << command << ": " << error.detail << Qt::endl;
    return 1;
}

Instant wallNow() { return {QDateTime::currentMSecsSinceEpoch()}; }

QString contents(const store::BackupFacts &facts)
{
    return QStringLiteral("%1 conversations, %2 texts, %3 visits").arg(facts.rows.value(QStringLiteral("thread")))
        .arg(facts.rows.value(QStringLiteral("message"))).arg(facts.rows.value(QStringLiteral("appointment")));
}

} // namespace

int runBackup(const QStringList &arguments)
{
    const Wanted wanted = readWanted(arguments);
    if (!wanted.fault.isEmpty())
        return misused("backup", wanted.fault, "[FOLDER or FILE.db] [--data FOLDER]");
    const QString data = dataFolderPath(wanted.data);
    const bool isFile = wanted.file.endsWith(QLatin1String(".db"));
    const QString folder = wanted.file.isEmpty() ? store::backupFolder(data) : wanted.file;
    const QString target = QFileInfo(isFile ? wanted.file : QDir(folder).filePath(store::backupName(wallNow()))).absoluteFilePath();
    const auto facts = store::writeBackup(data, target, wallNow());
    if (!facts)
        return failed("backup", facts.error());
    QTextStream(stdout) << target << ": " << contents(*facts) << ". Read again and found whole." << Qt::endl;
    return 0;
}

int runRestore(const QStringList &arguments)
{
    const Wanted wanted = readWanted(arguments);
    if (!wanted.fault.isEmpty() || wanted.file.isEmpty())
        return misused("restore", wanted.fault, "FILE.db [--data FOLDER]");
    const auto restored = store::restoreBackup(QFileInfo(wanted.file).absoluteFilePath(), dataFolderPath(wanted.data), wallNow());
    if (!restored)
        return failed("restore", restored.error());
    QTextStream out(stdout);
    out << "Restored: " << contents(restored->facts) << '.' << Qt::endl;
    if (!restored->replaced.isEmpty())
        out << "What was there before lies in " << restored->replaced << Qt::endl;
    if (!restored->consentKept)
        out << "Its list of who said no could not be read: look through the backup's before you start." << Qt::endl;
    else if (*restored->consentKept > 0)
        out << *restored->consentKept << " newer lines of the list of who said no were taken over." << Qt::endl;
    out << "At the next start, texts that waited are looked up at the provider before anything is sent again." << Qt::endl;
    return 0;
}

} // namespace deskbell::app
