// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QUrl>

/// The real program without a window, as a shop would start it: `deskbell run --headless`.
class DeskbellProcess
{
public:
    struct Life {
        QString folder;
        QUrl provider;
        bool push = true;
        QString crashAt = {}; ///< as DESKBELL_CRASH_AT wants it; empty: it lives
    };
    void start(const Life &life);
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Ended by a signal, not by itself.
    [[nodiscard]] bool wasKilled() const { return !isRunning() && m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] bool endedWell() const { return !isRunning() && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0; }
    /// SIGKILL: no destructor runs, nothing is flushed.
    void kill() { m_process.kill(); }
    void askToStop() { m_process.terminate(); }
    /// "exit code 1", "signal 11": for the report of a failure.
    [[nodiscard]] QString ending() const;
    /// Everything it said, for the same.
    [[nodiscard]] QString words();

    ~DeskbellProcess();

private:
    QProcess m_process;
    QString m_words;
};

/// Writes the demo shop's profile into the folder, with answers that do not wait for a second text.
void furnish(const QString &folder);
