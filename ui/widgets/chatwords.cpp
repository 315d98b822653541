// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chatwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace deskbell::ui::chatwords {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(deskbell::ui::ChatView)
};

} // namespace

QString day(const QDate &date)
{
    return QLocale().toString(date, Words::tr("ddd d MMM", "day separator, a date format of Qt"));
}

QString newSince()
{
    return Words::tr("New since you left");
}

QString newBelow(int count)
{
    return Words::tr("%n new", nullptr, count);
}

QString nextReply()
{
    return Words::tr("next reply");
}

QString sendsIn()
{
    return Words::tr("Sends in");
}

QString hold()
{
    return Words::tr("Hold");
}

QString tryAgain()
{
    return Words::tr("Try again");
}

QString putOnList()
{
    return Words::tr("Put on call-back list");
}

QString why()
{
    return Words::tr("Why");
}

QString copy()
{
    return Words::tr("Copy text");
}

QString systemLine(const ChatItem &item)
{
    return item.time.isEmpty() ? item.text : Words::tr("%1 · %2", "time and what happened").arg(item.time, item.text);
}

QString timeAndDelivery(const ChatItem &item)
{
    if (item.kind == ChatItem::Kind::NextReply)
        return nextReply();
    if (item.delivery.isEmpty())
        return item.time;
    return Words::tr("%1 · %2", "time and delivery").arg(item.time, item.delivery);
}

QString spoken(const ChatItem &item)
{
    QStringList who;
    for (const QString &part : {item.heading, item.kind == ChatItem::Kind::NextReply ? nextReply() : item.time,
                                item.delivery, item.failed ? Words::tr("failed, %1").arg(item.reason) : QString()})
        if (!part.isEmpty())
            who << part;
    return who.isEmpty() ? item.text : Words::tr("%1: %2", "who and when, what").arg(who.join(QLatin1String(", ")), item.text);
}

} // namespace deskbell::ui::chatwords
