// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowmemory.h"

#include <QSettings>

namespace deskbell::ui {

namespace {

void store(const QString &file, const Remembered &state)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue(QStringLiteral("window/geometry"), state.geometry);
    ini.setValue(QStringLiteral("window/panes"), state.panes);
    ini.setValue(QStringLiteral("window/screen"), state.screen);
    ini.setValue(QStringLiteral("window/thread"), state.thread);
    ini.setValue(QStringLiteral("window/phone"), state.phone);
    ini.setValue(QStringLiteral("window/week"), state.weekView);
    ini.sync();
}

} // namespace

WindowMemory::WindowMemory(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    m_state = read();
    m_written = m_state;
    m_writer.setMaxThreadCount(1); // one after the other, so the last state wins
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &WindowMemory::write);
}

WindowMemory::~WindowMemory()
{
    write();
    m_writer.waitForDone();
}

Remembered WindowMemory::read() const
{
    Remembered state;
    if (m_file.isEmpty())
        return state;
    const QSettings ini(m_file, QSettings::IniFormat);
    state.geometry = ini.value(QStringLiteral("window/geometry")).toByteArray();
    state.panes = ini.value(QStringLiteral("window/panes")).toByteArray();
    state.screen = ini.value(QStringLiteral("window/screen")).toInt();
    state.thread = ini.value(QStringLiteral("window/thread")).toString();
    state.phone = ini.value(QStringLiteral("window/phone"), true).toBool();
    state.weekView = ini.value(QStringLiteral("window/week"), true).toBool();
    return state;
}

void WindowMemory::keep(const Remembered &state)
{
    m_state = state;
    if (!(m_state == m_written))
        m_pause.start();
}

void WindowMemory::write()
{
    m_pause.stop();
    if (m_file.isEmpty() || m_state == m_written)
        return;
    m_written = m_state;
    m_writer.start([file = m_file, state = m_state] { store(file, state); });
}

} // namespace deskbell::ui
