// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/consent.h"
#include "core/language/normalise.h"
#include "core/language/pattern.h"
#include "core/language/people.h"
#include "core/language/understanding.h"
#include "core/profile/demoprofile.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::language;

namespace {

const Profile &shop()
{
    static const Profile profile = profile::demoProfile();
    return profile;
}

// Tuesday, 8 December 2026, 18:42
Instant evening()
{
    return toInstant(QDate(2026, 12, 8), QTime(18, 42), shop().zone);
}

Understanding read(const QString &text)
{
    return understand(text, shop(), evening());
}

QString shown(const std::optional<TimeWish> &wish)
{
    if (!wish)
        return QStringLiteral("none");
    QString text = wish->hasDay() ? wish->from.toString(Qt::ISODate) : QStringLiteral("any day");
    if (wish->hasDay() && !wish->isOneDay())
        text += QStringLiteral(" to ") + wish->to.toString(Qt::ISODate);
    if (wish->exact.isValid())
        text += (wish->about ? QStringLiteral(" about ") : QStringLiteral(" at "))
            + wish->exact.toString(QStringLiteral("HH:mm"));
    if (wish->notBefore.isValid())
        text += QStringLiteral(" from ") + wish->notBefore.toString(QStringLiteral("HH:mm"));
    if (wish->notAfter.isValid())
        text += QStringLiteral(" before ") + wish->notAfter.toString(QStringLiteral("HH:mm"));
    return text;
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void straightensWhatPhonesType();
    void splitsFiguresFromUnits();
    void matchesWordings();
    void hearsOptOuts_data();
    void hearsOptOuts();
    void readsTimes_data();
    void readsTimes();
    void findsServices_data();
    void findsServices();
    void findsVehicles_data();
    void findsVehicles();
    void findsNamesAndPlaces();
    void findsUrgency_data();
    void findsUrgency();
    void findsIntents_data();
    void findsIntents();
    void findsAnswersAmongTheQuestions();
    void survivesAnything();
};

void LanguageTest::straightensWhatPhonesType()
{
    QCOMPARE(normalise(QStringLiteral("I\u2019m  \u200bhere\u00a0now\ntoday")), QStringLiteral("I'm here now. today"));
    QCOMPARE(normalise(QStringLiteral("\uff33\uff34\uff2f\uff30")), QStringLiteral("STOP"));
    QCOMPARE(lettersOnly(QStringLiteral("S. T-O p!")), QStringLiteral("stop"));
}

void LanguageTest::splitsFiguresFromUnits()
{
    QStringList words;
    for (const Token &token : tokenise(QStringLiteral("9am 3p 14th 4Runner b4 $1,150 12/14 9:30 p.m. u r")))
        words << token.word;
    QCOMPARE(words.join(u' '), QStringLiteral("9 am 3 p 14 th 4runner before 1,150 12/14 9:30 pm you are"));
}

void LanguageTest::matchesWordings()
{
    const auto in = [](const char *pattern, const char *text) {
        return Pattern(pattern).find(tokenise(QString::fromLatin1(text))).has_value();
    };
    QVERIFY(in("stop texting me?", "please stop texting"));
    QVERIFY(in("^ stop $", "thanks, stop"));
    QVERIFY(!in("^ stop $", "stop by"));
    QVERIFY(in("leak* ... ceiling", "leaking from my old ceiling"));
    QVERIFY(!in("leak* ... ceiling", "leaking all the way down from my own old ceiling"));
    QVERIFY(in("# cars", "two cars") && in("# cars", "2 cars") && !in("# cars", "my cars"));
    QVERIFY(in("remove me please|$", "just remove me") && in("remove me please|$", "remove me please now"));
    QVERIFY(!in("remove me please|$", "remove me later"));
}

void LanguageTest::hearsOptOuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("optOut");
    for (const char *text : {"STOP", "s t o p", "Stop all", "opt-out", "CANCEL", "thanks but please stop texting me",
             "Ok. Stop.", "dont ever text this number again", "take us off of your list", "pls delete my number",
             "no more texts!!", "I don't want to receive these texts", "quit messaging my phone", "no me escriban mas",
             "\uff33top", "st\u200bop"})
        QTest::newRow(text) << QString::fromUtf8(text) << true;
    for (const char *text : {"can I stop by at 3", "cancel my 2pm", "end of the week works", "please stop the leak",
             "it won't stop", "don't forget my appointment", "remove the stains", "I was at a bus stop",
             "text me when it's done", "quit smoking smell", "take the wheels off", "my number is 5125550142",
             "unsubscribed? no, I like your texts"})
        QTest::newRow(text) << QString::fromUtf8(text) << false;
}

void LanguageTest::hearsOptOuts()
{
    QFETCH(QString, text);
    QTEST(isOptOut(text), "optOut");
}

void LanguageTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("time");
    const auto row = [](const char *text, const char *time) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(time);
    };
    row("could you do it friday?", "2026-12-11");
    row("Let's do Friday at 9am", "2026-12-11 at 09:00");
    row("this Saturday at 10?", "2026-12-12 at 10:00");
    row("Thursday 10am works", "2026-12-10 at 10:00");
    row("Then Monday the 14th at 10am", "2026-12-14 at 10:00");
    row("Any time Saturday after 1?", "2026-12-12 from 13:00");
    row("1:30 Saturday is great", "2026-12-12 at 13:30");
    row("can I move my Friday cut to Saturday at 1pm?", "2026-12-12 at 13:00");
    row("can someone come tomorrow?", "2026-12-09");
    row("tomorrow morning", "2026-12-09 before 12:00");
    row("fri or sat afternoon", "2026-12-11 to 2026-12-12 from 12:00 before 17:00");
    row("thursday 10", "2026-12-10 at 10:00");
    row("10 on thursday", "2026-12-10 at 10:00");
    row("the 14th around noon", "2026-12-14 about 12:00");
    row("jan 4 at 3", "2027-01-04 at 15:00");
    row("on the 17", "2026-12-17");
    row("12/14 2-4", "2026-12-14 from 14:00 before 16:00");
    row("between 9 and 11 tomorrow", "2026-12-09 from 09:00 before 11:00");
    row("9 to 1pm friday", "2026-12-11 from 09:00 before 13:00");
    row("friday evening at 7", "2026-12-11 at 19:00");
    row("next week", "2026-12-14 to 2026-12-20");
    row("friday doesn't work, saturday at 11", "2026-12-12 at 11:00");
    row("come at 4 instead of 2", "any day at 16:00");
    row("tomorrow 10 or 11", "2026-12-09 from 10:00 before 11:01");
    row("in 2 weeks", "2026-12-22");
    row("day after tomorrow b4 noon", "2026-12-10 before 12:00");
    row("sat at half past 2", "2026-12-12 at 14:30");
    row("915 W 8th Ave, Denver", "none");
    row("It's a 2021 Toyota 4Runner", "none");
    row("2 cars and a 10 ft boat", "none");
    row("my number is 5125550142", "none");
    row("good morning", "none");
    row("may I come by", "none");
    row("I sat in gum", "none");
    row("how much is the 5 year coating", "none");
    row("I have $1,150", "none");
}

void LanguageTest::readsTimes()
{
    QFETCH(QString, text);
    QTEST(shown(read(text).wish()), "time");
}

void LanguageTest::findsServices_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("services");
    const auto row = [](const char *text, const char *ids) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(ids);
    };
    row("how much is ceramic coating for a 4Runner?", "ceramic3 ceramic5");
    row("the 5 year ceramic please", "ceramic5");
    row("ceramik coting price?", "ceramic3 ceramic5");
    row("Can I get a full detail on my Camry", "full");
    row("interior detail", "interior");
    row("need the headlights done", "headlights");
    row("car wash", "express");
    row("smoke smell in my car", "odor");
    row("hello", "");
}

void LanguageTest::findsServices()
{
    QFETCH(QString, text);
    QStringList ids;
    for (const ServiceMention &one : read(text).services)
        ids << one.service.value;
    QTEST(ids.join(u' '), "services");
}

void LanguageTest::findsVehicles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("vehicle");
    QTest::addColumn<QString>("variant");
    const auto row = [](const char *text, const char *vehicle, const char *variant) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(vehicle) << QString::fromUtf8(variant);
    };
    row("It's a 2021 Toyota 4Runner, I'm Dana", "2021 Toyota 4Runner", "SUV or truck");
    row("full detail on my Camry", "Camry", "sedan");
    row("for an SUV", "SUV", "SUV or truck");
    row("my ford f-150", "ford f 150", "SUV or truck");
    row("honda cr-v", "honda cr v", "SUV or truck");
    row("2019 odyssey", "2019 odyssey", "van");
    row("my pilot", "pilot", "SUV or truck");
    row("tesla model 3", "tesla model 3", "sedan");
    row("will it fit", "", "");
    row("do you have an express wash", "", "");
}

void LanguageTest::findsVehicles()
{
    QFETCH(QString, text);
    const auto vehicle = read(text).vehicle;
    QTEST(vehicle ? vehicle->words : QString(), "vehicle");
    QTEST(vehicle ? variantFor(shop().services[3], vehicle->kind) : QString(), "variant");
}

void LanguageTest::findsNamesAndPlaces()
{
    const auto name = [](const char *text) { return read(QString::fromUtf8(text)).name; };
    QCOMPARE(name("It's a 2021 Toyota 4Runner, I'm Dana Reyes"), QStringLiteral("Dana Reyes"));
    QCOMPARE(name("2018 Camry, name is Luis"), QStringLiteral("Luis"));
    QCOMPARE(name("915 W 8th Ave, Denver. Name\u2019s Priya."), QStringLiteral("Priya"));
    QCOMPARE(name("Hi it's Jo, can I move my cut"), QStringLiteral("Jo"));
    QCOMPARE(name("my name is aaron blake"), QStringLiteral("Aaron Blake"));
    QCOMPARE(name("Priya here"), QStringLiteral("Priya"));
    QCOMPARE(name("I'm interested. It's Friday"), QString());
    QCOMPARE(name("it's leaking"), QString());
    QCOMPARE(bareName(tokenise(QStringLiteral("jenny park"))), QStringLiteral("Jenny Park"));
    QCOMPARE(bareName(tokenise(QStringLiteral("yes"))), QString());
    QCOMPARE(read(QStringLiteral("Thursday 10am works. 915 W 8th Ave, Denver. Name's Priya.")).address,
        QStringLiteral("915 W 8th Ave, Denver"));
    QCOMPARE(read(QStringLiteral("it's 12 Oak Street apt 4")).address, QStringLiteral("12 Oak Street apt 4"));
    QCOMPARE(read(QStringLiteral("I need 2 tires")).address, QString());
    QCOMPARE(read(QStringLiteral("I'm in Boulder, do you come here?")).town, QStringLiteral("Boulder"));
}

void LanguageTest::findsUrgency_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *text, const char *kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(kind);
    };
    row("water is spraying out of the wall under my sink and I can't stop it!!", "water");
    row("my husband says he will kill me if I leave. he is outside the door", "threat");
    row("I smell gas", "gas");
    row("theres smoke coming from the breaker panel", "fire");
    row("I want to die", "self_harm");
    row("my dog ate rat poison", "animal");
    row("he can't breathe", "medical");
    row("sewage is coming up in the shower", "sewage");
    row("my daughter is locked in the car", "lockout");
    row("no heat and a newborn in the house", "heat");
    row("im panicking please call me right away", "distress");
    row("my brother was arrested", "legal");
    row("Hi kitchen drain is clogged, can someone come tomorrow?", "");
    row("the pipe burst last year, need an estimate", "");
    row("not an emergency, just a drip", "");
    row("this car wash is fire lol", "");
    row("I'm locked into a lease", "");
    row("how much is a gas line install", "");
    row("Do you handle immigration cases? I need help with a visa", "");
}

void LanguageTest::findsUrgency()
{
    QFETCH(QString, text);
    const auto urgency = read(text).urgency;
    QTEST(urgency ? urgency->kind : QString(), "kind");
}

void LanguageTest::findsIntents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("intents");
    const auto row = [](const char *text, const char *intents) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(intents);
    };
    row("Hi, how much is ceramic coating for a 4Runner?", "ask_price greeting");
    row("are you open sunday?", "ask_hours");
    row("where are you located", "ask_location");
    row("Wrong number sorry, I meant to call my cousin", "wrong_number");
    row("I'd rather talk to a person about a bill I got", "human");
    row("yes", "yes");
    row("yes, book it", "book yes");
    row("ok thanks anyway", "thanks");
    row("are you a robot?", "ask_bot");
    row("who is this", "ask_who");
    row("can I reschedule to monday", "reschedule");
    row("I need to cancel my appointment", "cancel");
    row("asdf qwer", "other");
}

void LanguageTest::findsIntents()
{
    QFETCH(QString, text);
    QTEST(read(text).intents.join(u' '), "intents");
}

void LanguageTest::findsAnswersAmongTheQuestions()
{
    const auto answer = [](const char *text) {
        const Faq *faq = read(QString::fromUtf8(text)).faq;
        return faq ? faq->answer : QString();
    };
    QVERIFY(answer("can you come to my house?").startsWith(QStringLiteral("No, all work")));
    QVERIFY(answer("do you take venmo").startsWith(QStringLiteral("Card or cash")));
    QVERIFY(answer("where do I leave the keys").startsWith(QStringLiteral("At the front desk, or")));
    QVERIFY(answer("how much is a wash").isEmpty());
}

void LanguageTest::survivesAnything()
{
    for (const QString &text : {QString(), QStringLiteral("\U0001F697\U0001F4A6"), QString(5000, u'9'),
             QString(3000, u'-'), QStringLiteral("99999999999999999999 at 99:99 on 99/99/9999"),
             QStringLiteral("at at at after before - - to 0"),
             QStringLiteral("\u0645\u0631\u062d\u0628\u0627 feb 30 feb 31 the 32nd in 9999999 days"),
             QString(QStringLiteral("a ").repeated(2000))})
        QVERIFY(!read(text).intents.isEmpty());
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "languagetest.moc"
