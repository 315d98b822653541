// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace deskbell::app {

/// The first word after the program's name: which command, and whether it opens a window (which needs another kind of
/// application object).
struct CommandLine {
    QString command; ///< "", "demo", "run", "rehearse", …
    QStringList arguments;
    [[nodiscard]] bool wantsWindow() const;
};

[[nodiscard]] CommandLine readCommandLine(int argc, char **argv);
[[nodiscard]] QString usage();

/// Runs a command that needs no window. Returns the exit code: 0, 1 failure, 2 usage.
[[nodiscard]] int runCommand(const CommandLine &line);

/// deskbell backup [FOLDER or FILE.db] [--data FOLDER]: also while Deskbell runs. deskbell restore FILE.db [--data FOLDER].
[[nodiscard]] int runBackup(const QStringList &arguments);
[[nodiscard]] int runRestore(const QStringList &arguments);

/// deskbell profile new [FILE] | check [FILE] | sample
[[nodiscard]] int runProfile(const QStringList &arguments);

/// deskbell consent NUMBER [--json] [--data FOLDER]: every word of a number about being texted.
[[nodiscard]] int runConsent(const QStringList &arguments);

/// deskbell report [--week YYYY-Www] [--json] [--data FOLDER]: the counters of a week and the calls behind them.
[[nodiscard]] int runReport(const QStringList &arguments);

} // namespace deskbell::app
