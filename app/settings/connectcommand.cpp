// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/connectcommand.h"

#include "app/settings/awaited.h"
#include "app/settings/datafolder.h"
#include "app/settings/providerexam.h"
#include "app/settings/providersecret.h"
#include "app/settings/report.h"
#include "app/settings/settingsfile.h"
#include "app/settings/terminal.h"

#include <QCoreApplication>
#include <QMap>
#include <QTextStream>

namespace deskbell::app {
namespace {

using Words = SettingsWords;

struct ConnectOptions {
    QMap<QString, QString> given; ///< option → value
    bool push = false;
    bool untested = false;
    bool help = false;
};

QString connectUsage()
{
    return QStringLiteral(
        "usage: deskbell connect [--provider-url URL] [--account-sid SID] [--api-key KEY] [--number NUMBER] [--push]\n"
        "                        [--data FOLDER] [--untested]\n"
        "Asks for what is not given; a script answers by lines on the input, in the order asked: address, account SID, "
        "API key,\n"
        "secret, shop number, then the vault's passphrase where there is no key store (twice for a new vault).\n"
        "The secret is never an option, because other users can read command lines.");
}

Result<ConnectOptions> readConnectOptions(const QStringList &arguments)
{
    static const QStringList valued{QStringLiteral("--provider-url"), QStringLiteral("--account-sid"),
        QStringLiteral("--api-key"), QStringLiteral("--number"), QStringLiteral("--data")};
    ConnectOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--push"))
            options.push = true;
        else if (arguments[i] == QLatin1String("--untested"))
            options.untested = true;
        else if (arguments[i] == QLatin1String("--help"))
            options.help = true;
        else if (valued.contains(arguments[i]) && i + 1 < arguments.size())
            options.given.insert(arguments[i], arguments[i + 1]), ++i;
        else
            return failure(ErrorKind::Unusable,
                QStringLiteral("there is no option %1, or its value is missing").arg(arguments[i]));
    }
    return options;
}

/// Asks one thing after another; false once the person, or the script, has gone.
class Questions
{
public:
    Questions(const ConnectOptions &options, Terminal &terminal)
        : m_options(options)
        , m_terminal(terminal)
    {
    }

    /// An empty answer means \p usual.
    template<class T> bool put(const QString &option, const QString &question, const QString &usual,
        Result<T> (*read)(const QString &), T &target)
    {
        const bool given = m_options.given.contains(option);
        for (;;) {
            const auto answer =
                given ? std::optional(m_options.given.value(option)) : m_terminal.ask(asked(question, usual));
            if (!answer)
                return false;
            auto value = read(answer->isEmpty() ? usual : *answer);
            if (value) {
                target = std::move(*value);
                return true;
            }
            m_terminal.say(value.error().detail);
            if (given || !m_terminal.isInteractive())
                return false;
        }
    }

private:
    static QString asked(const QString &question, const QString &usual)
    {
        return usual.isEmpty() ? QString(question % u':') : QStringLiteral("%1 [%2]:").arg(question, usual);
    }

    const ConnectOptions &m_options;
    Terminal &m_terminal;
};

/// "-" takes a key back.
Result<QString> readKeyOrDash(const QString &typed)
{
    return typed.trimmed() == u"-" ? Result<QString>(QString()) : readApiKey(typed);
}

bool askAll(const ConnectOptions &options, Terminal &terminal, Settings &settings, Secret &secret)
{
    Questions questions(options, terminal);
    const QUrl before = settings.address;
    if (!questions.put(QStringLiteral("--provider-url"), Words::tr("Provider's address"), before.toString(),
            readAddress, settings.address))
        return false;
    if (settings.address != before)
        settings.lookupAddress = lookupBeside(settings.address);
    if (!questions.put(QStringLiteral("--account-sid"), Words::tr("Account SID"), settings.accountSid, readAccountSid,
            settings.accountSid)
        || !questions.put(QStringLiteral("--api-key"),
            Words::tr("SID of the API key (- : none, the account's token signs in)"), settings.apiKey, readKeyOrDash,
            settings.apiKey))
        return false;
    const auto typed = terminal.askSecret(Words::tr("Secret of the key, or token (not shown):"));
    if (!typed)
        return false;
    if (typed->isEmpty()) {
        terminal.say(Words::tr("The secret is missing."));
        return false;
    }
    secret = *typed;
    settings.push = options.push;
    return questions.put(QStringLiteral("--number"), Words::tr("The shop's number"), settings.number.e164,
        readShopNumber, settings.number);
}

/// Whether to go on.
bool tryIt(const Settings &settings, const Secret &secret, Terminal &terminal)
{
    terminal.say(Words::tr("Trying the provider…"));
    const Checks checks =
        awaited<Checks>([&](auto done) { examineProvider(linkSettings(settings, secret), qApp, done); });
    terminal.say(textReport(checks).trimmed());
    if (!anyFails(checks))
        return true;
    if (!terminal.isInteractive())
        return false;
    const auto answer = terminal.ask(Words::tr("Keep it all the same? (yes, no) [no]:"));
    return answer && answer->startsWith(Words::tr("y", "first letter of yes"), Qt::CaseInsensitive);
}

int notKept(Terminal &terminal, const QString &why)
{
    terminal.say(why.isEmpty() ? Words::tr("Nothing was kept.") : QString(why % u' ' % Words::tr("Nothing was kept.")));
    return 1;
}

int connectNow(const ConnectOptions &options)
{
    Terminal terminal;
    const auto folder = dataFolder(options.given.value(QStringLiteral("--data")));
    if (!folder)
        return notKept(terminal, folder.error().detail);
    const SettingsFile file(*folder);
    const auto loaded = file.load();
    for (const QString &sentence : loaded.reset)
        terminal.say(sentence);
    Settings settings = loaded.settings;
    Secret secret;
    if (!askAll(options, terminal, settings, secret))
        return notKept(terminal, {});
    if (!options.untested && !tryIt(settings, secret, terminal))
        return notKept(terminal, {});
    // The secret first: settings that name an account without a secret would only fail at the next start.
    const auto place = keepProviderSecret(*folder, settings, secret, terminal);
    if (!place)
        return notKept(terminal, place.error().detail);
    settings.secretsIn = *place;
    if (auto saved = file.save(settings); !saved)
        return notKept(terminal, saved.error().detail);
    terminal.say(Words::tr("Kept. The secret is in %1. \"deskbell run\" starts the shop.").arg(placeName(*place)));
    return 0;
}

} // namespace

int runConnect(const QStringList &arguments)
{
    const auto options = readConnectOptions(arguments);
    if (!options) {
        QTextStream(stderr) << "deskbell connect: " << options.error().detail << Qt::endl << connectUsage() << Qt::endl;
        return 2;
    }
    if (options->help) {
        QTextStream(stdout) << connectUsage() << Qt::endl;
        return 0;
    }
    return connectNow(*options);
}

} // namespace deskbell::app
