// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/wirebench.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace deskbell;

namespace {

QByteArray testFile(const char *name)
{
    QFile file(QStringLiteral(DESKBELL_TEST_DATA "/sandbox/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray companyCertificate()
{
    return testFile("localhost.crt");
}

QSslConfiguration companyTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(companyCertificate()));
    tls.setPrivateKey(QSslKey(testFile("localhost.key"), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return tls;
}

WireBench::WireBench(sandbox::Settings wishes)
{
    wishes.speed = 100;
    company = std::make_unique<sandbox::PhoneCompany>(wishes);
    if (!company->listen())
        qFatal("the phone company cannot listen");
    settings.base = company->baseUrl();
    settings.accountSid = company->accountSid();
    settings.key = QStringLiteral("SKtest");
    settings.secret = QStringLiteral("secret");
    settings.settleAfter = Duration(0);
    settings.sendDeadline = Duration(5s);
}

WireBench::~WireBench()
{
    link.reset();
}

void WireBench::connectLink()
{
    http::Settings wire;
    wire.extraCertificates = settings.extraCertificates;
    sends = std::make_unique<http::NetworkClient>(wire);
    reads = std::make_unique<http::NetworkClient>(wire);
    link = std::make_unique<link::TwilioLink>(settings, link::TwilioLink::Parts{*sends, *reads, clock, {}});
    link->onRoom([this] { ++wakes; });
    link->start(inbox);
}

void WireBench::restartLink()
{
    link.reset();
    connectLink();
}

std::shared_ptr<WireBench::Answer> WireBench::send(const QString &to, const QString &body, const QString &order)
{
    auto answer = std::make_shared<Answer>();
    link->send({engine::OrderId{order}, {line}, {to}, body}, [answer](const runtime::SendAnswer &came) {
        answer->there = true;
        ++answer->times;
        answer->send = came;
    });
    return answer;
}

std::shared_ptr<WireBench::Looked> WireBench::look(
    const QString &to, const QString &body, Instant since, const QString &order)
{
    auto looked = std::make_shared<Looked>();
    link->look({engine::OrderId{order}, {line}, {to}, body, since}, [looked](const Result<runtime::LookAnswer> &came) {
        looked->there = true;
        looked->answer = came;
    });
    return looked;
}

void WireBench::fault(const char *name, QJsonObject more)
{
    more.insert(QStringLiteral("name"), QLatin1String(name));
    QString why;
    if (!company->setFault(more, &why))
        qFatal("%s", qPrintable(why));
}

int WireBench::counter(const char *name) const
{
    return company->counters().value(QLatin1String(name)).toInt();
}
