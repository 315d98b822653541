// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/link/linksettings.h"

#include <QStringList>

namespace deskbell::app {

/// What "deskbell run" may be told on the command line. No secret can be given here: other users of the machine can
/// read command lines.
struct RunOptions {
    bool headless = false;
    QString folder; ///< --data; empty: the usual one
    QString profileFile; ///< --profile; empty: profile.json in the data folder
    QUrl providerUrl; ///< --provider-url; empty: as set up
    QString accountSid;
    QString key;
    bool push = false;
    QString wireLog; ///< --wire-log FILE
    bool wireLogBodies = false;
    bool help = false;
};

/// Errors: Unusable, one plain sentence naming the option.
[[nodiscard]] Result<RunOptions> readRunOptions(const QStringList &arguments);
[[nodiscard]] QString runUsage();

/// Settings for a provider on this machine that nobody set up: any account, any key.
[[nodiscard]] link::LinkSettings loopbackSettings(const RunOptions &options);

} // namespace deskbell::app
