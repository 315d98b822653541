// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxcommand.h"

#include "app/sandbox/numbering.h"
#include "app/sandbox/phonecompany.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTextStream>
#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace deskbell::sandbox {
namespace {

std::array<int, 2> signalPipe{-1, -1};

extern "C" void onStopSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

/// A signal handler may only write a byte; the event loop reads it.
class StopSignal
{
public:
    explicit StopSignal(QEventLoop &loop)
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe.data()) != 0)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(signalPipe[1], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &loop, &QEventLoop::quit);
        m_oldInt = std::signal(SIGINT, onStopSignal);
        m_oldTerm = std::signal(SIGTERM, onStopSignal);
    }
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;
    ~StopSignal()
    {
        if (!m_notifier)
            return;
        std::signal(SIGINT, m_oldInt);
        std::signal(SIGTERM, m_oldTerm);
        m_notifier.reset();
        for (int &end : signalPipe)
            ::close(std::exchange(end, -1));
    }

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    void (*m_oldInt)(int) = SIG_DFL;
    void (*m_oldTerm)(int) = SIG_DFL;
};

void addOptions(QCommandLineParser &parser)
{
    const auto option = [&](const char *name, const char *words, const char *value) {
        parser.addOption({QLatin1String(name), QLatin1String(words), QLatin1String(value)});
    };
    option("port", "Port on 127.0.0.1; 0 takes a free one.", "port");
    option("account-sid", "Account SID, AC and 32 hex digits.", "sid");
    option("api-key", "The only user:password let in. Default: any.", "pair");
    option("shop-number", "A number texts may leave from; may be given again. Default: any.", "number");
    option("speed", "10 makes rings and deliveries take a tenth of their time.", "factor");
    option("sent-after", "Milliseconds from queued to sent.", "ms");
    option("delivered-after", "Milliseconds from sent to delivered.", "ms");
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this.")});
}

bool isAccountSid(const QByteArray &sid)
{
    return sid.size() == 34 && sid.startsWith("AC") && QByteArray::fromHex(sid.mid(2)).size() == 16;
}

/// The wrong option in plain words, or empty.
QString readNumbers(const QCommandLineParser &parser, Settings &settings)
{
    const auto read = [&](const char *name, double least, double most, double &value) {
        const QString text = parser.value(QLatin1String(name));
        bool ok = true;
        if (!text.isEmpty())
            value = text.toDouble(&ok);
        return ok && value >= least && value <= most;
    };
    double port = settings.port;
    double sent = double(settings.sentAfterMs);
    double delivered = double(settings.deliveredAfterMs);
    if (!read("port", 0, 65535, port))
        return QStringLiteral("--port must be a number from 0 to 65535.");
    if (!read("speed", 0.001, 100000, settings.speed))
        return QStringLiteral("--speed must be a number from 0.001 to 100000.");
    if (!read("sent-after", 0, 1e9, sent) || !read("delivered-after", 0, 1e9, delivered))
        return QStringLiteral("--sent-after and --delivered-after take milliseconds, 0 or more.");
    settings.port = quint16(port);
    settings.sentAfterMs = qint64(sent);
    settings.deliveredAfterMs = qint64(delivered);
    return {};
}

QString readWords(const QCommandLineParser &parser, Settings &settings)
{
    if (parser.isSet(QStringLiteral("account-sid")))
        settings.accountSid = parser.value(QStringLiteral("account-sid")).toUtf8();
    if (!isAccountSid(settings.accountSid))
        return QStringLiteral("--account-sid must be AC and 32 hex digits.");
    settings.apiKey = parser.value(QStringLiteral("api-key")).toUtf8();
    if (!settings.apiKey.isEmpty() && settings.apiKey.indexOf(':') < 1)
        return QStringLiteral("--api-key must look like user:password.");
    for (const QString &number : parser.values(QStringLiteral("shop-number"))) {
        settings.shopNumbers.push_back(number.toUtf8());
        if (!isDialable(settings.shopNumbers.back()))
            return QStringLiteral("--shop-number must look like +15550100200.");
    }
    return {};
}

void sayHello(const PhoneCompany &company)
{
    const QString base = company.baseUrl().toString();
    QTextStream out(stdout);
    out << "Phone company in a box\n"
        << "  base URL  " << base << "\n  push URL  " << company.pushUrl().toString() << "\n  account   "
        << company.accountSid() << "\nA call nobody answers:\n  curl -d '{\"from\":\"+13125550142\",\"ring_s\":5}' "
        << base << "/control/ring\nWhat that phone shows:\n  curl '" << base
        << "/control/texts?to=%2B13125550142'\nCtrl+C ends it.\n";
}

int refuse(const QString &why, int code)
{
    QTextStream(stderr) << why << '\n';
    return code;
}

} // namespace

int runSandbox(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A Twilio-shaped phone company on this computer, for trying out."));
    addOptions(parser);
    if (!parser.parse(QStringList(QStringLiteral("deskbell sandbox")) + arguments))
        return refuse(parser.errorText(), 2);
    if (!parser.positionalArguments().isEmpty())
        return refuse(
            QStringLiteral("\"%1\" is not an option of sandbox.").arg(parser.positionalArguments().first()), 2);
    if (parser.isSet(QStringLiteral("help"))) {
        QTextStream(stdout) << parser.helpText();
        return 0;
    }
    Settings settings;
    QString why = readNumbers(parser, settings);
    if (why.isEmpty())
        why = readWords(parser, settings);
    if (!why.isEmpty())
        return refuse(why, 2);
    PhoneCompany company(settings);
    if (!company.listen(&why))
        return refuse(why, 1);
    sayHello(company);
    QEventLoop loop;
    const StopSignal stop(loop);
    return loop.exec();
}

} // namespace deskbell::sandbox
