// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/runoptions.h"

#include <QMap>
#include <functional>

namespace deskbell::app {
namespace {

constexpr int textsAtATime = 256;

Error wrong(const QString &what) { return {ErrorKind::Unusable, what}; }

} // namespace

QString runUsage()
{
    return QStringLiteral("usage: deskbell run [--headless] [--data FOLDER] [--profile FILE] [--provider-url URL] [--push]\n"
                          "                    [--account-sid SID] [--api-key KEY] [--wire-log FILE] [--wire-log-bodies]\n"
                          "Secrets are never given here: set them with \"deskbell connect\".");
}

Result<RunOptions> readRunOptions(const QStringList &arguments)
{
    RunOptions options;
    const QMap<QString, std::function<void()>> flags{{QStringLiteral("--headless"), [&] { options.headless = true; }},
        {QStringLiteral("--push"), [&] { options.push = true; }}, {QStringLiteral("--help"), [&] { options.help = true; }},
        {QStringLiteral("--wire-log-bodies"), [&] { options.wireLogBodies = true; }}};
    const QMap<QString, std::function<void(const QString &)>> values{
        {QStringLiteral("--data"), [&](const QString &v) { options.folder = v; }},
        {QStringLiteral("--profile"), [&](const QString &v) { options.profileFile = v; }},
        {QStringLiteral("--provider-url"), [&](const QString &v) { options.providerUrl = QUrl(v, QUrl::StrictMode); }},
        {QStringLiteral("--account-sid"), [&](const QString &v) { options.accountSid = v; }},
        {QStringLiteral("--api-key"), [&](const QString &v) { options.key = v; }},
        {QStringLiteral("--wire-log"), [&](const QString &v) { options.wireLog = v; }}};
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString name = arguments[i];
        QString value;
        const qsizetype equals = name.indexOf(u'=');
        const bool inOne = name.startsWith(QLatin1String("--")) && equals > 0;
        if (inOne) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        }
        if (const auto flag = flags.constFind(name); flag != flags.cend() && !inOne) {
            (*flag)();
            continue;
        }
        const auto setter = values.constFind(name);
        if (setter == values.cend())
            return tl::make_unexpected(wrong(QStringLiteral("there is no option %1").arg(arguments[i])));
        if (!inOne && i + 1 >= arguments.size())
            return tl::make_unexpected(wrong(QStringLiteral("%1 needs a value").arg(name)));
        (*setter)(inOne ? value : arguments[++i]);
    }
    if (!options.providerUrl.isEmpty() && (!options.providerUrl.isValid() || options.providerUrl.host().isEmpty()))
        return tl::make_unexpected(wrong(QStringLiteral("--provider-url must be an address like http://127.0.0.1:4010")));
    return options;
}

link::LinkSettings loopbackSettings(const RunOptions &options)
{
    link::LinkSettings settings;
    settings.base = options.providerUrl;
    settings.lookupBase = options.providerUrl;
    settings.accountSid = options.accountSid.isEmpty() ? QStringLiteral("AC00000000000000000000000000000000") : options.accountSid;
    settings.key = options.key;
    // The phone company in a box takes any sign-in; this is no secret, it only fills the field.
    settings.secret = QStringLiteral("loopback");
    settings.push = options.push;
    settings.connections = textsAtATime;
    return settings;
}

} // namespace deskbell::app
