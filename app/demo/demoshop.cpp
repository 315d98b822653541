// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoshop.h"

#include "app/demo/demobook.h"
#include "core/engine/decide.h"
#include "core/profile/demoprofile.h"
#include "core/store/sqlitestore.h"

#include <QRandomGenerator>

namespace deskbell::app {
namespace {

constexpr int numbersPerTown = 50;

sandbox::Settings companySettings(const Profile &profile)
{
    sandbox::Settings settings;
    settings.shopNumbers = {profile.phone.e164.toLatin1()};
    settings.speed = 10; // a phone that rings for twenty seconds would bore everybody
    settings.listOwnReplies = true;
    return settings;
}

} // namespace

DemoShop::DemoShop(QObject *parent)
    : QObject(parent)
    , m_profile(profile::demoProfile())
    , m_company(companySettings(m_profile))
    , m_caller(QRandomGenerator::global()->bounded(10 * numbersPerTown)) // yesterday's caller would be known already
{
}

Result<void> DemoShop::open()
{
    QString why;
    if (!m_company.open(&why))
        return failure(ErrorKind::Unusable, QStringLiteral("the demo's phone company cannot start: ") % why);
    connect(m_company.company(), &sandbox::PhoneCompany::textReached, this, [this](const QString &number, const QString &body) {
        if (number == numberOf(m_kind))
            Q_EMIT textReached(body);
    });
    return {};
}

HouseOptions DemoShop::houseOptions(const QString &folder) const
{
    HouseOptions options;
    options.folder = folder;
    options.profile = m_profile;
    options.link.base = m_company.ask([](const sandbox::PhoneCompany &company) { return company.baseUrl(); });
    options.link.lookupBase = options.link.base;
    options.link.accountSid = m_company.ask([](const sandbox::PhoneCompany &company) { return company.accountSid(); });
    options.link.secret = QStringLiteral("demo");
    options.link.push = true;
    options.furnish = [](store::SqliteStore &keeper, const Profile &profile, Instant now) { return fillDemoBook(keeper, profile, now); };
    return options;
}

QString DemoShop::numberOf(Caller caller) const
{
    // Only numbers kept for fiction (555-0100 to 0199), of several towns: a shop that is tried often needs many callers.
    static const QStringList towns{QStringLiteral("512"), QStringLiteral("737"), QStringLiteral("210"), QStringLiteral("214"),
        QStringLiteral("361"), QStringLiteral("409"), QStringLiteral("432"), QStringLiteral("469"), QStringLiteral("806"), QStringLiteral("817")};
    const QString town = towns[m_caller / numbersPerTown % towns.size()];
    const int within = m_caller % numbersPerTown;
    switch (caller) {
    case Caller::Mobile: return u"+1" % town % QStringLiteral("555") % QString::number(100 + within).rightJustified(4, u'0');
    case Caller::Landline: return u"+1" % town % QStringLiteral("555") % QString::number(150 + within).rightJustified(4, u'0');
    case Caller::Withheld: return QStringLiteral("anonymous");
    }
    return {};
}

void DemoShop::ringAndHangUp(Caller caller)
{
    m_kind = caller;
    sandbox::RingOrder order;
    order.from = numberOf(caller);
    order.result = QStringLiteral("no_answer");
    order.ringS = 10;
    order.lineType = caller == Caller::Landline ? QStringLiteral("landline") : QStringLiteral("mobile");
    m_company.post([order](sandbox::PhoneCompany &company) { company.ring(order); });
}

void DemoShop::text(const QString &body)
{
    const QString from = numberOf(m_kind);
    m_company.post([from, body](sandbox::PhoneCompany &company) { company.textFrom(from, {}, body); });
}

ThreadId DemoShop::threadOnPhone() const { return engine::threadOf(readPhoneNumber(numberOf(m_kind)), m_profile.phone); }

void DemoShop::newCaller() { ++m_caller; }

Profile DemoShop::impatientProfile() const
{
    Profile profile = m_profile;
    profile.policy.nudgesAfter = {4s, 10s};
    profile.policy.nudgesApart = 5s;
    profile.policy.nudgeFrom = QTime(0, 0);
    profile.policy.nudgeTo = QTime(23, 59, 59);
    profile.policy.manualReviewAfter = 6s;
    return profile;
}

} // namespace deskbell::app
