// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <QTextStream>
#include <optional>

namespace deskbell::app {

/// Asks a person on the terminal, or reads the lines a script feeds in. Questions go to stderr, so that stdout carries
/// only results. Blocks.
class Terminal
{
public:
    Terminal();

    /// A person sits there, who can be asked again.
    [[nodiscard]] bool isInteractive() const { return m_interactive; }
    /// Nothing when the input has ended. The line's blanks at both ends are gone.
    [[nodiscard]] std::optional<QString> ask(const QString &question);
    /// The same without an echo.
    [[nodiscard]] std::optional<Secret> askSecret(const QString &question);
    void say(const QString &sentence);

private:
    [[nodiscard]] std::optional<QByteArray> line() const;

    QTextStream m_questions;
    bool m_interactive;
};

} // namespace deskbell::app
