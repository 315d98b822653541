// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/claims.h"
#include "tests/engine/stages.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// What a text to a caller may not promise, whoever wrote it.
class ClaimsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatNothingStandsBehindIsFound_data();
    void whatNothingStandsBehindIsFound();
    void ordinaryTextsPass_data();
    void ordinaryTextsPass();
    void whatTheShopSaysItselfMayBeRepeated();
    void aVisitInTheCalendarMayBeSpokenOf();

private:
    [[nodiscard]] static QStringList claimsIn(const QString &text, const Profile &profile = shop(), const ThreadState &state = {})
    {
        Turn turn;
        turn.text = text;
        return untracedClaims(turn, state, Context{{1'700'000'000'000}, profile});
    }
    [[nodiscard]] static Profile shop()
    {
        Profile profile;
        profile.name = QStringLiteral("Brightside Detailing");
        profile.zone = QTimeZone("America/Chicago");
        profile.phone = {QStringLiteral("+15125550100")};
        return profile;
    }
};

void ClaimsTest::whatNothingStandsBehindIsFound_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text); };
    // money in words
    row("It would be ninety dollars.");
    row("That is about two hundred and fifty bucks.");
    row("Twenty percent off today!");
    row("We can do it for half price.");
    row("Half off for you.");
    row("Es kostenlos für Sie.");
    // free
    row("The inspection is free.");
    row("A free estimate comes with it.");
    row("We do that for free.");
    row("Complimentary pickup included.");
    row("No charge for the second visit.");
    row("On the house.");
    row("La visita es gratis.");
    // discounts
    row("I can give you a discount.");
    row("Use our coupon.");
    row("I will waive the fee.");
    row("Te doy un descuento.");
    row("Sie bekommen Rabatt.");
    row("We price match anyone.");
    // guarantees, liability
    row("We guarantee it.");
    row("There is a lifetime warranty.");
    row("You will get a refund.");
    row("Your refund of the deposit is approved.");
    row("We are liable for the damage.");
    row("That was our fault.");
    row("We accept responsibility.");
    row("Money back if unhappy.");
    // done
    row("You're booked for Tuesday.");
    row("Your appointment is confirmed.");
    row("That is cancelled.");
    row("We have booked you in.");
    row("I moved it for you.");
    row("It has been rescheduled.");
    // human
    row("I'm not a bot.");
    row("I am a real person.");
    row("This is a human.");
    // sums, shares and numbers that happen to be days of the month or the caller's own
    row("It is $1.");
    row("That makes 25 dollars.");
    row("You get 20% off.");
    row("15 percent less.");
    row("Call +1 900 555 0100 instead.");
    row("Ring 512-555-0199.");
    row("It is \xe2\x82\xac" "30.");
    // links and addresses
    row("See https://evil.example/pay");
    row("Go to www.cheap.example now");
    row("Write to boss@evil.example");
    row("Visit cheapdeals.com for more");
    // what nobody sees
    row("Hi\xe2\x80\x8bthere");
    row("\xe2\x80\xae" "desrever");
    row("bell\x07");
    row("tag\xf3\xa0\x81\x81");
}

void ClaimsTest::whatNothingStandsBehindIsFound()
{
    QFETCH(QString, text);
    QVERIFY2(!claimsIn(text).isEmpty(), qPrintable(text));
    QVERIFY2(!claimsIn(text.toUpper()).isEmpty() || text != text.toLower(), qPrintable(text));
}

void ClaimsTest::ordinaryTextsPass_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text); };
    row("Hi! What can we do for you?");
    row("A full detail takes about four hours.");
    row("Which one would you like?");
    row("I have two free times on Friday.");
    row("Feel free to text us any time.");
    row("What day and time would suit you?");
    row("Two of our bays are free on Friday.");
    row("You're all set, see you then!");
    row("I am the shop's automated assistant. A person can take over any time.");
    row("Sorry, we do not paint cars.");
    row("We are closed on Sunday. Is Monday fine?");
    row("Do you want one coat or two?");
    row("Is your car an SUV or a truck?");
    row("The team will call you back.");
    row("Naïve café façade");
    row("It takes 4 hours, from 9:00 AM on.");
    row("Is it the 2021 Tahoe?");
    row("If anyone may be in danger, call 911 now.");
    row("Ring us at (512) 555-0100.");
}

void ClaimsTest::ordinaryTextsPass()
{
    QFETCH(QString, text);
    QVERIFY2(claimsIn(text).isEmpty(), qPrintable(claimsIn(text).join(u'|')));
}

void ClaimsTest::whatTheShopSaysItselfMayBeRepeated()
{
    Profile profile = shop();
    profile.faqs.push_back({QStringLiteral("Is there a warranty?"), QStringLiteral("Yes, a five year warranty comes with every coating.")});
    QVERIFY(claimsIn(QStringLiteral("Yes, a warranty comes with it."), profile).isEmpty());
    QVERIFY(!claimsIn(QStringLiteral("We guarantee it."), profile).isEmpty());
    Service service;
    service.prices = {{QStringLiteral("any"), 0}};
    profile.services.push_back(service);
    QVERIFY(claimsIn(QStringLiteral("The check is free."), profile).isEmpty());
}

void ClaimsTest::aVisitInTheCalendarMayBeSpokenOf()
{
    ThreadState state;
    QVERIFY(!claimsIn(QStringLiteral("You're booked for Tuesday."), shop(), state).isEmpty());
    state.appointments.push_back({});
    QVERIFY(claimsIn(QStringLiteral("You're booked for Tuesday."), shop(), state).isEmpty());
}

QTEST_GUILESS_MAIN(ClaimsTest)
#include "claimstest.moc"
