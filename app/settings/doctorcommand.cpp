// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/doctorcommand.h"

#include "app/settings/awaited.h"
#include "app/settings/datafolder.h"
#include "app/settings/localchecks.h"
#include "app/settings/modelexam.h"
#include "app/settings/providerexam.h"
#include "app/settings/providersecret.h"
#include "app/settings/report.h"
#include "app/settings/settingsfile.h"
#include "app/settings/terminal.h"
#include "core/notify/notificationbus.h"

#include <QCoreApplication>
#include <QTextStream>

namespace deskbell::app {
namespace {

using Words = SettingsWords;
using State = Check::State;

struct DoctorOptions {
    QString folder;
    QUrl providerUrl; ///< a provider on this machine that takes any sign-in
    bool push = false;
    bool json = false;
    bool help = false;
};

QString doctorUsage()
{
    return QStringLiteral(
        "usage: deskbell doctor [--json] [--data FOLDER] [--provider-url URL [--push]]\n"
        "--provider-url tries a provider on this machine instead of the one that is set up. The vault's passphrase\n"
        "is asked on the terminal, or read as a line from the input.");
}

Result<DoctorOptions> readDoctorOptions(const QStringList &arguments)
{
    DoctorOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const bool hasNext = i + 1 < arguments.size();
        if (argument == QLatin1String("--json"))
            options.json = true;
        else if (argument == QLatin1String("--push"))
            options.push = true;
        else if (argument == QLatin1String("--help"))
            options.help = true;
        else if (argument == QLatin1String("--data") && hasNext)
            options.folder = arguments[++i];
        else if (argument == QLatin1String("--provider-url") && hasNext)
            options.providerUrl = QUrl(arguments[++i], QUrl::StrictMode);
        else
            return failure(
                ErrorKind::Unusable, QStringLiteral("there is no option %1, or its value is missing").arg(argument));
    }
    if (!options.providerUrl.isEmpty() && !link::isLoopback(options.providerUrl))
        return failure(ErrorKind::Unusable,
            QStringLiteral("--provider-url is for a provider on this machine, like http://127.0.0.1:4010"));
    return options;
}

Check secretsCheck(State state, const QString &what, const QString &todo = {})
{
    return {QStringLiteral("secrets"), Words::tr("Secrets"), state, what, todo};
}

/// One examination from top to bottom.
class Doctor
{
public:
    explicit Doctor(const DoctorOptions &options)
        : m_options(options)
        , m_folder(dataFolderPath(options.folder))
    {
    }

    Checks examine()
    {
        m_checks << checkDataFolder(m_folder) << checkDatabase(m_folder) << checkSettingsFile(m_folder)
                 << checkProfile(m_folder, m_options.providerUrl.isEmpty());
        const Settings settings = SettingsFile(m_folder).look().settings;
        if (!m_options.providerUrl.isEmpty())
            tryProvider(anySignIn());
        else if (settings.hasProvider())
            tryProviderOf(settings);
        else
            m_checks << Check{QStringLiteral("provider"), Words::tr("Phone provider"), State::Fails,
                Words::tr("No phone provider is set up, so no call is seen and no text is sent."),
                Words::tr("Run \"deskbell connect\".")};
        tryNotifications();
        m_checks << checkFonts();
        return m_checks;
    }

private:
    [[nodiscard]] link::LinkSettings anySignIn() const
    {
        link::LinkSettings settings;
        settings.base = m_options.providerUrl;
        settings.accountSid = QStringLiteral("AC00000000000000000000000000000000");
        settings.secret = QStringLiteral("loopback"); // the phone company in a box takes any; it only fills the field
        settings.push = m_options.push;
        return settings;
    }

    void tryProviderOf(const Settings &settings)
    {
        Terminal terminal;
        const SecretAnswer answer = readProviderSecret(m_folder, settings, &terminal);
        if (!answer.secret) {
            m_checks << secretsCheck(State::Fails,
                answer.secret.error().detail % (answer.told.isEmpty() ? QString() : QString(u' ' % answer.told)),
                Words::tr("Run \"deskbell connect\" to enter it again."));
            m_checks << Check{QStringLiteral("provider"), Words::tr("Phone provider"), State::Fails,
                Words::tr("Not tried, because the secret is missing."), {}};
            return;
        }
        m_checks << secretsCheck(answer.told.isEmpty() ? State::Works : State::Note,
            answer.told.isEmpty() ? Words::tr("The provider's secret is in %1.").arg(placeName(answer.place))
                                  : answer.told);
        tryProvider(linkSettings(settings, *answer.secret));
        if (settings.hasModel())
            m_checks << awaited<Check>([&](auto done) { examineModel(modelSettings(settings, answer.modelKey), qApp, done); });
    }

    void tryProvider(const link::LinkSettings &settings)
    {
        m_checks << awaited<Checks>([&](auto done) { examineProvider(settings, qApp, done); });
    }

    void tryNotifications()
    {
        notify::NotificationBus bus;
        const auto able = awaited<Result<QStringList>>([&](auto done) { bus.capabilities(done); });
        Check check{QStringLiteral("notifications"), Words::tr("Notifications"), State::Works,
            Words::tr("The desktop shows them, with buttons."), {}};
        if (!able) {
            check.state = State::Note;
            check.what =
                Words::tr("The desktop shows none (%1). The window shows the same news.").arg(able.error().detail);
        } else if (!able->contains(QLatin1String("actions"))) {
            check.what = Words::tr("The desktop shows them, without buttons.");
        }
        m_checks << check;
    }

    DoctorOptions m_options;
    QString m_folder;
    Checks m_checks;
};

} // namespace

int runDoctor(const QStringList &arguments)
{
    QTextStream out(stdout);
    const auto options = readDoctorOptions(arguments);
    if (!options) {
        QTextStream(stderr) << "deskbell doctor: " << options.error().detail << Qt::endl << doctorUsage() << Qt::endl;
        return 2;
    }
    if (options->help) {
        out << doctorUsage() << Qt::endl;
        return 0;
    }
    const Checks checks = Doctor(*options).examine();
    out << (options->json ? jsonReport(checks) : textReport(checks)) << Qt::flush;
    return anyFails(checks) ? 1 : 0;
}

} // namespace deskbell::app
