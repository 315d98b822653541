// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twiliolink.h"

#include "core/base/log.h"
#include "core/link/listpoller.h"
#include "core/link/pushchannel.h"
#include "core/link/rereader.h"
#include "core/link/textfinder.h"
#include "core/link/twilioerrors.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {
namespace {

/// Lists filter by day, rows come late, statuses change: a day and a bit is always read again.
constexpr Duration overlap = 26h;
constexpr Duration watermarkEvery = 1min;
constexpr int pageAtRest = 50;
constexpr int pageWhenDeep = 200;

Duration settleAfter(const LinkSettings &settings, bool loopback)
{
    return settings.settleAfter.value_or(loopback ? Duration(500ms) : Duration(3s));
}

int connectionsOf(const LinkSettings &settings, bool loopback)
{
    return settings.connections.value_or(loopback ? 400 : 64);
}

Instant readWatermark(const QString &kept)
{
    return {kept.toLongLong()};
}

} // namespace

TwilioLink::TwilioLink(LinkSettings settings, Parts parts, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_parts(std::move(parts))
    , m_loopback(isLoopback(m_settings.base))
    , m_pace(paceFor(m_loopback))
    , m_writer(m_settings)
    , m_intake(m_settings, settleAfter(m_settings, m_loopback), m_parts.clock, m_skew,
          {[this] { onGap(); }, [this](int code) { onFailedText(code); }})
    , m_health(m_parts.clock, [this](const runtime::LinkState &state) { onHealth(state); })
    , m_window(connectionsOf(m_settings, m_loopback))
    , m_wake(m_parts.clock.makeAlarm([this] { wakeNow(); }))
    , m_unblock(m_parts.clock.makeAlarm([this] { unblock(); }))
{
    if (!m_parts.chance)
        m_parts.chance = [] { return 0.5; };
    const auto heardIt = [this](const http::Response &response) { heard(response); };
    m_finder = std::make_unique<TextFinder>(m_parts.reads, m_writer, m_skew, m_intake, m_loopback, heardIt);
    wireLists(heardIt);
    wireRereaders(heardIt);
    if (m_settings.push)
        wirePush();
}

TwilioLink::~TwilioLink() = default;

void TwilioLink::wireLists(const std::function<void(const http::Response &)> &heardIt)
{
    const auto paceNow = [this] { return pace(); };
    m_calls.stream = QStringLiteral("calls");
    m_texts.stream = QStringLiteral("messages");
    ListPoller::Wiring calls{
        [this](bool deep) { return m_writer.callList(askFrom(m_calls), deep ? pageWhenDeep : pageAtRest); },
        [this](const QByteArray &body, bool deep) -> Result<QString> {
            auto page = readCalls(body);
            if (!page)
                return tl::make_unexpected(page.error());
            const auto verdict = m_intake.takeCalls(*page, oldestFor(m_calls));
            return verdict.enough && !deep ? QString() : page->next;
        },
        paceNow, m_parts.chance, [this] { return isStale(m_calls); },
        [this](const ListPoller::Pass &pass) { onEnded(m_calls, pass); }};
    ListPoller::Wiring texts{
        [this](bool deep) { return m_writer.textList(askFrom(m_texts), deep ? pageWhenDeep : pageAtRest); },
        [this](const QByteArray &body, bool deep) -> Result<QString> {
            auto page = readTexts(body);
            if (!page)
                return tl::make_unexpected(page.error());
            if (page->repaired && m_brokenBytes.insert(page->rows.empty() ? QString() : page->rows.front().sid))
                m_intake.malformed(
                    QStringLiteral("message list"), QStringLiteral("bytes that are no UTF-8 were replaced"));
            const auto verdict = m_intake.takeTexts(*page, oldestFor(m_texts));
            return verdict.enough && !deep ? QString() : page->next;
        },
        paceNow, m_parts.chance, [this] { return isStale(m_texts); },
        [this](const ListPoller::Pass &pass) { onEnded(m_texts, pass); }};
    m_calls.poller =
        std::make_unique<ListPoller>(m_parts.reads, m_writer, m_parts.clock, m_pace, heardIt, std::move(calls));
    m_texts.poller =
        std::make_unique<ListPoller>(m_parts.reads, m_writer, m_parts.clock, m_pace, heardIt, std::move(texts));
}

void TwilioLink::wireRereaders(const std::function<void(const http::Response &)> &heardIt)
{
    m_calls.rereader = std::make_unique<Rereader>(m_parts.reads, m_parts.clock, heardIt,
        Rereader::Wiring{[this](const QString &sid) { return m_writer.oneCall(sid); },
            [this](const QByteArray &body) {
                if (const auto call = readCall(body))
                    m_intake.takeCall(*call);
            },
            [](const QString &) {}}); // it is given up by its age
    m_texts.rereader = std::make_unique<Rereader>(m_parts.reads, m_parts.clock, heardIt,
        Rereader::Wiring{[this](const QString &sid) { return m_writer.oneText(sid); },
            [this](const QByteArray &body) {
                if (const auto text = readText(body))
                    m_intake.takeText(*text, false);
            },
            [this](const QString &sid) { m_intake.giveUpText(sid); }});
}

void TwilioLink::start(runtime::InboxPort &inbox)
{
    m_inbox = &inbox;
    const QString calls = inbox.cursor(m_calls.stream), texts = inbox.cursor(m_texts.stream);
    const QString push = inbox.cursor(QStringLiteral("push"));
    m_calls.readTo = readWatermark(calls);
    m_texts.readTo = readWatermark(texts);
    m_intake.attach(inbox, calls.isEmpty() && texts.isEmpty() && push.isEmpty());
    m_intake.cursor().resume(push);
    if (m_push)
        m_push->start();
    m_texts.poller->start();
    m_calls.poller->start();
}

Duration TwilioLink::pace() const
{
    PaceView view;
    view.now = m_parts.clock.now();
    view.pushOpen = m_health.isPushOpen();
    view.callOpen = m_intake.calls().isAnyOpen();
    view.textUnderWay = m_intake.texts().isAnyUnderWay(view.now);
    view.lastEvent = m_intake.lastEvent();
    return pollEvery(m_pace, view);
}

Instant TwilioLink::oldestFor(const List &list) const
{
    const Instant now = m_parts.clock.now();
    return (list.readTo.isSet() ? std::min(list.readTo, now) : now) - overlap;
}

QDate TwilioLink::askFrom(List &list)
{
    list.asked = m_skew.toTheirs(oldestFor(list)).utc().date();
    return list.asked;
}

bool TwilioLink::isStale(const List &list) const
{
    return m_skew.toTheirs(oldestFor(list)).utc().date() < list.asked;
}

void TwilioLink::heard(const http::Response &response)
{
    m_skew.note(response.date(), m_parts.clock.now(), response.took);
    m_health.setSkew(m_skew.skew());
    if (response.status >= 200 && response.status < 300)
        m_health.heard();
}

void TwilioLink::onEnded(List &list, const ListPoller::Pass &pass)
{
    m_health.expect(pace());
    list.unsupported = false;
    if (pass.how)
        onListWorked(list, pass);
    else
        onListFailed(list, pass.how.error());
    const bool isText = &list == &m_texts;
    if (isText && (list.unsupported || (pass.how && pass.number > m_barrierAfter)))
        openBarrier();
}

void TwilioLink::onListWorked(List &list, const ListPoller::Pass &pass)
{
    list.refused.clear();
    list.lastComplaint.clear();
    showSignIn();
    wakeLater();
    m_health.listWorked(list.stream);
    list.passed = true;
    const bool both = m_calls.passed && m_texts.passed;
    if (both)
        m_calls.passed = m_texts.passed = false;
    m_intake.passEnded(both);
    keepWatermark(list, pass.began);
    list.rereader->consider(
        &list == &m_texts ? m_intake.texts().unseenSince(pass.began) : m_intake.calls().unseenSince(pass.began));
}

void TwilioLink::onListFailed(List &list, const WalkTrouble &trouble)
{
    if (trouble.error.kind == ErrorKind::Missing && m_health.isPushOpen()) {
        list.unsupported = true; // this provider only pushes
        list.passed = true;
        m_health.listWorked(list.stream); // also when it failed before the stream was open
        return;
    }
    if (trouble.isSignIn()) {
        list.refused = trouble.error.detail;
        m_full = true;
        showSignIn();
    }
    if (trouble.error.kind == ErrorKind::Malformed && list.lastComplaint != trouble.error.detail) {
        list.lastComplaint = trouble.error.detail;
        m_intake.malformed(list.stream, trouble.error.detail);
    }
    qCInfo(logLink).noquote() << list.stream << "not read:" << trouble.error.detail;
    m_health.listFailed(list.stream, trouble.error);
}

void TwilioLink::keepWatermark(List &list, Instant began)
{
    // While a call is open, what belongs to it may still lie behind.
    const bool open = &list == &m_calls && m_intake.calls().isAnyOpen();
    if (open || (list.readTo.isSet() && began - list.readTo < watermarkEvery && began > list.readTo))
        return;
    list.readTo = began;
    m_inbox->moveCursor({list.stream, QString::number(began.ms)});
}

void TwilioLink::onFailedText(int code)
{
    if (consequenceOf(code) == Consequence::NotRegistered)
        blockSends(m_pace.notRegistered,
            QStringLiteral("%1: the network refuses texts of this number until it is registered").arg(code));
}

void TwilioLink::onHealth(const runtime::LinkState &state)
{
    const bool wasUp = m_wasUp;
    m_wasUp = state.kind == runtime::LinkState::Kind::Live || state.kind == runtime::LinkState::Kind::Slow;
    if (wasUp && !m_wasUp)
        closeBarrier(); // what arrives meanwhile is read before anything leaves again
    m_inbox->linkChanged(state);
}

} // namespace deskbell::link
