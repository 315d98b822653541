// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/link/intake.h"
#include "core/link/linkhealth.h"
#include "core/link/linksettings.h"
#include "core/link/listpoller.h"
#include "core/link/pollpace.h"
#include "core/link/twiliowriter.h"
#include "core/runtime/ports.h"

#include <QObject>

namespace deskbell::link {

struct SendReading;
class PushChannel;
class Rereader;
class TextFinder;

/// The link to a phone provider that speaks Twilio's language: reads calls and texts by polling (and by a pushed
/// stream where there is one), sends texts, looks for those of unknown fate, and tells how it is. Puts facts into the
/// inbox as soon as start() was called. Core thread.
class TwilioLink final : public QObject, public runtime::TextPort
{
    Q_OBJECT
public:
    struct Parts {
        http::Client &sends; ///< only for texts out
        http::Client &reads; ///< lists and look-ups: they must not wait behind texts
        Clock &clock;
        std::function<double()> chance; ///< from 0 up to 1, for jitter; nothing: always the middle
    };
    /// \p settings have passed check(). The clock outlives the link; the clients do, or end just before it: then texts
    /// under way are answered (as Unclear where they may have arrived).
    TwilioLink(LinkSettings settings, Parts parts, QObject *parent = nullptr);
    ~TwilioLink() override;

    /// Once. \p inbox outlives the link.
    void start(runtime::InboxPort &inbox);

    void send(const runtime::OutgoingText &text, std::function<void(runtime::SendAnswer)> done) override;
    void look(const runtime::LookQuestion &question, std::function<void(Result<runtime::LookAnswer>)> done) override;
    void lineType(const PhoneNumber &number, std::function<void(Result<LineType>)> done) override;
    /// 0 until what arrived meanwhile has been read once (STOP may be among it): at the start, after the link was
    /// offline, after a pushed stream was lost. 0 as well while the account does not work.
    [[nodiscard]] int room() const override;
    [[nodiscard]] runtime::LookSchedule schedule() const override;
    void onRoom(std::function<void()> wake) override;

private:
    /// One of the two lists and how far it got.
    struct List {
        QString stream;
        std::unique_ptr<ListPoller> poller;
        std::unique_ptr<Rereader> rereader;
        Instant readTo; ///< kept across runs
        QDate asked;
        QString refused; ///< the provider's words when it refused our key
        QString lastComplaint;
        bool passed = false; ///< read to its end since the last gap of the stream
        bool unsupported = false;
    };

    void wireLists(const std::function<void(const http::Response &)> &heardIt);
    void wireRereaders(const std::function<void(const http::Response &)> &heardIt);
    void wirePush();
    [[nodiscard]] Duration pace() const;
    [[nodiscard]] Instant oldestFor(const List &list) const;
    QDate askFrom(List &list);
    [[nodiscard]] bool isStale(const List &list) const;
    void heard(const http::Response &response);
    void onEnded(List &list, const ListPoller::Pass &pass);
    void onListWorked(List &list, const ListPoller::Pass &pass);
    void onListFailed(List &list, const WalkTrouble &trouble);
    void keepWatermark(List &list, Instant began);

    void onPushOpened();
    void onPushLost(const QString &why, bool refusedFrame);
    void onGap();
    void readListsSoon();
    void closeBarrier();
    void openBarrier();

    void answered(const runtime::OutgoingText &text, const http::Reply &reply,
        const std::function<void(runtime::SendAnswer)> &done);
    [[nodiscard]] Duration waitAfter(const SendReading &reading);
    void onFailedText(int code);
    void blockSends(Duration howLong, const QString &why);
    void unblock();
    void showSignIn();
    void wakeLater();
    void wakeNow();
    void onHealth(const runtime::LinkState &state);

    LinkSettings m_settings;
    Parts m_parts;
    bool m_loopback;
    Pace m_pace;
    TwilioWriter m_writer;
    SkewMeter m_skew;
    Intake m_intake;
    LinkHealth m_health;
    SendWindow m_window;
    runtime::InboxPort *m_inbox = nullptr;
    List m_calls;
    List m_texts;
    std::unique_ptr<TextFinder> m_finder;
    std::unique_ptr<PushChannel> m_push;
    std::unique_ptr<Alarm> m_wake;
    std::unique_ptr<Alarm> m_unblock;
    std::vector<std::function<void()>> m_wakers;
    QHash<PhoneNumber, LineType> m_lineTypes; ///< each look-up costs money
    RecentSet m_brokenBytes{200};
    bool m_full = true; ///< room() was seen at 0: the outbox waits to be woken
    bool m_barrier = true;
    quint64 m_barrierAfter = 0; ///< a pass over the texts with a higher number opens it
    bool m_wasUp = false;
    Instant m_blockedUntil;
    QString m_blockedWhy;
    Instant m_sendWaitUntil;
    int m_sendTooMany = 0;
    int m_sendUnreached = 0;
    int m_refusedFrames = 0;
    quint64 m_refusedAt = 0;
};

} // namespace deskbell::link
