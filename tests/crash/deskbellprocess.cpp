// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/deskbellprocess.h"

#include "core/profile/demoprofile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

void DeskbellProcess::start(const Life &life)
{
    if (!words().isEmpty()) // of the life before
        m_words += QStringLiteral("-- killed, started again --\n");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DESKBELL_CRASH_AT"));
    if (!life.crashAt.isEmpty())
        environment.insert(QStringLiteral("DESKBELL_CRASH_AT"), life.crashAt);
    QStringList arguments{QStringLiteral("run"), QStringLiteral("--headless"), QStringLiteral("--provider-url"), life.provider.toString(),
        QStringLiteral("--data"), life.folder};
    if (life.push)
        arguments << QStringLiteral("--push");
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral(DESKBELL_PROGRAM), arguments);
}

QString DeskbellProcess::words()
{
    if (m_process.isOpen())
        m_words += QString::fromUtf8(m_process.readAll());
    return m_words;
}

QString DeskbellProcess::ending() const
{
    if (isRunning())
        return QStringLiteral("still runs");
    const bool exited = m_process.exitStatus() == QProcess::NormalExit;
    return (exited ? QStringLiteral("exit code %1") : QStringLiteral("signal %1")).arg(m_process.exitCode());
}

DeskbellProcess::~DeskbellProcess()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void furnish(const QString &folder)
{
    QJsonObject profile = QJsonDocument::fromJson(deskbell::profile::demoProfileJson()).object();
    QJsonObject policy = profile.value(QLatin1String("policy")).toObject();
    policy.insert(QStringLiteral("gather_ms"), 20);
    // Bursts are what is killed here: no guard against them.
    policy.insert(QStringLiteral("screening"), QJsonObject{{QStringLiteral("first_texts_per_hour"), 0}});
    profile.insert(QStringLiteral("policy"), policy);
    QFile file(QDir(folder).filePath(QStringLiteral("profile.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(profile).toJson()) < 0)
        qFatal("no profile: %s", qPrintable(file.errorString()));
}
