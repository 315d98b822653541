// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/runcommand.h"

#include "app/headless/stopsignal.h"
#include "app/settings/keptconnections.h"
#include "app/settings/profilefile.h"
#include "app/settings/terminal.h"
#include "core/base/log.h"
#include "core/profile/demoprofile.h"
#include "core/runtime/engineloop.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTextStream>

namespace deskbell::app {
namespace {

QString usualFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation); }

Result<Profile> profileFor(const RunOptions &options, const QString &folder)
{
    if (!options.profileFile.isEmpty())
        return readProfileFile(options.profileFile);
    const QString own = profileFile(folder);
    auto profile = readProfileFile(own);
    if (profile || profile.error().kind != ErrorKind::Missing)
        return profile;
    if (!options.providerUrl.isEmpty() && link::isLoopback(options.providerUrl)) {
        // Texts through a phone company on this machine cost nothing, and bursts are what people try on it.
        Profile demo = profile::demoProfile();
        demo.policy.screening.firstTextsPerHour = 0;
        return demo;
    }
    return failure(ErrorKind::Unusable,
        QStringLiteral("there is no profile of the shop yet: \"deskbell profile new\" writes one to edit (%1)").arg(own));
}

/// Asks for the vault's passphrase on the terminal.
Result<Connections> linkAskingHere(const QString &folder)
{
    Terminal terminal;
    return keptConnections(folder, &terminal);
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

QString runFolder(const RunOptions &options) { return options.folder.isEmpty() ? usualFolder() : options.folder; }

Result<HouseOptions> houseOptionsFor(const RunOptions &options, const ConnectionSource &linkAsSetUp)
{
    HouseOptions house;
    house.folder = runFolder(options);
    house.dailyCopy = true;
    house.wireLogFile = options.wireLog;
    house.wireLogBodies = options.wireLogBodies;
    auto connections = options.providerUrl.isEmpty() ? linkAsSetUp(house.folder) : Result<Connections>(Connections{loopbackSettings(options), {}});
    if (!connections)
        return tl::make_unexpected(connections.error());
    house.link = std::move(connections->link);
    house.model = std::move(connections->model);
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
    auto wanted = houseOptionsFor(options, linkAskingHere);
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
