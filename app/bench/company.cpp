// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/company.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

namespace deskbell::bench {
namespace {
constexpr int patience = 10000;
}

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Company::Company(const QString &program)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, {QStringLiteral("sandbox"), QStringLiteral("--port"), QStringLiteral("0")});
    QByteArray said;
    while (m_base.isEmpty() && m_process.waitForReadyRead(patience)) {
        said += m_process.readAll();
        const qsizetype at = said.indexOf("http://127.0.0.1:");
        if (at >= 0 && said.indexOf('\n', at) > 0)
            m_base = QUrl(QString::fromLatin1(said.mid(at, said.indexOf('\n', at) - at).trimmed()));
    }
    if (m_base.isEmpty())
        qFatal("bench: the phone company does not start: %s", said.constData());
}

Company::~Company()
{
    m_process.terminate();
    m_process.waitForFinished(patience);
}

QByteArray Company::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(m_base.host(), static_cast<quint16>(m_base.port()));
    if (!socket.waitForConnected(patience))
        qFatal("bench: the phone company does not answer");
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: bench\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patience)) {
        answer += socket.readAll();
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        if (head > 0 && length > 0 && answer.size() >= head + 4 + answer.mid(length + 16, answer.indexOf('\r', length) - length - 16).toInt())
            break;
    }
    if (!answer.startsWith("HTTP/1.1 2"))
        qFatal("bench: the phone company refuses %s: %s", path.constData(), answer.constData());
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

void Company::fault(const QByteArray &json) { ask("POST", "/control/faults", json); }

void Company::burst(int count, double perSecond)
{
    ask("POST", "/control/burst", "{\"count\":" + QByteArray::number(count) + ",\"rate\":" + QByteArray::number(perSecond) + "}");
}

QJsonObject Company::state() { return QJsonDocument::fromJson(ask("GET", "/control/state?numbers=0")).object(); }

QJsonObject Company::waitForTexts(int count, int seconds)
{
    QElapsedTimer timer;
    timer.start();
    QJsonObject last;
    do {
        pause(100); // asking more often would be part of what is measured
        last = state();
    } while (last.value(QLatin1String("counters")).toObject().value(QLatin1String("messages_accepted")).toInt() < count
        && timer.elapsed() < seconds * 1000);
    return last;
}

void Company::waitForListener()
{
    QElapsedTimer timer;
    timer.start();
    while (state().value(QLatin1String("counters")).toObject().value(QLatin1String("push_clients")).toInt() == 0) {
        if (timer.elapsed() > patience)
            qFatal("bench: nobody listens to the push channel");
        pause(20);
    }
}

} // namespace deskbell::bench
