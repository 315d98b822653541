// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keptconnections.h"

#include "app/settings/providersecret.h"
#include "app/settings/settingsfile.h"
#include "app/settings/terminal.h"

namespace deskbell::app {

Result<Connections> keptConnections(const QString &folder, Terminal *terminal)
{
    // Without a terminal nobody would read what had to be reset: the file is only looked at, and whoever opens it for a
    // person says it then.
    const SettingsFile file(folder);
    const SettingsFile::Loaded loaded = terminal ? file.load() : file.look();
    for (const QString &sentence : loaded.reset) {
        if (terminal)
            terminal->say(sentence);
    }
    if (!loaded.settings.hasProvider())
        return failure(ErrorKind::Missing,
            SettingsWords::tr("no phone provider is set up yet: run \"deskbell connect\", or try \"deskbell demo\" first"));
    SecretAnswer answer = readProviderSecret(folder, loaded.settings, terminal);
    if (terminal && !answer.told.isEmpty())
        terminal->say(answer.told);
    if (!answer.secret)
        return failure(ErrorKind::Unusable, answer.secret.error().detail); // Missing is for "nothing set up"
    Connections connections{linkSettings(loaded.settings, *answer.secret), {}};
    if (loaded.settings.hasModel())
        connections.model = modelSettings(loaded.settings, answer.modelKey);
    return connections;
}

} // namespace deskbell::app
