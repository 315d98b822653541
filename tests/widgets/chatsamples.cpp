// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chatsamples.h"

namespace deskbell::ui::samples {

namespace {

using Kind = ChatItem::Kind;

QDateTime on(int day, int hour, int minute)
{
    return QDateTime(QDate(2025, 6, day), QTime(hour, minute));
}

QString headingOf(Kind kind)
{
    switch (kind) {
    case Kind::Caller: return QStringLiteral("Dana Whitfield");
    case Kind::Ai:
    case Kind::NextReply: return QStringLiteral("AI");
    case Kind::Person: return QStringLiteral("Jess (you)");
    case Kind::Note: return QStringLiteral("Staff note · Jess");
    case Kind::System: break;
    }
    return {};
}

} // namespace

ChatItem message(qint64 id, Kind kind, const QString &text, const QDateTime &at)
{
    ChatItem item;
    item.id = id;
    item.kind = kind;
    item.text = text;
    item.heading = headingOf(kind);
    item.at = at;
    item.time = at.toString(QStringLiteral("HH:mm"));
    item.hasWhy = kind == Kind::Ai;
    if (kind == Kind::Ai || kind == Kind::Person)
        item.delivery = QStringLiteral("delivered");
    return item;
}

QVector<ChatItem> conversation()
{
    QVector<ChatItem> all;
    qint64 id = 0;
    const auto add = [&](Kind kind, const char *text, const QDateTime &at) -> ChatItem & {
        all << message(++id, kind, QString::fromUtf8(text), at);
        return all.last();
    };
    auto &missed = add(Kind::System, "Missed call · rang 21 s, both bays busy, no voicemail", on(11, 13, 58));
    missed.sign = Icon::PhoneMissed;
    missed.hasWhy = true;
    add(Kind::Ai, "Sorry we missed your call. This is the assistant of Brightside Detailing. How can we help?",
        on(11, 13, 58)).delivery = QStringLiteral("4 s after the call");
    add(Kind::Caller, "Hi", on(12, 14, 1));
    add(Kind::Caller, "I picked up my Civic this morning 🙂", on(12, 14, 2));
    add(Kind::Caller, "You scratched my door and nobody picks up. I want to talk to a real person", on(12, 14, 5));
    auto &escalated = add(Kind::System, "Escalated · rule “Upset or damage” · AI stopped answering", on(12, 14, 6));
    escalated.sign = Icon::Alert;
    add(Kind::Ai, "I'm so sorry, Dana. I'm getting someone from the shop for you right now.", on(12, 14, 6));
    add(Kind::Note, "Bay 1 this morning, Kofi did the hand-over. Photos from check-in are in the job folder.",
        on(12, 14, 7));
    auto &failed = add(Kind::Person, "Hi Dana, this is Jess at the front desk. I'm sorry about this.", on(12, 14, 7));
    failed.delivery = QStringLiteral("failed");
    failed.failed = true;
    failed.reason = QStringLiteral(
        "Not delivered: this number cannot receive texts. It is on the call-back list now.");
    auto &sending = add(Kind::Person, "I'm looking at your check-in photos now.", on(12, 14, 8));
    sending.delivery = QStringLiteral("sending");
    sending.secondsLeft = 2;
    sending.secondsTotal = 3;
    auto &next = add(Kind::NextReply, "Thanks Dana! Saturday 14 June at 09:00 is free, plan on 6 hours. Shall I book it?",
                     on(12, 14, 9));
    next.secondsLeft = 4;
    next.secondsTotal = 6;
    return all;
}

QVector<ChatItem> longConversation(int count)
{
    QVector<ChatItem> all;
    all.reserve(count);
    const QDateTime start = on(1, 8, 0);
    const QString words = QStringLiteral("It is about the black car with the long scratch on its door. ");
    for (int i = 0; i < count; ++i)
        all << message(i + 1, i % 2 ? Kind::Ai : Kind::Caller,
                       QStringLiteral("Number %1. ").arg(i + 1) + words.repeated(i * 7 % 5), start.addSecs(i * 60));
    return all;
}

} // namespace deskbell::ui::samples
