// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/texts.h"

#include <algorithm>
#include <array>

namespace deskbell::sandbox {
namespace {

constexpr std::array stopWords{"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"};
constexpr std::array startWords{"START", "YES", "UNSTOP"};
constexpr std::array helpWords{"HELP", "INFO"};
constexpr const char *whatsApp = "whatsapp:";
constexpr qint64 whatsAppWindowMs = 24LL * 60 * 60 * 1000;
constexpr int mostCharacters = 1600;

/// Only a text that is this one word counts; "STOP PLEASE" does not.
template<class Words> bool isOneOf(const QByteArray &body, const Words &words)
{
    const QByteArray word = body.trimmed().toUpper();
    return std::any_of(words.begin(), words.end(), [&](const char *candidate) { return word == candidate; });
}

bool isWhatsApp(const QByteArray &address)
{
    return address.startsWith(whatsApp);
}

QByteArray bare(const QByteArray &address)
{
    return isWhatsApp(address) ? address.mid(qsizetype(strlen(whatsApp))) : address;
}

/// Numbers of the test credentials that fail in a known way.
int magicRefusal(const QByteArray &to)
{
    static const std::array<std::pair<const char *, int>, 5> magic{{{"+15005550001", 21211}, {"+15005550003", 21408},
        {"+15005550004", 21610}, {"+15005550007", 21612}, {"+15005550009", 21614}}};
    const auto found = std::find_if(magic.begin(), magic.end(), [&](const auto &entry) { return to == entry.first; });
    return found == magic.end() ? 0 : found->second;
}

QByteArray wordsFor(int code, const QByteArray &number)
{
    switch (code) {
    case 21211: return QByteArray("The 'To' number ").append(number).append(" is not a valid phone number.");
    case 21408: return "Permission to send an SMS has not been enabled for the region of the 'To' number.";
    case 21610: return "Attempt to send to unsubscribed recipient";
    case 21612: return "The message cannot be sent with the current combination of 'To' and 'From'.";
    default: return QByteArray("'To' number ").append(number).append(" is not a mobile number");
    }
}

} // namespace

std::optional<Refusal> Texts::judge(const TextOrder &order) const
{
    if (order.to.isEmpty())
        return Refusal{400, 21604, "A 'To' phone number is required."};
    if (order.from.isEmpty() && order.serviceSid.isEmpty())
        return Refusal{400, 21603, "A 'From' phone number is required."};
    if (order.body.isEmpty() && order.media == 0 && !order.hasContent)
        return Refusal{400, 21602, "Message body is required."};
    if (characters(order.body) > mostCharacters)
        return Refusal{400, 21617, "The concatenated message body exceeds the 1600 character limit."};
    return judgeAddresses(order);
}

std::optional<Refusal> Texts::judgeAddresses(const TextOrder &order) const
{
    const QByteArray to = bare(order.to);
    const QByteArray from = bare(order.from);
    if (!from.isEmpty() && isWhatsApp(order.to) != isWhatsApp(order.from))
        return Refusal{400, 21910, "'From' and 'To' are of different channels."};
    if (!isDialable(to) || to == from)
        return Refusal{400, 21211, wordsFor(21211, to)};
    const auto &own = m_works.settings.shopNumbers;
    if (!from.isEmpty() && !isDialable(from))
        return Refusal{400, 21212, "The 'From' number is not a valid phone number."};
    if (!from.isEmpty() && !own.empty() && std::find(own.begin(), own.end(), from) == own.end())
        return Refusal{400, 21606, "The 'From' number is not a number of this account that can send texts."};
    if (const int code = magicRefusal(to))
        return Refusal{400, code, wordsFor(code, to)};
    if (m_works.ledger.isOptedOut(to, from.isEmpty() ? m_works.settings.defaultLine() : from))
        return Refusal{400, 21610, wordsFor(21610, to)};
    if (m_works.settings.refuseLandlines && m_works.ledger.lineType(to) == LineType::Landline)
        return Refusal{400, 21614, wordsFor(21614, to)};
    return {};
}

RecordIndex Texts::accept(const TextOrder &order)
{
    Message message;
    message.sid = m_works.ledger.newSid(order.media > 0 ? "MM" : "SM");
    message.from = order.from;
    message.to = order.to;
    message.body = order.body;
    message.serviceSid = order.serviceSid;
    message.media = order.media;
    message.validityS = order.validityS;
    message.segments = order.from.isEmpty() ? 0 : segmentsOf(order.body);
    message.createdMs = message.now.updatedMs = m_works.now();
    message.acceptedSteady = steadyNs();
    message.hiddenUntilMs = m_works.hiddenUntil(Place::Messages);
    message.now.status = order.from.isEmpty() ? MessageStatus::Accepted : MessageStatus::Queued;
    message.viaTemplate = order.hasContent;
    ++m_works.counters.messagesAccepted;
    const RecordIndex index = m_works.ledger.messages.add(std::move(message));
    dispatch(index, m_works.faults.take(FaultKind::Undelivered, Place::Create));
    return index;
}

void Texts::dispatch(RecordIndex index, const std::optional<Fault> &undelivered)
{
    const Message &message = m_works.ledger.messages.at(index);
    if (m_works.faults.take(FaultKind::Stuck, Place::Create)) {
        if (message.validityS > 0)
            m_works.schedule.after(message.validityS * 1000.0, [this, index] { finish(index, 30036); });
        return;
    }
    const int failure = undelivered ? undelivered->code : failureOf(message);
    m_works.schedule.after(double(m_works.settings.sentAfterMs), [this, index, failure] { send(index, failure); });
}

int Texts::failureOf(const Message &message) const
{
    if (!isWhatsApp(message.to))
        return m_works.ledger.lineType(message.to) == LineType::Landline ? 30006 : 0;
    if (message.viaTemplate)
        return 0;
    const TimeOrder &about = m_works.ledger.messages.about(message.to);
    for (std::size_t place = about.size(); place-- > 0;) {
        const Message &earlier = m_works.ledger.messages.at(about.record(place));
        if (earlier.inbound)
            return message.createdMs - earlier.createdMs < whatsAppWindowMs ? 0 : 63016;
    }
    return 63016; // nobody wrote first: only a template may open the conversation
}

void Texts::move(RecordIndex index, MessageStatus status)
{
    Message &message = m_works.ledger.messages.at(index);
    message.now.status = status;
    message.now.updatedMs = m_works.now();
    if (onStatus)
        onStatus(message);
    if (message.listed)
        m_works.events.append({EventType::MessageUpdated, index, message.now});
}

void Texts::send(RecordIndex index, int failure)
{
    Message &message = m_works.ledger.messages.at(index);
    if (message.now.status == MessageStatus::Canceled)
        return;
    if (message.from.isEmpty()) {
        message.from = m_works.settings.defaultLine();
        m_works.ledger.messages.alsoAbout(message.from, index);
        message.segments = segmentsOf(message.body);
    }
    message.now.sentMs = m_works.now();
    move(index, MessageStatus::Sent);
    m_works.schedule.after(
        double(m_works.settings.deliveredAfterMs), [this, index, failure] { finish(index, failure); });
}

void Texts::finish(RecordIndex index, int failure)
{
    Message &message = m_works.ledger.messages.at(index);
    if (message.now.status == MessageStatus::Canceled)
        return;
    message.now.errorCode = failure;
    message.visible = failure == 0;
    move(index, failure == 0 ? MessageStatus::Delivered : MessageStatus::Undelivered);
    if (failure == 0 && onReached)
        onReached(message);
}

bool Texts::cancel(RecordIndex index)
{
    const MessageStatus status = m_works.ledger.messages.at(index).now.status;
    if (status != MessageStatus::Queued && status != MessageStatus::Accepted)
        return false;
    move(index, MessageStatus::Canceled);
    return true;
}

RecordIndex Texts::arrive(const QByteArray &handset, const QByteArray &shop, const QByteArray &body)
{
    Message message;
    message.sid = m_works.ledger.newSid("SM");
    message.from = handset;
    message.to = shop;
    message.body = body;
    message.inbound = true;
    message.visible = true;
    message.segments = segmentsOf(body);
    message.createdMs = message.now.updatedMs = message.now.sentMs = m_works.now();
    message.hiddenUntilMs = m_works.hiddenUntil(Place::Messages);
    message.now.status = MessageStatus::Received;
    const MessageState state = message.now;
    const RecordIndex index = m_works.ledger.messages.add(std::move(message));
    obeyWords(handset, shop, body);
    m_works.events.append({EventType::MessageReceived, index, state});
    return index;
}

void Texts::obeyWords(const QByteArray &handset, const QByteArray &shop, const QByteArray &body)
{
    if (isOneOf(body, stopWords)) {
        m_works.ledger.optOut(bare(handset), bare(shop));
        sayToHandset(handset, shop,
            "You are unsubscribed and will get no more texts from this number. "
            "Reply START to get them again.");
    } else if (isOneOf(body, startWords) && m_works.ledger.optIn(bare(handset), bare(shop))) {
        sayToHandset(handset, shop, "You will get texts from this number again. Reply STOP to end them.");
    } else if (isOneOf(body, helpWords)) {
        sayToHandset(handset, shop, "Reply STOP to get no more texts from this number.");
    }
}

void Texts::sayToHandset(const QByteArray &handset, const QByteArray &shop, const QByteArray &words)
{
    Message message;
    message.sid = m_works.ledger.newSid("SM");
    message.from = shop;
    message.to = handset;
    message.body = words;
    message.fromCompany = true;
    message.visible = true;
    message.listed = m_works.settings.listOwnReplies;
    message.segments = segmentsOf(words);
    message.createdMs = message.now.updatedMs = message.now.sentMs = m_works.now();
    message.now.status = MessageStatus::Delivered;
    const RecordIndex index = m_works.ledger.messages.add(std::move(message));
    if (onReached)
        onReached(m_works.ledger.messages.at(index));
}

} // namespace deskbell::sandbox
