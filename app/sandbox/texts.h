// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/works.h"

namespace deskbell::sandbox {

/// What the shop asks the company to send. Already decoded, not yet judged.
struct TextOrder {
    QByteArray from;
    QByteArray to;
    QByteArray body;
    QByteArray serviceSid;
    int media = 0;
    int validityS = 0;
    bool hasContent = false; ///< a template by ContentSid
};

/// Why a text is not taken.
struct Refusal {
    int status = 400;
    int code = 0;
    QByteArray message;
};

/// Texts in both directions: what is taken, when it is sent and delivered, and the words carriers obey.
class Texts {
public:
    explicit Texts(Works& works)
        : m_works(works)
    {
    }

    /// A message became visible on its handset (the number in `to`).
    std::function<void(const Message&)> onReached;
    std::function<void(const Message&)> onStatus;

    [[nodiscard]] std::optional<Refusal> judge(const TextOrder& order) const;
    /// Takes an order that judge() let through; delivery follows by the schedule.
    RecordIndex accept(const TextOrder& order);
    /// The handset writes to the shop. The carrier's words take effect before this returns.
    RecordIndex arrive(const QByteArray& handset, const QByteArray& shop, const QByteArray& body);
    /// False when it has left already.
    bool cancel(RecordIndex index);

private:
    [[nodiscard]] std::optional<Refusal> judgeAddresses(const TextOrder& order) const;
    void dispatch(RecordIndex index, const std::optional<Fault>& undelivered);
    void send(RecordIndex index, int failure);
    void finish(RecordIndex index, int failure);
    void move(RecordIndex index, MessageStatus status);
    void obeyWords(const QByteArray& handset, const QByteArray& shop, const QByteArray& body);
    void sayToHandset(const QByteArray& handset, const QByteArray& shop, const QByteArray& words);
    [[nodiscard]] int failureOf(const Message& message) const;

    Works& m_works;
};

} // namespace deskbell::sandbox
