// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the link that deals with the pushed stream, and with what must be read before texts may leave.
#include "core/link/twiliolink.h"

#include "core/link/listpoller.h"
#include "core/link/pushchannel.h"

namespace deskbell::link {

void TwilioLink::wirePush()
{
    m_push = std::make_unique<PushChannel>(m_parts.clock,
        PushChannel::Wiring{[this] { return m_writer.pushAddress(QByteArray::number(m_intake.cursor().last())); },
            m_writer.authorization(), m_settings.extraCertificates, m_parts.chance});
    connect(m_push.get(), &PushChannel::opened, this, &TwilioLink::onPushOpened);
    connect(m_push.get(), &PushChannel::lost, this, &TwilioLink::onPushLost);
    connect(m_push.get(), &PushChannel::alive, this, [this] { m_health.heard(); });
    connect(m_push.get(), &PushChannel::frame, this, [this](const QString &text) {
        m_health.heard();
        m_intake.takeFrame(text);
    });
    connect(m_push.get(), &PushChannel::binaryFrame, this, [this](qsizetype bytes) {
        m_intake.malformed(QStringLiteral("push"), QStringLiteral("skipped a binary frame of %1 bytes").arg(bytes));
    });
}

void TwilioLink::onPushOpened()
{
    m_intake.cursor().opened();
    m_health.pushChanged(true);
    readListsSoon();
    if (m_texts.unsupported)
        openBarrier();
}

void TwilioLink::onPushLost(const QString &why, bool refusedFrame)
{
    const quint64 at = m_intake.cursor().last();
    const bool again = refusedFrame && m_refusedFrames > 0 && m_refusedAt == at;
    m_refusedFrames = refusedFrame ? m_refusedFrames + 1 : 0;
    m_refusedAt = at;
    if (refusedFrame)
        m_intake.malformed(QStringLiteral("push"), QString(u"connection ended: " % why));
    if (again) {
        // It would come again after every reconnect and nothing after it ever. The lists have what it told.
        m_intake.malformed(QStringLiteral("push"), QStringLiteral("skipped frame %1").arg(at + 1));
        m_intake.cursor().skipTo(at + 1);
        m_refusedFrames = 0;
    }
    m_health.pushChanged(false);
    closeBarrier();
    m_calls.poller->soon();
}

void TwilioLink::onGap()
{
    readListsSoon();
    if (m_calls.unsupported && m_texts.unsupported)
        m_intake.cursor().closeGap(); // there is nothing to read it from
}

void TwilioLink::readListsSoon()
{
    m_calls.passed = m_texts.passed = false;
    m_texts.poller->soon();
    m_calls.poller->soon();
}

void TwilioLink::closeBarrier()
{
    m_barrier = m_full = true;
    m_barrierAfter = m_texts.poller->begun();
    m_texts.poller->soon();
}

void TwilioLink::openBarrier()
{
    if (!std::exchange(m_barrier, false))
        return;
    wakeLater();
}

} // namespace deskbell::link
