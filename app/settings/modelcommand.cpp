// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/modelcommand.h"

#include "app/settings/awaited.h"
#include "app/settings/datafolder.h"
#include "app/settings/modelexam.h"
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

struct Wanted {
    QMap<QString, QString> given; ///< option → value
    bool off = false;
    bool untested = false;
    QString fault;
};

Wanted readWanted(const QStringList &arguments)
{
    static const QStringList valued{QStringLiteral("--url"), QStringLiteral("--name"), QStringLiteral("--dialect"), QStringLiteral("--data")};
    Wanted wanted;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("off"))
            wanted.off = true;
        else if (arguments[i] == QLatin1String("--untested"))
            wanted.untested = true;
        else if (valued.contains(arguments[i]) && i + 1 < arguments.size())
            wanted.given.insert(arguments[i], arguments[i + 1]), ++i;
        else
            wanted.fault = QStringLiteral("there is no option %1, or its value is missing").arg(arguments[i]);
    }
    const QString dialect = wanted.given.value(QStringLiteral("--dialect"), QStringLiteral("openai"));
    if (dialect != u"openai" && dialect != u"anthropic")
        wanted.fault = QStringLiteral("--dialect must be openai or anthropic");
    if (!wanted.off && (wanted.given.value(QStringLiteral("--url")).isEmpty() || wanted.given.value(QStringLiteral("--name")).isEmpty()))
        wanted.fault = QStringLiteral("say --url and --name, or \"off\"");
    return wanted;
}

int misused(const QString &fault)
{
    QTextStream(stderr) << "deskbell model: " << fault << Qt::endl
                        << "usage: deskbell model --url URL --name MODEL [--dialect openai|anthropic] [--data FOLDER] [--untested]\n"
                           "       deskbell model off [--data FOLDER]\n"
                           "The model's key is asked for, never an option; an empty line means that it needs none. A model on this computer:\n"
                           "  deskbell model --url http://127.0.0.1:11434/v1 --name llama3.1" << Qt::endl;
    return 2;
}

int modelNotKept(Terminal &terminal, const QString &why)
{
    terminal.say(why % u' ' % Words::tr("Nothing was kept."));
    return 1;
}

int turnOff(const SettingsFile &file, Settings settings, Terminal &terminal)
{
    settings.modelName.clear();
    settings.modelHasKey = false;
    if (auto saved = file.save(settings); !saved)
        return modelNotKept(terminal, saved.error().detail);
    terminal.say(Words::tr("The embedded mind answers alone, from the next start on."));
    return 0;
}

int connectModel(const Wanted &wanted, const QString &folder, const SettingsFile &file, Settings settings, Terminal &terminal)
{
    const auto address = readAddress(wanted.given.value(QStringLiteral("--url")));
    if (!address)
        return modelNotKept(terminal, address.error().detail);
    settings.modelAddress = *address;
    settings.modelName = wanted.given.value(QStringLiteral("--name")).trimmed().left(200);
    settings.modelDialect = wanted.given.value(QStringLiteral("--dialect")) == u"anthropic" ? llm::Dialect::Anthropic : llm::Dialect::OpenAi;
    const Secret key = terminal.askSecret(Words::tr("The model's key (not shown; empty: it needs none):")).value_or(Secret());
    settings.modelHasKey = !key.isEmpty();
    if (!wanted.untested) {
        terminal.say(Words::tr("Trying the model…"));
        const Check check = awaited<Check>([&](auto done) { examineModel(modelSettings(settings, key), qApp, done); });
        terminal.say(textReport({check}).trimmed());
        if (check.state == Check::State::Fails)
            return modelNotKept(terminal, {});
    }
    if (settings.modelHasKey) {
        const auto place = keepSecret(folder, settings, modelSecretName(settings), key, terminal);
        if (!place)
            return modelNotKept(terminal, place.error().detail);
        settings.secretsIn = *place;
    }
    if (auto saved = file.save(settings); !saved)
        return modelNotKept(terminal, saved.error().detail);
    terminal.say(Words::tr("Kept. From the next start on the model is asked; whatever it proposes is checked, and the embedded mind stands in for it."));
    return 0;
}

} // namespace

int runModel(const QStringList &arguments)
{
    const Wanted wanted = readWanted(arguments);
    if (!wanted.fault.isEmpty())
        return misused(wanted.fault);
    Terminal terminal;
    const auto folder = dataFolder(wanted.given.value(QStringLiteral("--data")));
    if (!folder)
        return modelNotKept(terminal, folder.error().detail);
    const SettingsFile file(*folder);
    const Settings settings = file.load().settings;
    return wanted.off ? turnOff(file, settings, terminal) : connectModel(wanted, *folder, file, settings, terminal);
}

} // namespace deskbell::app
