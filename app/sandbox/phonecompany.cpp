// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/phonecompany.h"

#include "app/sandbox/controlapi.h"
#include "app/sandbox/httpserver.h"
#include "app/sandbox/pushchannel.h"
#include "app/sandbox/render.h"
#include "app/sandbox/restapi.h"
#include "app/sandbox/spoil.h"
#include "app/sandbox/switchboard.h"
#include "app/sandbox/tally.h"

#include <QMetaMethod>
#include <QTcpSocket>

namespace deskbell::sandbox {
namespace {

constexpr int burstPerTurn = 250; ///< then requests get their turn

bool complain(QString *why, const QString &words)
{
    if (why)
        *why = words;
    return false;
}

HttpSite siteOf(std::function<qint64()> clockMs)
{
    HttpSite site;
    site.clockMs = std::move(clockMs);
    return site;
}

} // namespace

struct PhoneCompany::Parts {
    Parts(PhoneCompany &company, Settings settings)
        : works(std::move(settings))
        , switchboard(works)
        , texts(works)
        , rest(works, texts)
        , control(company)
        , push(works)
        , server(makeSite())
    {
    }

    HttpSite makeSite()
    {
        HttpSite site = siteOf(works.settings.clockMs);
        site.handle = [this](const HttpRequest &request, Ticket ticket) { handle(request, ticket); };
        site.gate = [this](const HttpRequest &request) { return gate(request); };
        site.adopt = [this](QTcpSocket *socket, const HttpRequest &) { push.adopt(socket); };
        return site;
    }

    void handle(const HttpRequest &request, Ticket ticket)
    {
        if (RestApi::isFor(request.path))
            rest.handle(request, server.inFlight(),
                [this, ticket](HttpAnswer answer) { server.answer(ticket, std::move(answer)); });
        else
            server.answer(ticket, control.serve(request));
    }

    std::optional<HttpAnswer> gate(const HttpRequest &request)
    {
        if (request.path != "/events")
            return HttpAnswer{404, errorBody(404, 20404, "Events are pushed at /events")};
        if (!works.settings.apiKey.isEmpty() && !rest.isAllowed(request.authorization))
            return spoilt({}, {.kind = FaultKind::Unauthorized});
        if (works.faults.take(FaultKind::PushRefuse, Place::Push))
            return HttpAnswer{503, errorBody(503, 20503, "Service unavailable")};
        return {};
    }

    Works works;
    Switchboard switchboard;
    Texts texts;
    RestApi rest;
    ControlApi control;
    PushChannel push;
    HttpServer server;
    quint64 lives = 0;
};

PhoneCompany::PhoneCompany(Settings settings, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(*this, std::move(settings)))
{
    if (m_parts->works.settings.tls)
        m_parts->server.setTls(*m_parts->works.settings.tls);
    connectParts();
}

PhoneCompany::~PhoneCompany() = default;

void PhoneCompany::connectParts()
{
    Parts &parts = *m_parts;
    parts.works.events.onAppended = [&parts](quint64 seq) { parts.push.deliver(seq); };
    parts.texts.onReached = [this](const Message &message) {
        Q_EMIT textReached(
            QString::fromUtf8(message.to), QString::fromUtf8(message.body), QString::fromUtf8(message.sid));
    };
    parts.texts.onStatus = [this](const Message &message) {
        static const auto signal = QMetaMethod::fromSignal(&PhoneCompany::messageStatusChanged);
        if (isSignalConnected(signal)) // a burst has tens of thousands of these
            Q_EMIT messageStatusChanged(QString::fromUtf8(message.sid), QString::fromUtf8(message.to),
                QLatin1String(word(message.now.status)), message.now.errorCode);
    };
    parts.switchboard.onStatus = [this](const Call &call) {
        static const auto signal = QMetaMethod::fromSignal(&PhoneCompany::callStatusChanged);
        if (isSignalConnected(signal))
            Q_EMIT callStatusChanged(
                QString::fromUtf8(call.sid), QString::fromUtf8(call.from), QLatin1String(word(call.now.status)));
    };
}

bool PhoneCompany::listen(QString *why)
{
    const quint16 port = m_parts->works.settings.port;
    if (m_parts->server.listen(QHostAddress::LocalHost, port))
        return true;
    return complain(
        why, QStringLiteral("The sandbox cannot listen on port %1: %2.").arg(port).arg(m_parts->server.errorString()));
}

quint16 PhoneCompany::port() const
{
    return m_parts->server.serverPort();
}

QUrl PhoneCompany::baseUrl() const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2")
                    .arg(m_parts->server.isSecure() ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(port()));
}

QUrl PhoneCompany::pushUrl() const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/events")
                    .arg(m_parts->server.isSecure() ? QStringLiteral("wss") : QStringLiteral("ws"))
                    .arg(port()));
}

QString PhoneCompany::accountSid() const
{
    return QString::fromUtf8(m_parts->works.settings.accountSid);
}

QString PhoneCompany::ring(const RingOrder &order, QString *why)
{
    const auto end = callEndOf(order.result.toUtf8());
    if (!end) {
        complain(why,
            QStringLiteral("There is no result \"%1\". Known: %2.")
                .arg(order.result, QString::fromUtf8(callEndWords())));
        return {};
    }
    if (!order.lineType.isEmpty())
        setLineType(order.from, order.lineType);
    const Works &works = m_parts->works;
    const QByteArray to = order.to.isEmpty() ? works.settings.defaultLine() : order.to.toUtf8();
    const RecordIndex caller = m_parts->switchboard.ring(
        {order.from.toUtf8(), to, *end, order.ringS, order.talkS, order.voicemailS, order.agoS});
    return QString::fromUtf8(works.ledger.calls.at(caller).sid);
}

bool PhoneCompany::hangUp(const QString &sid)
{
    return m_parts->switchboard.hangUp(sid.toUtf8());
}

bool PhoneCompany::answer(const QString &sid)
{
    return m_parts->switchboard.answer(sid.toUtf8());
}

QString PhoneCompany::textFrom(const QString &from, const QString &to, const QString &body)
{
    const Works &works = m_parts->works;
    const QByteArray shop = to.isEmpty() ? works.settings.defaultLine() : to.toUtf8();
    const RecordIndex index = m_parts->texts.arrive(from.toUtf8(), shop, body.toUtf8());
    return QString::fromUtf8(works.ledger.messages.at(index).sid);
}

void PhoneCompany::setLineType(const QString &number, const QString &type)
{
    m_parts->works.ledger.setLineType(number.toUtf8(), lineTypeOf(type.toUtf8()));
}

bool PhoneCompany::burst(const BurstOrder &wish, QString *why)
{
    BurstOrder order = wish;
    if (order.fromBase.isEmpty())
        order.fromBase = QStringLiteral("+13125550000");
    if (order.count < 1 || order.count > 5'000'000 || order.ratePerS < 0)
        return complain(why, QStringLiteral("A burst has 1 to 5000000 calls and a rate of 0 or more."));
    const QByteArray last = numberAfter(order.fromBase.toUtf8(), order.count - 1);
    const QByteArray first = order.fromBase.toUtf8();
    if (!isDialable(first) || !isDialable(last) || isNorthAmerican(first) != isNorthAmerican(last))
        return complain(why, QStringLiteral("The burst would use numbers that cannot exist."));
    step(order, 0, steadyNs());
    return true;
}

void PhoneCompany::step(const BurstOrder &order, int done, qint64 startNs)
{
    Works &works = m_parts->works;
    const double passedS = double(steadyNs() - startNs) / 1e9 * works.schedule.speed();
    const double wanted = order.ratePerS > 0 ? passedS * order.ratePerS + 1 : order.count;
    const int until = qMin(qMin(order.count, done + burstPerTurn), int(qMin(wanted, 1e9)));
    const QByteArray base = order.fromBase.toUtf8();
    const QByteArray to = order.to.isEmpty() ? works.settings.defaultLine() : order.to.toUtf8();
    for (; done < until; ++done)
        m_parts->switchboard.ring({numberAfter(base, done), to, CallEnd::NoAnswer, 0, 0, 0, 0});
    if (done < order.count)
        works.schedule.after(order.ratePerS > 0 ? 1 : 0, [this, order, done, startNs] { step(order, done, startNs); });
}

bool PhoneCompany::setFault(const QJsonObject &fault, QString *why)
{
    QString reason;
    return m_parts->works.faults.set(fault, reason) || complain(why, reason);
}

void PhoneCompany::clearFaults()
{
    m_parts->works.faults.clear();
}

void PhoneCompany::reset()
{
    Works &works = m_parts->works;
    works.schedule.clear();
    works.faults.clear();
    works.events.forget();
    works.counters = {};
    works.ledger = Ledger(works.settings.seed + ++m_parts->lives);
    m_parts->switchboard.forget();
}

QList<HandsetText> PhoneCompany::handsetTexts(const QString &number) const
{
    QList<HandsetText> texts;
    const QByteArray handset = number.toUtf8();
    const Book<Message> &messages = m_parts->works.ledger.messages;
    const TimeOrder &about = messages.about(handset);
    for (std::size_t place = 0; place < about.size(); ++place) {
        const Message &message = messages.at(about.record(place));
        if (message.visible)
            texts.push_back(
                {QString::fromUtf8(message.sid), QString::fromUtf8(message.from), QString::fromUtf8(message.to),
                    QString::fromUtf8(message.body), message.createdMs, message.from == handset, message.fromCompany});
    }
    return texts;
}

QJsonObject PhoneCompany::counters() const
{
    const Counters &counters = m_parts->works.counters;
    return {{QStringLiteral("creates_arrived"), counters.createsArrived},
        {QStringLiteral("messages_accepted"), counters.messagesAccepted},
        {QStringLiteral("creates_refused"), counters.createsRefused},
        {QStringLiteral("answers_spoilt"), counters.answersSpoilt},
        {QStringLiteral("lists_served"), counters.listsServed}, {QStringLiteral("lookups"), counters.lookups},
        {QStringLiteral("missed_calls"), counters.missedCalls},
        {QStringLiteral("push_clients"), m_parts->push.clients()},
        {QStringLiteral("push_connects"), counters.pushClients},
        {QStringLiteral("frames_pushed"), counters.framesPushed},
        {QStringLiteral("last_seq"), qint64(m_parts->works.events.last())},
        {QStringLiteral("in_flight"), m_parts->server.inFlight()}};
}

QJsonObject PhoneCompany::state(bool withNumbers) const
{
    QJsonObject object = toJson(tallyOf(m_parts->works.ledger), withNumbers);
    object.insert(QStringLiteral("counters"), counters());
    object.insert(QStringLiteral("faults"), m_parts->works.faults.inForce());
    object.insert(QStringLiteral("opt_outs"), m_parts->works.ledger.optOuts());
    return object;
}

} // namespace deskbell::sandbox
