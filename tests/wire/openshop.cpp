// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/openshop.h"

#include "core/profile/demoprofile.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace deskbell;

namespace {

QByteArray certificateFile(const char *name)
{
    QFile file(QStringLiteral(DESKBELL_TEST_DATA "/sandbox/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslConfiguration companyTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(certificateFile("localhost.crt")));
    tls.setPrivateKey(QSslKey(certificateFile("localhost.key"), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return tls;
}

sandbox::Settings settingsOf(const OpenShop::Wishes &wishes, const QString &line)
{
    sandbox::Settings settings = wishes.company;
    settings.shopNumbers = {line.toLatin1()};
    settings.speed = 100; // what takes a second there takes ten milliseconds
    settings.clockMs = [time = wishes.time] { return time.now().ms; };
    if (wishes.tls)
        settings.tls = companyTls();
    return settings;
}

} // namespace

OpenShop::OpenShop(Wishes wished)
    : wishes(std::move(wished))
    , company(std::make_unique<sandbox::PhoneCompany>(settingsOf(wishes, line)))
{
    QString why;
    if (!company->listen(&why))
        qFatal("%s", qPrintable(why));
    options.folder = folder.path();
    options.profile = profile::demoProfile();
    options.profile.policy.gather = 50ms;
    options.profile.policy.screening.firstTextsPerHour = 0; // bursts are what these tests are about
    options.link.base = company->baseUrl();
    options.link.accountSid = company->accountSid();
    options.link.secret = QStringLiteral("loopback");
    options.link.push = wishes.push;
    if (wishes.tls)
        options.link.extraCertificates = certificateFile("localhost.crt");
    options.makeClock = [time = wishes.time] { return std::make_unique<support::ShiftedClock>(time); };
}

OpenShop::~OpenShop() = default;

void OpenShop::open()
{
    auto built = app::House::build(options);
    if (!built)
        qFatal("%s", qPrintable(built.error().detail));
    house = std::move(*built);
    house->start();
}

void OpenShop::fault(const QJsonObject &fault)
{
    QString why;
    if (!company->setFault(fault, &why))
        qFatal("%s", qPrintable(why));
}

void OpenShop::ring(const QString &from)
{
    sandbox::RingOrder order;
    order.from = from;
    order.ringS = 2;
    company->ring(order);
}

void OpenShop::text(const QString &from, const QString &body) { company->textFrom(from, {}, body); }

QStringList OpenShop::texts(const QString &number) const
{
    QStringList bodies;
    for (const sandbox::HandsetText &text : company->handsetTexts(number)) {
        if (!text.mine && !text.fromCompany)
            bodies << text.body;
    }
    return bodies;
}

int OpenShop::counter(const char *name) const { return company->counters().value(QLatin1String(name)).toInt(); }

bool OpenShop::saidTwice() const
{
    return !company->state(false).value(QLatin1String("twice")).toObject().isEmpty();
}

engine::ThreadState OpenShop::thread(const QString &caller) const
{
    const auto stored = house->loop().thread(engine::threadOf({caller}, {line}));
    return stored && *stored ? (*stored)->state : engine::ThreadState{};
}

bool OpenShop::nothingInDoubt() const
{
    const auto doubts = house->loop().store().inDoubt();
    return doubts && doubts->empty();
}

bool OpenShop::isAtRest() const
{
    const auto ready = house->loop().store().ready(now() + 24h * 30, 1000);
    const auto isText = [](const runtime::OutboxEntry &entry) {
        return std::holds_alternative<engine::order::SendText>(entry.order.what);
    };
    return nothingInDoubt() && house->loop().waiting() == 0 && ready && std::none_of(ready->begin(), ready->end(), isText);
}
