// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/threads/holderwords.h"

#include <QObject>

namespace deskbell::ui {

/// Who has the open caller, as this seat goes about it (ui-design §6). Knows no widgets: it is told what happened and
/// asks by signals. The engine decides; until its answer is shown nothing counts as held.
class Takeover : public QObject
{
    Q_OBJECT
public:
    explicit Takeover(QObject *parent = nullptr);

    void setSeat(const QString &seat) { m_seat = seat; }
    /// Another conversation. A false start left behind goes back to the AI at once.
    void open(const ThreadId &thread);
    void show(const engine::ThreadRow &row);
    void tick(Instant now);

    /// The first letter, before it is painted.
    void letterTyped();
    /// F2 or the bar's button. Taking from another seat needs a second press within 3 s.
    void pressed();
    void textIs(const QString &text);
    void sent();
    /// What was typed came from a scanner and is out again.
    void scanned();
    void handBack(const QString &note);

    [[nodiscard]] const Claim &claim() const { return m_claim; }
    [[nodiscard]] bool held() const { return isHeldBy(m_row.holder, m_seat); }
    [[nodiscard]] bool takeAsked() const { return m_takeAskedAt.isSet(); }
    [[nodiscard]] bool unsent() const { return m_unsent; }
    /// Until a false start goes back to the AI; not set: it is none.
    [[nodiscard]] Instant backAt() const { return m_backAt; }

Q_SIGNALS:
    void tookOver(const deskbell::ThreadId &thread);
    void handedBack(const deskbell::ThreadId &thread, const QString &note);
    /// Another seat was first.
    void lost(const QString &seat);
    void changed();

private:
    void ask(bool byTyping);
    [[nodiscard]] bool othersHave() const;

    QString m_seat;
    engine::ThreadRow m_row;
    Instant m_now;
    Claim m_claim;
    Instant m_takeAskedAt;
    Instant m_backAt;
    bool m_falseStart = false; ///< claimed by typing from the AI, nothing sent yet
    bool m_unsent = false;
};

} // namespace deskbell::ui
