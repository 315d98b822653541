// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/settings/datafolder.h"
#include "core/store/sqlitestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace deskbell::app {
namespace {

using Ledger = std::vector<engine::ConsentEntry>;

struct ConsentOptions {
    QString number;
    QString folder;
    bool json = false;
};

Result<ConsentOptions> readConsentOptions(const QStringList &arguments)
{
    ConsentOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == QLatin1String("--json"))
            options.json = true;
        else if (argument == QLatin1String("--data") && i + 1 < arguments.size())
            options.folder = arguments[++i];
        else if (argument.startsWith(u'-') || !options.number.isEmpty())
            return failure(ErrorKind::Unusable, QStringLiteral("\"%1\" is not understood").arg(argument));
        else
            options.number = argument;
    }
    if (options.number.isEmpty())
        return failure(ErrorKind::Unusable, QStringLiteral("which number?"));
    return options;
}

QString timeOf(const engine::ConsentEntry &entry) { return entry.at.utc().toString(Qt::ISODate); }

void printJson(QTextStream &out, const PhoneNumber &number, const Ledger &ledger)
{
    QJsonArray entries;
    for (const engine::ConsentEntry &entry : ledger) {
        entries.append(QJsonObject{{QStringLiteral("at"), timeOf(entry)}, {QStringLiteral("texts"), entry.given},
            {QStringLiteral("manner"), entry.manner}, {QStringLiteral("words"), entry.words},
            {QStringLiteral("channel"), entry.channel}, {QStringLiteral("who"), entry.who}});
    }
    const bool mayText = ledger.empty() || ledger.back().given;
    const QJsonObject all{{QStringLiteral("number"), number.e164}, {QStringLiteral("may_be_texted"), mayText},
        {QStringLiteral("entries"), entries}};
    out << QJsonDocument(all).toJson(QJsonDocument::Compact) << Qt::endl;
}

void printWords(QTextStream &out, const PhoneNumber &number, const Ledger &ledger)
{
    const QString shown = displayNumber(number);
    if (ledger.empty()) {
        out << shown << ": never said anything about texts" << Qt::endl;
        return;
    }
    out << shown << (ledger.back().given ? ": may be texted" : ": may not be texted") << Qt::endl;
    for (const engine::ConsentEntry &entry : ledger) {
        out << "  " << timeOf(entry) << "  " << (entry.given ? "texts again" : "no texts") << "  by " << entry.channel;
        if (!entry.who.isEmpty())
            out << " (" << entry.who << ")";
        if (!entry.manner.isEmpty())
            out << ", " << entry.manner;
        if (!entry.words.isEmpty())
            out << ": \"" << entry.words << "\"";
        out << Qt::endl;
    }
}

} // namespace

int runConsent(const QStringList &arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const auto options = readConsentOptions(arguments);
    if (!options) {
        err << "deskbell consent: " << options.error().detail << Qt::endl
            << "usage: deskbell consent NUMBER [--json] [--data FOLDER]" << Qt::endl;
        return 2;
    }
    const PhoneNumber number = readPhoneNumber(options->number);
    if (number.isWithheld()) {
        err << "deskbell consent: \"" << options->number << "\" is no phone number" << Qt::endl;
        return 2;
    }
    const auto store = store::SqliteStore::openToRead(dataFolderPath(options->folder));
    const auto ledger = store ? (*store)->consentLedger(number) : tl::make_unexpected(store.error());
    if (!ledger) {
        err << "deskbell consent: " << ledger.error().detail << Qt::endl;
        return 1;
    }
    if (options->json)
        printJson(out, number, *ledger);
    else
        printWords(out, number, *ledger);
    return 0;
}

} // namespace deskbell::app
