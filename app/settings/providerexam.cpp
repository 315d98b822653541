// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/providerexam.h"

#include "app/settings/providerverdict.h"
#include "app/settings/settings.h"
#include "core/http/networkclient.h"
#include "core/link/twiliowriter.h"

#include <QDateTime>
#include <QNetworkRequest>
#include <QTimer>
#include <QWebSocket>
#include <algorithm>
#include <optional>

namespace deskbell::app {
namespace {

using Words = SettingsWords;

Instant wallNow()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

/// One examination; deletes itself when it has answered.
class ProviderExam : public QObject
{
public:
    ProviderExam(const link::LinkSettings &settings, Duration limit, std::function<void(Checks)> done, QObject *context)
        : QObject(context)
        , m_settings(settings)
        , m_limit(limit)
        , m_done(std::move(done))
    {
        QTimer::singleShot(0, this, [this] { begin(); });
    }
    // The client answers what is still open when it goes; nobody listens any more then.
    ~ProviderExam() override { m_done = {}; }

private:
    void begin()
    {
        if (auto usable = link::check(m_settings); !usable) {
            m_checks << Check{QStringLiteral("provider"), Words::tr("Phone provider"), Check::State::Fails,
                Words::tr("The settings cannot be used: %1.").arg(usable.error().detail),
                Words::tr("Run \"deskbell connect\".")};
            return answer();
        }
        m_writer.emplace(m_settings);
        http::Request request = m_writer->textList(wallNow().utc().date(), 1);
        request.deadline = m_limit;
        request.connectWithin = std::min(request.connectWithin, m_limit);
        m_client.send(request, this, [this](const http::Reply &reply) { onList(reply); });
    }

    void onList(const http::Reply &reply)
    {
        if (!m_done)
            return;
        m_checks << verdictOn(m_settings, reply, wallNow());
        m_checks << verdictOnNumber(m_settings);
        const bool failed = std::any_of(m_checks.cbegin(), m_checks.cend(), [](const Check &check) {
            return check.state == Check::State::Fails && check.id != QLatin1String("clock");
        });
        if (m_settings.push && !failed)
            tryPush();
        else
            answer();
    }

    void tryPush()
    {
        QNetworkRequest request(m_writer->pushAddress({}));
        request.setRawHeader("Authorization", m_writer->authorization());
        connect(&m_socket, &QWebSocket::connected, this, [this] { onPush({}); });
        connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { onPush(m_socket.errorString()); });
        QTimer::singleShot(m_limit, this, [this] { onPush(Words::tr("no answer in time")); });
        m_socket.open(request);
    }

    void onPush(const QString &trouble)
    {
        if (!m_done)
            return;
        Check check{QStringLiteral("push"), Words::tr("Push channel"), Check::State::Works,
            Words::tr("The provider tells calls and texts at once."), {}};
        if (!trouble.isEmpty()) {
            check.state = Check::State::Note;
            check.what =
                Words::tr("The push channel cannot be opened (%1). Calls are found by asking, some seconds later.")
                    .arg(trouble);
            check.todo = Words::tr("Turn push off if this provider has none.");
        }
        m_checks << check;
        answer();
    }

    void answer()
    {
        const auto done = std::exchange(m_done, {});
        deleteLater();
        done(m_checks);
    }

    link::LinkSettings m_settings;
    Duration m_limit;
    std::function<void(Checks)> m_done;
    Checks m_checks;
    std::optional<link::TwilioWriter> m_writer;
    QWebSocket m_socket;
    http::NetworkClient m_client;
};

} // namespace

void examineProvider(
    const link::LinkSettings &settings, QObject *context, std::function<void(Checks)> done, Duration limit)
{
    new ProviderExam(settings, limit, std::move(done), context);
}

} // namespace deskbell::app
