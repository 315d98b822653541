// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/terminal.h"

#include <termios.h>
#include <unistd.h>

namespace deskbell::app {
namespace {

constexpr qsizetype longestLine = 4096;

/// No echo while it lives, whatever way the scope is left.
class NoEcho
{
public:
    NoEcho()
    {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        quiet.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Terminal::Terminal()
    : m_questions(stderr)
    , m_interactive(isatty(STDIN_FILENO) == 1)
{
}

std::optional<QByteArray> Terminal::line() const
{
    // Byte by byte and without a buffer of anybody's: a secret must not stay in one.
    QByteArray bytes;
    bytes.reserve(longestLine);
    char byte = 0;
    ssize_t got = 0;
    while ((got = read(STDIN_FILENO, &byte, 1)) == 1 && byte != '\n') {
        if (bytes.size() < longestLine)
            bytes.append(byte);
    }
    if (got != 1 && bytes.isEmpty())
        return {};
    return bytes;
}

std::optional<QString> Terminal::ask(const QString &question)
{
    m_questions << question << u' ' << Qt::flush;
    const auto bytes = line();
    if (!bytes)
        return {};
    return QString::fromUtf8(*bytes).trimmed();
}

std::optional<Secret> Terminal::askSecret(const QString &question)
{
    m_questions << question << u' ' << Qt::flush;
    std::optional<QByteArray> bytes;
    {
        const NoEcho quiet;
        bytes = line();
    }
    if (!bytes)
        return {};
    const Secret whole = Secret::taken(*bytes);
    return Secret(whole.reveal().trimmed()); // pasted with a blank or a line's end
}

void Terminal::say(const QString &sentence)
{
    m_questions << sentence << Qt::endl;
}

} // namespace deskbell::app
