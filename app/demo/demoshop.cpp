// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoshop.h"

#include "app/demo/demobook.h"
#include "core/profile/demoprofile.h"
#include "core/store/sqlitestore.h"

namespace deskbell::app {
namespace {

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
    // Numbers kept for fiction; each new caller has the next one.
    switch (caller) {
    case Caller::Mobile: return QStringLiteral("+1512555%1").arg(120 + m_caller % 70, 4, 10, QLatin1Char('0'));
    case Caller::Landline: return QStringLiteral("+1512555%1").arg(190 + m_caller % 10, 4, 10, QLatin1Char('0'));
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
