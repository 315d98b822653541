// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace deskbell::ui {

/// What the window looks like, kept across runs.
struct Remembered {
    QByteArray geometry;
    QByteArray panes; ///< ThreadsPage::layoutState
    int screen = 0; ///< 0: none
    QString thread;
    bool phone = true;
    bool weekView = true;
    bool operator==(const Remembered &) const = default;
};

/// Reads once at the start; writes 500 ms after a change, on a thread of its own, and what is left when it goes.
/// An unreadable or unwritable file only means that nothing is remembered.
class WindowMemory : public QObject
{
    Q_OBJECT
public:
    explicit WindowMemory(const QString &file, QObject *parent = nullptr);
    ~WindowMemory() override;

    [[nodiscard]] Remembered read() const;
    void keep(const Remembered &state);

private:
    void write();

    QString m_file;
    Remembered m_state;
    Remembered m_written;
    QTimer m_pause;
    QThreadPool m_writer;
};

} // namespace deskbell::ui
