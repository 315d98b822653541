// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/referee.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

namespace deskbell::contract {
namespace {

constexpr int installMs = 120'000;
constexpr int startMs = 30'000;

QString specPath(const QString &spec)
{
    return QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/specs/%1").arg(spec);
}

/// In the build folder, never in the source tree.
QDir home()
{
    return QDir(QStringLiteral(DESKBELL_CONTRACT_HOME));
}

bool isFresh(const QString &from, const QString &to)
{
    QFile wanted(from);
    QFile there(to);
    return wanted.open(QIODevice::ReadOnly) && there.open(QIODevice::ReadOnly) && wanted.readAll() == there.readAll();
}

/// True when something had to be copied.
bool copyIn(const char *name)
{
    const QString from = QStringLiteral(DESKBELL_SOURCE_DIR "/tests/contract/%1").arg(QLatin1String(name));
    const QString to = home().filePath(QLatin1String(name));
    if (isFresh(from, to))
        return false;
    QFile::remove(to);
    return QFile::copy(from, to);
}

QString install()
{
    home().mkpath(QStringLiteral("."));
    QLockFile lock(home().filePath(QStringLiteral("install.lock")));
    if (!lock.lock())
        return QStringLiteral("the build folder cannot be written to");
    copyIn("referee.mjs");
    const bool changed = int(copyIn("package.json")) + int(copyIn("package-lock.json")) > 0;
    const QString stamp = home().filePath(QStringLiteral("node_modules/.package-lock.json"));
    if (!changed && QFile::exists(stamp))
        return {};
    QProcess npm;
    npm.setWorkingDirectory(home().path());
    npm.start(QStringLiteral("npm"),
        {QStringLiteral("ci"), QStringLiteral("--no-audit"), QStringLiteral("--no-fund"),
            QStringLiteral("--ignore-scripts")});
    if (npm.waitForFinished(installMs) && npm.exitCode() == 0)
        return {};
    QFile::remove(home().filePath(QStringLiteral("package.json"))); // so that the next run tries again
    return QStringLiteral("npm ci failed (no network?): %1")
        .arg(QString::fromUtf8(npm.readAllStandardError().left(400)));
}

} // namespace

QString Referee::whyNot(const QString &spec)
{
    if (!QFile::exists(specPath(spec)))
        return QStringLiteral("the API description ../shared/specs/%1 is not there").arg(spec);
    for (const QString &program : {QStringLiteral("node"), QStringLiteral("npm")}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return QStringLiteral("%1 is not installed").arg(program);
    }
    return install();
}

Referee::Referee(const QString &spec, const QUrl &upstream)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setWorkingDirectory(home().path());
    m_process.start(QStringLiteral("node"), {QStringLiteral("referee.mjs"), specPath(spec), upstream.toString()});
    const QDeadlineTimer deadline(startMs);
    while (m_url.isEmpty() && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QEventLoop loop;
        QTimer::singleShot(deadline.remainingTime(), &loop, &QEventLoop::quit);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &loop, &QEventLoop::quit);
        QObject::connect(&m_process, &QProcess::stateChanged, &loop, &QEventLoop::quit);
        loop.exec();
        readLines();
    }
}

Referee::~Referee()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

const QList<Exchange> &Referee::exchanges()
{
    readLines();
    return m_exchanges;
}

QStringList Referee::violations()
{
    QStringList all;
    for (const Exchange &exchange : exchanges()) {
        for (const QString &violation : exchange.violations)
            all << QStringLiteral("%1: %2").arg(exchange.request, violation);
    }
    return all;
}

void Referee::readLines()
{
    m_bytes += m_process.readAllStandardOutput();
    for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
        const QJsonObject line = QJsonDocument::fromJson(m_bytes.left(end)).object();
        m_bytes.remove(0, end + 1);
        if (line.contains(QLatin1String("url"))) {
            m_url = QUrl(line.value(QLatin1String("url")).toString());
            continue;
        }
        QStringList violations;
        for (const QJsonValue &violation : line.value(QLatin1String("violations")).toArray())
            violations << violation.toString();
        m_exchanges << Exchange{line.value(QLatin1String("request")).toString(),
            line.value(QLatin1String("status")).toInt(), line.value(QLatin1String("refused")).toBool(), violations};
    }
}

} // namespace deskbell::contract
