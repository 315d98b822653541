// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/runcommand.h"

#include "app/headless/stopsignal.h"
#include "app/settings/providersecret.h"
#include "app/settings/settingsfile.h"
#include "app/settings/terminal.h"
#include "core/base/log.h"
#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"
#include "core/runtime/engineloop.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTextStream>

namespace deskbell::app {
namespace {

constexpr qint64 largestProfile = 8 << 20;

QString usualFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation); }

Result<Profile> profileFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unusable, QStringLiteral("cannot read the profile %1: %2").arg(path, file.errorString()));
    if (file.size() > largestProfile)
        return failure(ErrorKind::Unusable, QStringLiteral("the profile %1 is larger than a profile can be").arg(path));
    auto profile = profile::readProfile(file.readAll());
    if (!profile)
        return failure(ErrorKind::Unusable, QStringLiteral("the profile %1 cannot be used:\n%2").arg(path, profile.error().detail));
    return profile;
}

Result<Profile> profileFor(const RunOptions &options, const QString &folder)
{
    if (!options.profileFile.isEmpty())
        return profileFrom(options.profileFile);
    const QString own = QDir(folder).filePath(QStringLiteral("profile.json"));
    if (QFile::exists(own))
        return profileFrom(own);
    if (!options.providerUrl.isEmpty() && link::isLoopback(options.providerUrl))
        return profile::demoProfile();
    return failure(ErrorKind::Unusable,
        QStringLiteral("there is no profile of the shop yet: \"deskbell profile new\" writes one to edit (%1)").arg(own));
}

/// Account, key and number as "deskbell connect" kept them; the secret from the key store or, asked for on the
/// terminal, the vault.
Result<link::LinkSettings> linkAsSetUp(const QString &folder)
{
    const SettingsFile::Loaded loaded = SettingsFile(folder).load();
    for (const QString &sentence : loaded.reset)
        QTextStream(stderr) << "deskbell: " << sentence << Qt::endl;
    if (!loaded.settings.hasProvider())
        return failure(ErrorKind::Unusable, QStringLiteral("no phone provider is set up yet: run \"deskbell connect\", or try \"deskbell demo\" first"));
    Terminal terminal;
    SecretAnswer answer = readProviderSecret(folder, loaded.settings, terminal);
    if (!answer.told.isEmpty())
        terminal.say(answer.told);
    if (!answer.secret)
        return tl::make_unexpected(answer.secret.error());
    return linkSettings(loaded.settings, *answer.secret);
}

void report(const QString &line)
{
    QTextStream out(stdout);
    out << line << Qt::endl;
}

void reportLink(const runtime::LinkState &state)
{
    switch (state.kind) {
    case runtime::LinkState::Kind::Starting: report(QStringLiteral("link: starting")); break;
    case runtime::LinkState::Kind::Live: report(QStringLiteral("link: live")); break;
    case runtime::LinkState::Kind::Slow: report(QStringLiteral("link: slow")); break;
    case runtime::LinkState::Kind::Offline: report(QStringLiteral("link: offline. ") % state.detail); break;
    case runtime::LinkState::Kind::SignInNeeded: report(QStringLiteral("link: the provider refuses the key. ") % state.detail); break;
    }
}

} // namespace

Result<HouseOptions> houseOptionsFor(const RunOptions &options)
{
    HouseOptions house;
    house.folder = options.folder.isEmpty() ? usualFolder() : options.folder;
    house.wireLogFile = options.wireLog;
    house.wireLogBodies = options.wireLogBodies;
    auto link = options.providerUrl.isEmpty() ? linkAsSetUp(house.folder) : Result<link::LinkSettings>(loopbackSettings(options));
    if (!link)
        return tl::make_unexpected(link.error());
    house.link = std::move(*link);
    house.link.push = house.link.push || options.push;
    auto profile = profileFor(options, house.folder);
    if (!profile)
        return tl::make_unexpected(profile.error());
    house.profile = std::move(*profile);
    return house;
}

int runHeadless(const RunOptions &options)
{
    QTextStream err(stderr);
    auto wanted = houseOptionsFor(options);
    auto house = wanted ? House::build(std::move(*wanted)) : Result<std::unique_ptr<House>>(tl::make_unexpected(wanted.error()));
    if (!house) {
        err << "deskbell: " << house.error().detail << Qt::endl;
        return 1;
    }
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopped, qApp, [] { QCoreApplication::exit(0); });
    runtime::LinkState::Kind shown = runtime::LinkState::Kind::Starting;
    QObject::connect(&(*house)->loop(), &runtime::EngineLoop::linkStateChanged, qApp, [&shown](const runtime::LinkState &state) {
        if (state.kind != shown)
            reportLink(state);
        shown = state.kind;
    });
    (*house)->start();
    report(QStringLiteral("Deskbell runs for %1. Ctrl C stops it.").arg((*house)->loop().profile().name));
    return QCoreApplication::exec();
}

} // namespace deskbell::app
