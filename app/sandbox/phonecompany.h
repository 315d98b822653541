// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/settings.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QUrl>
#include <memory>

namespace deskbell::sandbox {

/// A call to the shop. `result` is one of no_answer, no_answer_bridged, busy, failed, answered, voicemail,
/// after_hours, abandoned, abandoned_early, ring_group, ring_group_answered.
struct RingOrder {
    QString from = {}; ///< any word the network may give: a number, "anonymous", a SIP address
    QString to = {}; ///< empty = the default line
    QString result = QStringLiteral("no_answer");
    double ringS = 20;
    double talkS = 30;
    double voicemailS = 0;
    double agoS = 0; ///< > 0: over already, began that long ago; in the lists, but nothing is pushed
    QString lineType = {}; ///< of `from`, remembered: mobile, landline, fixedVoip, nonFixedVoip, tollFree
};

struct BurstOrder {
    int count = 0; ///< missed calls, each from its own number
    double ratePerS = 0; ///< 0 = all at once
    QString fromBase = {}; ///< the first number, the others follow it; empty = +13125550000
    QString to;
};

/// One text as the handset shows it.
struct HandsetText {
    QString sid;
    QString from;
    QString to;
    QString body;
    qint64 atMs = 0;
    bool mine = false; ///< typed on this handset
    bool fromCompany = false; ///< the phone company's own words after STOP, START or HELP
};

/// The phone company in a box: a Twilio-shaped provider on 127.0.0.1 with lists, create-message, Lookup, a push
/// websocket on the same port, faults on demand, and handsets to type on. It shares no code with the product.
///
/// HTTP: `/2010-04-01/Accounts/{Sid}/Calls.json`, `…/Messages.json`, `…/{sid}.json`, `/v2/PhoneNumbers/{number}`,
/// `/control/…` (JSON, no authentication). Push: `ws://HOST:PORT/events?after=SEQ`. Source of the provider's
/// behaviour: its public API description and error dictionary.
///
/// Lives on the thread that made it; every method is called there (from elsewhere: QMetaObject::invokeMethod with
/// a functor). Time for dates comes from Settings::clockMs, delays run on real time divided by Settings::speed.
class PhoneCompany : public QObject {
    Q_OBJECT
public:
    explicit PhoneCompany(Settings settings = {}, QObject* parent = nullptr);
    ~PhoneCompany() override;

    /// False when the port cannot be had; `why` then says so in plain words.
    [[nodiscard]] bool listen(QString* why = nullptr);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QUrl pushUrl() const;
    [[nodiscard]] QString accountSid() const;

    /// The SID of the caller's leg; empty when the order makes no sense (`why`).
    QString ring(const RingOrder& order, QString* why = nullptr);
    /// The caller hangs up. False when no such call is going on.
    bool hangUp(const QString& sid);
    /// Somebody in the shop picks up. False when the call does not ring.
    bool answer(const QString& sid);
    /// The handset writes to the shop (empty `to` = the default line). The message's SID.
    QString textFrom(const QString& from, const QString& to, const QString& body);
    bool burst(const BurstOrder& order, QString* why = nullptr);
    void setLineType(const QString& number, const QString& type);

    /// See FaultBook::set() for the members.
    [[nodiscard]] bool setFault(const QJsonObject& fault, QString* why = nullptr);
    void clearFaults();
    /// Everything is forgotten, clients stay connected, event numbers go on.
    void reset();

    [[nodiscard]] QList<HandsetText> handsetTexts(const QString& number) const;
    /// Plain counters, cheap: creates_arrived, messages_accepted, creates_refused, …
    [[nodiscard]] QJsonObject counters() const;
    /// Counters, faults in force, and what came of the missed calls: texts per number, numbers texted twice, delays.
    [[nodiscard]] QJsonObject state(bool withNumbers = true) const;

Q_SIGNALS:
    /// A text became visible on a handset.
    void textReached(const QString& number, const QString& body, const QString& sid);
    /// The caller's leg changed: queued, ringing, in-progress, completed, busy, failed, no-answer, canceled.
    void callStatusChanged(const QString& sid, const QString& from, const QString& status);
    /// A text of the shop changed: queued, sent, delivered, undelivered, canceled; 0 = no error.
    void messageStatusChanged(const QString& sid, const QString& to, const QString& status, int errorCode);

private:
    struct Parts;
    void connectParts();
    void step(const BurstOrder& order, int done, qint64 startNs);

    std::unique_ptr<Parts> m_parts;
};

} // namespace deskbell::sandbox
