// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/link/calltree.h"
#include "core/link/linksettings.h"
#include "core/link/pushcursor.h"
#include "core/link/pushreader.h"
#include "core/link/skewmeter.h"
#include "core/link/textwatch.h"
#include "core/runtime/inboxport.h"

namespace deskbell::link {

/// From rows to facts: whatever way a row came, list or push, the same event gives the same fact with the same id,
/// once in a run. Times are turned to our clock on the way. Core thread.
class Intake
{
public:
    struct Watchers {
        std::function<void()> onGap; ///< the stream left numbers out: read the lists
        std::function<void(int errorCode)> onFailedText; ///< a text of ours failed
    };
    Intake(const LinkSettings &settings, Duration settleAfter, Clock &clock, const SkewMeter &skew, Watchers watchers);

    /// Before anything else. \p firstEver: nothing was ever read, so what happened before is history, not news.
    void attach(runtime::InboxPort &inbox, bool firstEver);

    struct Verdict {
        bool enough = false; ///< only known rows at rest, or older than asked for: the pages after need not be read
        int fresh = 0; ///< rows not seen before
    };
    /// One page. Bad rows go to the journal, once each.
    Verdict takeCalls(const CallPage &page, Instant oldest);
    Verdict takeTexts(const TextPage &page, Instant oldest);
    void takeCall(const CallRecord &call);
    void takeText(const TextRecord &text, bool inList);
    /// One pushed frame as it came.
    void takeFrame(QStringView frame);

    // What the sender does decides whose a row is.
    void sendBegins(const runtime::OutgoingText &text);
    void sendEnds(const runtime::OutgoingText &text, const runtime::SendAnswer &answer);
    void found(const engine::OrderId &order, const std::vector<TextRecord> &rows);
    [[nodiscard]] const TextWatch &texts() const { return m_texts; }
    [[nodiscard]] const CallTree &calls() const { return m_calls; }
    void giveUpText(const QString &sid) { m_texts.giveUp(sid); }

    /// After both lists were read to their end: held rows are looked at again, gaps of the stream are closed.
    void passEnded(bool bothLists);
    [[nodiscard]] PushCursor &cursor() { return m_cursor; }
    [[nodiscard]] Instant lastEvent() const { return m_lastEvent; }
    /// When the youngest row of the account that a list has shown was made, by our clock.
    [[nodiscard]] Instant newestRow() const { return m_newestRow; }

    void malformed(const QString &where, const QString &detail);

private:
    void tell(const std::vector<CallSighting> &sightings);
    void tell(const std::vector<TextSighting> &sightings);
    void put(runtime::Arrival arrival);
    void putCall(const CallSighting &sighting);
    void putText(const TextSighting &sighting);
    bool takeBad(const QString &where, const std::vector<BadRow> &bad);
    void act(const PushFrame &frame);
    void settleLater();
    void settleNow();
    void flush();
    void takeHolds(const PushFrame &frame);
    [[nodiscard]] bool isOurLine(const PhoneNumber &line) const;
    [[nodiscard]] Instant ours(Instant theirs) const;

    std::vector<PhoneNumber> m_lines;
    Clock &m_clock;
    const SkewMeter &m_skew;
    Watchers m_watchers;
    runtime::InboxPort *m_inbox = nullptr;
    CallTree m_calls;
    TextWatch m_texts;
    PushCursor m_cursor;
    RecentSet m_legsOver;
    RecentSet m_textsSeen;
    RecentSet m_badRows{2000};
    Instant m_newsFrom; ///< not set: everything is news
    Instant m_lastEvent;
    Instant m_newestRow;
    std::vector<runtime::Arrival> m_frame; ///< facts of the frame at hand
    Instant m_complaintsSince;
    int m_complaints = 0;
    bool m_inFrame = false;
    bool m_flushSet = false;
    bool m_settleSet = false;
    std::unique_ptr<Alarm> m_settle;
    std::unique_ptr<Alarm> m_flush;
};

} // namespace deskbell::link
