// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/demophonewire.h"

#include "ui/phone/demophone.h"

#include <QDateTime>

namespace deskbell::app {
namespace {

DemoShop::Caller callerOf(ui::DemoPhone::Caller kind)
{
    switch (kind) {
    case ui::DemoPhone::Caller::Mobile: return DemoShop::Caller::Mobile;
    case ui::DemoPhone::Caller::Landline: return DemoShop::Caller::Landline;
    case ui::DemoPhone::Caller::Withheld: return DemoShop::Caller::Withheld;
    }
    return DemoShop::Caller::Mobile;
}

} // namespace

void connectPhone(ui::DemoPhone &phone, DemoShop &shop, CoreThread &core)
{
    using Phone = ui::DemoPhone;
    phone.setShop(shop.profile().name, displayNumber(shop.profile().phone));
    // Silence makes the shop impatient until the caller does something again.
    const auto patient = [&shop, &core] { core.useProfile(shop.profile()); };
    QObject::connect(&phone, &Phone::rang, &shop, [&shop, patient](Phone::Caller kind) {
        patient();
        shop.ringAndHangUp(callerOf(kind));
    });
    QObject::connect(&phone, &Phone::texted, &shop, [&shop, patient](const QString &text) {
        patient();
        shop.text(text);
    });
    QObject::connect(&phone, &Phone::silenceRequested, &shop, [&shop, &core] { core.useProfile(shop.impatientProfile()); });
    QObject::connect(&phone, &Phone::callerChanged, &shop, [&shop, &phone](Phone::Caller) {
        shop.newCaller();
        phone.clear();
    });
    QObject::connect(&shop, &DemoShop::textReached, &phone, [&phone, &shop](const QString &body) {
        // The caller is in the shop's town: one clock for both.
        const QDateTime wall = QDateTime::currentDateTime().toTimeZone(shop.profile().zone);
        phone.showText(body, wall.toString(QStringLiteral("hh:mm")), true);
    });
}

} // namespace deskbell::app
