// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/desktopnotifier.h"

#include "core/base/log.h"

#include <algorithm>

namespace deskbell::notify {
namespace {

constexpr qsizetype longestLine = 200; // some desktops draw whatever they get

/// One line a person can read, whatever a caller's name holds.
QString tame(const QString &words)
{
    QString line;
    for (const QChar c : words.simplified()) {
        const bool format = c.category() == QChar::Other_Format; // marks that turn the reading direction
        if (c.isPrint() && !format)
            line += c;
        else if (c.isSurrogate())
            line += c;
    }
    return line.size() > longestLine ? QString(line.left(longestLine) % u'…') : line;
}

Bubble bubbleOf(const runtime::Notice &notice, const runtime::NoticeText &text)
{
    Bubble bubble;
    bubble.title = tame(text.title);
    bubble.body = tame(text.body);
    bubble.critical = notice.what.urgency == engine::order::Urgency::Critical;
    bubble.category =
        notice.what.code == u"callback" ? QStringLiteral("call.unanswered") : QStringLiteral("im.received");
    bubble.actions = {QStringLiteral("default"), text.openLabel};
    if (!text.takeLabel.isEmpty())
        bubble.actions << QStringLiteral("take") << text.takeLabel;
    if (!text.seenLabel.isEmpty())
        bubble.actions << QStringLiteral("seen") << text.seenLabel;
    bubble.actions << QStringLiteral("open") << text.openLabel;
    return bubble;
}

} // namespace

DesktopNotifier::DesktopNotifier(runtime::NoticeWords words, QObject *parent)
    : QObject(parent)
    , m_words(std::move(words))
{
    connect(&m_bus, &NotificationBus::actionInvoked, this, &DesktopNotifier::act);
    connect(&m_bus, &NotificationBus::closed, this, &DesktopNotifier::forget);
    connect(&m_bus, &NotificationBus::changedHands, this, [this] {
        for (Line &line : m_lines)
            line.id = 0;
    });
}

DesktopNotifier::~DesktopNotifier()
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.id != 0)
            m_bus.close(line.id);
    }
}

void DesktopNotifier::tell(const runtime::Notice &notice)
{
    Q_EMIT shown(notice);
    if (notice.what.urgency == engine::order::Urgency::Digest)
        return; // waits for the morning review
    Line &line = m_lines[notice.thread];
    line.withdrawn = false;
    if (line.calling)
        line.next = notice;
    else
        put(notice);
}

void DesktopNotifier::put(const runtime::Notice &notice)
{
    Line &line = m_lines[notice.thread];
    line.calling = true;
    Bubble bubble = bubbleOf(notice, m_words(notice));
    bubble.replaces = line.id;
    m_bus.show(bubble, [this, thread = notice.thread](const Result<quint32> &id) { answered(thread, id); });
}

void DesktopNotifier::answered(const ThreadId &thread, const Result<quint32> &id)
{
    Line &line = m_lines[thread];
    line.calling = false;
    line.id = id.value_or(0);
    if (!id) {
        qCInfo(logNotify).noquote() << "not shown by the desktop:" << id.error().detail;
        Q_EMIT unavailable(id.error());
    }
    if (line.withdrawn)
        takeDown(thread);
    else if (line.next)
        put(*std::exchange(line.next, {}));
}

void DesktopNotifier::withdraw(const ThreadId &thread)
{
    Q_EMIT withdrawn(thread);
    takeDown(thread);
}

void DesktopNotifier::takeDown(const ThreadId &thread)
{
    const auto line = m_lines.find(thread);
    if (line == m_lines.end())
        return;
    if (line->calling) {
        line->withdrawn = true;
        line->next.reset();
        return;
    }
    if (line->id != 0)
        m_bus.close(line->id);
    m_lines.erase(line);
}

void DesktopNotifier::act(quint32 id, const QString &key, const QString &token)
{
    const auto line = std::find_if(m_lines.cbegin(), m_lines.cend(), [id](const Line &l) { return l.id == id; });
    if (line == m_lines.cend())
        return; // another program's
    const ThreadId thread = line.key();
    if (key == u"take")
        Q_EMIT activated(thread, NoticeAct::Take, token);
    else if (key == u"seen")
        Q_EMIT activated(thread, NoticeAct::Acknowledge, token);
    else if (key == u"open" || key == u"default")
        Q_EMIT activated(thread, NoticeAct::Open, token);
}

void DesktopNotifier::forget(quint32 id)
{
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        if (line->id == id && id != 0) {
            line->id = 0;
            return;
        }
    }
}

} // namespace deskbell::notify
