// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/chatlines.h"

#include "ui/words/reasons.h"
#include "ui/words/systemline.h"
#include "ui/words/when.h"

#include <QCoreApplication>

namespace deskbell::ui {

using engine::Author;
using engine::HistoryLine;

namespace {

struct Lines {
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::Lines)
};

ChatItem::Kind kindOf(Author author)
{
    switch (author) {
    case Author::Caller: return ChatItem::Kind::Caller;
    case Author::Assistant: return ChatItem::Kind::Ai;
    case Author::Person: return ChatItem::Kind::Person;
    case Author::Note: return ChatItem::Kind::Note;
    case Author::System: return ChatItem::Kind::System;
    }
    return ChatItem::Kind::System;
}

QString headingOf(const HistoryLine &line, const engine::ThreadRow &row, const QString &seat)
{
    switch (line.author) {
    case Author::Caller: return callerName(row.name, row.caller);
    case Author::Assistant: return Lines::tr("AI");
    case Author::Person:
        if (line.seat.isEmpty())
            return Lines::tr("Shop phone");
        return line.seat == seat ? Lines::tr("%1 (you)").arg(seat) : line.seat;
    case Author::Note:
        if (line.rule == u"ungrounded")
            return Lines::tr("AI's draft, not sent");
        return line.seat.isEmpty() ? Lines::tr("Staff note") : Lines::tr("Staff note · %1").arg(line.seat);
    case Author::System: return {};
    }
    return {};
}

Icon signOf(Mark mark)
{
    switch (mark) {
    case Mark::None: return Icon::About;
    case Mark::Assistant: return Icon::StarFilled;
    case Mark::Person: return Icon::Hand;
    case Mark::Urgent: return Icon::Alert;
    case Mark::Call: return Icon::PhoneMissed;
    case Mark::Calendar: return Icon::Calendar;
    case Mark::Check: return Icon::Check;
    case Mark::Stop: return Icon::MinusCircle;
    case Mark::Clock: return Icon::Clock;
    case Mark::Text: return Icon::Sms;
    case Mark::Note: return Icon::Note;
    }
    return Icon::About;
}

bool isOutgoing(Author author)
{
    return author == Author::Assistant || author == Author::Person;
}

/// "4 s after the call" stands where others say how far a text has come: it is what a first text is judged by.
QString afterCall(const HistoryLine &line, const runtime::ThreadView &view)
{
    const bool arrived = line.delivery == Delivery::Delivered || line.delivery == Delivery::Read;
    if (line.kind != TextKind::FirstText || !arrived)
        return {};
    for (auto before = view.lines.rbegin(); before != view.lines.rend(); ++before) {
        const Duration gap = line.at - before->at;
        if (before->author == Author::System && before->body == u"missed_call" && gap >= 0ms && gap < 10min)
            return gap < 1s ? Lines::tr("under 1 s after the call") : Lines::tr("%1 after the call").arg(seconds(gap));
    }
    return {};
}

void fillDelivery(ChatItem &item, const HistoryLine &line, const runtime::ThreadView &view)
{
    if (!isOutgoing(line.author))
        return;
    const bool asksPerson = line.delivery == Delivery::Unclear && view.row.reason == engine::Reason::SendUnclear;
    item.failed = line.delivery == Delivery::Failed || asksPerson;
    item.delivery = afterCall(line, view);
    if (item.delivery.isEmpty())
        item.delivery = word(line.delivery);
    if (asksPerson)
        item.reason = Lines::tr("Unclear if this went out: the provider has no record of it. Call, or send it again.");
    else if (item.failed)
        item.reason = failureSentence(line.errorCode);
}

ChatItem itemOf(const HistoryLine &line, const runtime::ThreadView &view, const Profile &profile, const QString &seat)
{
    ChatItem item;
    item.kind = kindOf(line.author);
    item.heading = headingOf(line, view.row, seat);
    item.at = toWall(line.at, profile.zone);
    if (line.author == Author::System) {
        const MarkedWords said = systemLine(line, profile);
        item.text = said.text; // holds its time already
        item.sign = signOf(said.mark);
        return item;
    }
    item.text = line.body;
    item.time = clockTime(line.at, profile.zone);
    item.hasWhy = line.author == Author::Assistant && (!line.rule.isEmpty() || !line.sources.empty());
    fillDelivery(item, line, view);
    return item;
}

/// A ringing phone is news only until the call has ended one way or the other.
bool isOver(const HistoryLine &rings, const runtime::ThreadView &view)
{
    if (rings.author != Author::System || rings.body != u"call_rings")
        return false;
    static const QStringList ends{
        QStringLiteral("missed_call"), QStringLiteral("called_again"), QStringLiteral("answered_call")};
    return std::any_of(view.lines.begin(), view.lines.end(), [&rings](const HistoryLine &line) {
        return line.author == Author::System && line.at >= rings.at && ends.contains(line.body);
    });
}

} // namespace

qint64 LineNumbers::numberOf(const QString &lineId)
{
    const auto known = m_numbers.constFind(lineId);
    if (known != m_numbers.cend())
        return *known;
    m_ids.push_back(lineId);
    return *m_numbers.insert(lineId, m_ids.size());
}

QString LineNumbers::lineOf(qint64 number) const
{
    return m_ids.value(number - 1);
}

void LineNumbers::clear()
{
    m_numbers.clear();
    m_ids.clear();
}

QVector<ChatItem> chatItems(
    const runtime::ThreadView &view, const Profile &profile, const QString &seat, LineNumbers &numbers)
{
    QVector<ChatItem> items;
    items.reserve(qsizetype(view.lines.size()));
    for (const HistoryLine &line : view.lines) {
        if (isOver(line, view))
            continue;
        ChatItem item = itemOf(line, view, profile, seat);
        item.id = numbers.numberOf(line.id);
        items.push_back(item);
    }
    return items;
}

qint64 firstUnread(const QVector<ChatItem> &items, int unread)
{
    qint64 first = 0;
    for (auto item = items.crbegin(); item != items.crend() && unread > 0; ++item) {
        if (item->kind == ChatItem::Kind::Caller) {
            first = item->id;
            --unread;
        }
    }
    return first;
}

} // namespace deskbell::ui
