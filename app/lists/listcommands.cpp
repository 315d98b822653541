// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/listcommands.h"

#include "app/settings/datafolder.h"
#include "core/lists/complaintreader.h"
#include "core/lists/contactreader.h"
#include "core/store/sqlitestore.h"

#include <QDateTime>
#include <QFile>
#include <QTextStream>
#include <functional>

namespace deskbell::app {
namespace {

constexpr int yearsKept = 2; ///< complaints older than any rule looks at
constexpr qint64 largestList = 512 << 20;

struct ListOptions {
    QString file;
    QString folder;
    bool skipBad = false;
    bool good = false;
};

ListOptions readOptions(const QStringList &arguments)
{
    ListOptions options;
    options.good = arguments.size() >= 2 && arguments.first() == QLatin1String("import");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == QLatin1String("--data") && i + 1 < arguments.size())
            options.folder = arguments[++i];
        else if (argument == QLatin1String("--skip-bad"))
            options.skipBad = true;
        else if (argument.startsWith(u'-') || !options.file.isEmpty())
            options.good = false;
        else
            options.file = argument;
    }
    options.good = options.good && !options.file.isEmpty();
    return options;
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Missing, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    if (file.size() > largestList)
        return failure(ErrorKind::Malformed, QStringLiteral("%1 is larger than 512 MB").arg(path));
    return file.readAll();
}

Result<std::unique_ptr<store::SqliteStore>> openStore(const QString &chosen)
{
    const auto folder = dataFolder(chosen);
    if (!folder)
        return tl::make_unexpected(folder.error());
    return store::SqliteStore::open(*folder);
}

void tellFaults(QTextStream &err, const QString &file, const lists::RowFaults &faults)
{
    for (const QString &fault : faults.told)
        err << file << ": " << fault << Qt::endl;
    if (faults.bad > faults.told.size())
        err << file << ": " << faults.bad - faults.told.size() << " more such lines" << Qt::endl;
}

Result<QString> takeContacts(const ListOptions &options, QTextStream &err)
{
    const auto bytes = contentsOf(options.file);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto list = lists::readContacts(*bytes);
    if (!list)
        return failure(list.error().kind, options.file + QStringLiteral(": ") + list.error().detail);
    tellFaults(err, options.file, list->faults);
    if (list->faults.bad > 0 && !options.skipBad)
        return failure(ErrorKind::Malformed,
            QStringLiteral("nothing was taken in: %1 lines cannot be used. Mend them, or say --skip-bad").arg(list->faults.bad));
    auto store = openStore(options.folder);
    if (!store)
        return tl::make_unexpected(store.error());
    const Instant now = Instant::fromDateTime(QDateTime::currentDateTimeUtc());
    for (Contact &contact : list->contacts)
        contact.changedAt = now;
    if (auto kept = (*store)->keepContacts(list->contacts); !kept)
        return tl::make_unexpected(kept.error());
    return QStringLiteral("%1 contacts taken in, %2 lines passed over").arg(list->contacts.size()).arg(list->faults.bad);
}

Result<QString> takeComplaints(const ListOptions &options, QTextStream &err)
{
    const auto bytes = contentsOf(options.file);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto list = lists::readComplaints(*bytes);
    if (!list)
        return failure(list.error().kind, options.file + QStringLiteral(": ") + list.error().detail);
    tellFaults(err, options.file, list->faults);
    auto store = openStore(options.folder);
    if (!store)
        return tl::make_unexpected(store.error());
    const QDate keepSince = QDate::currentDate().addYears(-yearsKept);
    if (auto kept = (*store)->keepComplaints(list->days, keepSince); !kept)
        return tl::make_unexpected(kept.error());
    return QStringLiteral("%1 complaints read, %2 without a number, %3 lines passed over; those of the last %4 years are kept")
        .arg(list->complaints)
        .arg(list->withoutNumber)
        .arg(list->faults.bad)
        .arg(yearsKept);
}

using Taking = std::function<Result<QString>(const ListOptions &, QTextStream &)>;

int run(const char *command, const QStringList &arguments, const Taking &take)
{
    QTextStream err(stderr);
    const ListOptions options = readOptions(arguments);
    if (!options.good) {
        err << "deskbell " << command << ": say \"import FILE\", and --data FOLDER for another data folder" << Qt::endl;
        return 2;
    }
    const auto told = take(options, err);
    if (!told) {
        err << "deskbell " << command << ": " << told.error().detail << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << *told << Qt::endl;
    return 0;
}

} // namespace

int runContacts(const QStringList &arguments)
{
    return run("contacts", arguments, takeContacts);
}

int runComplaints(const QStringList &arguments)
{
    return run("complaints", arguments, takeComplaints);
}

} // namespace deskbell::app
