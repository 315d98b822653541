// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the intake that takes pushed frames and keeps their cursor.
#include "core/link/intake.h"

#include "core/base/match.h"

namespace deskbell::link {
namespace {

QString callKey(const QString &root)
{
    return QString(u"call:" % root);
}
QString textKey(const QString &number)
{
    return QString(u"text:" % number);
}

} // namespace

void Intake::takeFrame(QStringView text)
{
    const auto frame = readFrame(text);
    if (!frame) {
        malformed(QStringLiteral("push"), frame.error().detail);
        return;
    }
    m_inFrame = true;
    if (m_cursor.seen(frame->seq))
        m_watchers.onGap();
    act(*frame);
    settleLater();
    takeHolds(*frame);
    m_inFrame = false;
    if (!m_frame.empty()) {
        // The cursor goes with the last fact of its frame, so both are kept or neither.
        if (const auto value = m_cursor.moved())
            m_frame.back().cursor = runtime::Cursor{QStringLiteral("push"), *value};
        for (runtime::Arrival &arrival : m_frame)
            m_inbox->put(std::move(arrival));
        m_frame.clear();
    }
    if (!std::exchange(m_flushSet, true))
        m_flush->set(m_clock.now()); // once for all frames of a burst
}

void Intake::act(const PushFrame &frame)
{
    std::visit(Match{
                   [&](const PushFrame::CallMissed &f) {
                       m_legsOver.insert(f.call.sid);
                       tell(m_calls.noteMissed(f.call, m_clock.now()));
                   },
                   [&](const PushFrame::CallUpdated &f) { takeCall(f.call); },
                   [&](const PushFrame::Text &f) { takeText(f.text, false); },
                   [&](const PushFrame::Skipped &f) {
                       if (m_badRows.insert(QString(u"type " % f.type)))
                           malformed(QStringLiteral("push"),
                               QStringLiteral("skipped frame %1 of unknown type \"%2\"").arg(frame.seq).arg(f.type));
                   },
                   [&](const PushFrame::Spoilt &f) {
                       malformed(QStringLiteral("push"),
                           QStringLiteral("frame %1: row %2: %3").arg(frame.seq).arg(f.row.sid, f.row.why));
                   },
               },
        frame.what);
}

void Intake::takeHolds(const PushFrame &frame)
{
    if (const auto *call = std::get_if<PushFrame::CallUpdated>(&frame.what)) {
        const QString root = m_calls.rootOf(call->call.sid);
        if (m_calls.isOpen(root))
            m_cursor.hold(callKey(root), frame.seq);
        else
            m_cursor.release(callKey(root));
    } else if (const auto *text = std::get_if<PushFrame::Text>(&frame.what)) {
        if (text->text.isOutbound() && m_texts.isHeld(text->text))
            m_cursor.hold(textKey(text->text.to.e164), frame.seq);
    }
}

void Intake::flush()
{
    m_flushSet = false;
    m_cursor.sweep([this](const QString &key) {
        if (key.startsWith(u"call:"))
            return m_calls.isOpen(key.mid(5));
        return !key.startsWith(u"text:") || m_texts.isAnyHeldTo(PhoneNumber{key.mid(5)});
    });
    if (const auto value = m_cursor.moved())
        m_inbox->moveCursor({QStringLiteral("push"), *value});
}

} // namespace deskbell::link
