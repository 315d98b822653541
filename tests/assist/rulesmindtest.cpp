// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assist/answers.h"
#include "core/assist/rulesassistant.h"
#include "core/engine/safety.h"
#include "core/profile/demoprofile.h"
#include "core/profile/profilereader.h"
#include "tests/assist/talk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace deskbell;

namespace {

const Profile &shop()
{
    static const Profile profile = profile::demoProfile();
    return profile;
}

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One of the shops that lie with the test scenarios.
Profile shopOf(const char *name)
{
    const QString path =
        QStringLiteral(DESKBELL_TEST_DATA "/scenarios/profiles/%1.json").arg(QString::fromLatin1(name));
    return profile::readProfile(bytes(path)).value();
}

// Tuesday, 8 December 2026, 18:42 in the shop's zone: the guide's hour.
Talk talk(const Profile &profile = shop())
{
    return Talk(profile, toInstant(QDate(2026, 12, 8), QTime(18, 42), profile.zone));
}

bool says(const QString &said, const char *words)
{
    return said.contains(QString::fromUtf8(words), Qt::CaseInsensitive);
}

} // namespace

class RulesMindTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheGuidesStory();
    void asksForTheVehicleOnceAndOnlyWhenUnknown();
    void quotesEveryVariantUntilTheClassIsKnown();
    void quotesOnlyRowsAndNamesThem();
    void asksForMissingFactsBeforeBooking();
    void booksWithoutAFactThatIsNotTold();
    void hearsNothingFromBeforeTheCallerCameBack();
    void takesOffers_data();
    void takesOffers();
    void looksForOtherTimes();
    void booksTheClassThatIsToldAfterTheOffer();
    void neverBooksTwice();
    void movesAVisit();
    void asksBeforeMovingWithoutBeingAsked();
    void callsAVisitOff();
    void handsOver_data();
    void handsOver();
    void asksAgainOnceThenHandsOver();
    void declinesWhatIsNotDone();
    void namesOnlyTownsOfItsArea();
    void answersHoursPlaceAndQuestions();
    void namesTheEmergencyNumberOfTheCountry();
    void hearsOptOutBeforeAnything();
    void saysPlainShortTexts();
    void answersTheSameTwice();
    void answersThroughThePortAfterTheCall();
    void holdsEveryScenario_data();
    void holdsEveryScenario();
};

void RulesMindTest::tellsTheGuidesStory()
{
    Talk t = talk();
    QString said = t.say(QStringLiteral("Hi, do you do ceramic coating? It's for my SUV"));
    QVERIFY2(says(said, "3-year ceramic coating") && says(said, "$1,150") && says(said, "5-year ceramic coating")
            && says(said, "$1,550"),
        qPrintable(said));
    QVERIFY(!says(said, "$900")); // the class is known
    said = t.say(QStringLiteral("The 3 year one. It's a 2021 4Runner"));
    QVERIFY2(says(said, "What day and time"), qPrintable(said));
    said = t.say(QStringLiteral("thursday?"));
    QVERIFY2(says(said, "Thu Dec 10 at 10:00 AM"), qPrintable(said));
    t.say(QStringLiteral("10 works, I'm Dana Reyes"));
    QCOMPARE(t.booked(), QStringLiteral("ceramic3 2026-12-10T10:00 SUV or truck Dana Reyes"));
    QVERIFY(says(t.say(QStringLiteral("thanks!")), "see you then"));
    QCOMPARE(t.state.lead.value(QStringLiteral("vehicle")), QStringLiteral("2021 4Runner"));
}

void RulesMindTest::asksForTheVehicleOnceAndOnlyWhenUnknown()
{
    Talk t = talk();
    QVERIFY(says(t.say(QStringLiteral("how much is a full detail")), "make and model"));
    QVERIFY(!says(t.say(QStringLiteral("a Camry")), "make and model"));
    Talk known = talk();
    QVERIFY(!says(known.say(QStringLiteral("how much is a full detail for my Camry")), "make and model"));
}

void RulesMindTest::quotesEveryVariantUntilTheClassIsKnown()
{
    Talk t = talk();
    const QString all = t.say(QStringLiteral("price for an interior detail?"));
    QVERIFY2(says(all, "$140") && says(all, "$170") && says(all, "$195"), qPrintable(all));
    const QString one = t.say(QStringLiteral("f150"));
    QVERIFY2(says(one, "$170") && !says(one, "$140"), qPrintable(one));
}

void RulesMindTest::quotesOnlyRowsAndNamesThem()
{
    Talk t = talk();
    t.say(QStringLiteral("how much is a full detail for a Camry"));
    const auto price = std::find_if(t.last.sources.begin(), t.last.sources.end(),
        [](const engine::Source &one) { return one.kind == QLatin1String("price"); });
    QVERIFY(price != t.last.sources.end());
    QCOMPARE(price->ref, QStringLiteral("full / sedan"));
    QCOMPARE(price->value, QStringLiteral("$225"));
    Profile priceless = shop();
    priceless.services[0].prices.clear();
    Talk silent = talk(priceless);
    QVERIFY(!silent.say(QStringLiteral("how much is an express wash")).contains(u'$'));
    QCOMPARE(silent.did(), QStringLiteral("hand over price"));
}

void RulesMindTest::asksForMissingFactsBeforeBooking()
{
    Talk t = talk(shopOf("plumb-denver"));
    QVERIFY(says(t.say(QStringLiteral("kitchen drain is clogged. thursday at 10am?")), "address"));
    QCOMPARE(t.booked(), QString());
    t.say(QStringLiteral("915 W 8th Ave, Denver"));
    QCOMPARE(t.booked(), QStringLiteral("drain 2026-12-10T10:00"));
    QCOMPARE(t.state.lead.value(QStringLiteral("address")), QStringLiteral("915 W 8th Ave, Denver"));
}

void RulesMindTest::booksWithoutAFactThatIsNotTold()
{
    Talk t = talk(shopOf("salon-la"));
    QVERIFY(says(t.say(QStringLiteral("women's cut friday at 3")), "name"));
    t.say(QStringLiteral("yes please"));
    QCOMPARE(t.booked(), QStringLiteral("wcut 2026-12-11T15:00"));
}

// STOP, START and a question: the question is new, the STOP is over.
void RulesMindTest::hearsNothingFromBeforeTheCallerCameBack()
{
    Talk t = talk();
    for (const auto &[author, body] : {std::pair{engine::Author::Caller, "stop"}, {engine::Author::System, "opted_out"},
             {engine::Author::Caller, "START"}, {engine::Author::System, "opted_in"}}) {
        engine::HistoryLine line;
        line.author = author;
        line.body = QString::fromLatin1(body);
        line.at = t.clock.now();
        t.history.push_back(line);
    }
    t.say(QStringLiteral("how much is a full detail for a sedan?"));
    QVERIFY(!t.last.intents.contains(QStringLiteral("opt_out")));
    QVERIFY(std::holds_alternative<engine::proposal::JustReply>(t.last.proposal));
}

void RulesMindTest::takesOffers_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("taken");
    // Offered: Thu Dec 10 at 10:00 AM or Fri Dec 11 at 2:00 PM.
    const auto row = [](const char *words, const char *taken) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(taken);
    };
    for (const char *first : {"the first", "first one please", "1", "10 works", "10am", "thursday",
             "Thursday works for me", "thurs at 10", "the morning one", "the earlier one", "either"})
        row(first, "take 0");
    for (const char *second : {"the second one", "2nd", "2", "friday is better", "fri 2pm", "2:00", "option 2",
             "the later one", "the last one", "afternoon please"})
        row(second, "take 1");
    for (const char *neither : {"friday at 9", "do you have anything on monday?", "tomorrow?"})
        row(neither, "find");
    for (const char *unclear : {"yes", "no", "how long does it take?"})
        row(unclear, "");
}

void RulesMindTest::takesOffers()
{
    QFETCH(QString, words);
    QFETCH(QString, taken);
    Talk t = talk();
    t.say(QStringLiteral("headlights, thursday or friday?"));
    QCOMPARE(t.state.offer.size(), size_t(2));
    const auto at = [](QDate day, QTime time) { return toInstant(day, time, shop().zone); };
    t.state.offer[0].slot.start = at(QDate(2026, 12, 10), QTime(10, 0));
    t.state.offer[1].slot.start = at(QDate(2026, 12, 11), QTime(14, 0));
    for (Hold &hold : t.state.offer)
        hold.slot.end = hold.slot.start + 1h;
    t.say(words);
    if (taken.isEmpty())
        QVERIFY2(!t.did().startsWith(QLatin1String("take")) && !t.did().startsWith(QLatin1String("find")),
            qPrintable(t.did()));
    else
        QCOMPARE(t.did(), taken);
}

void RulesMindTest::looksForOtherTimes()
{
    Talk t = talk();
    t.say(QStringLiteral("headlights on friday"));
    const QString offered = t.say(QStringLiteral("anything later?"));
    QCOMPARE(t.did(), QStringLiteral("find"));
    QVERIFY(!says(offered, "Fri Dec 11 at 10:00 AM"));
    t.say(QStringLiteral("neither works"));
    QCOMPARE(t.last.rule, QStringLiteral("ask.when"));
    t.say(QStringLiteral("monday at 9"));
    QCOMPARE(t.booked(), QStringLiteral("headlights 2026-12-14T09:00"));
}

void RulesMindTest::booksTheClassThatIsToldAfterTheOffer()
{
    Talk t = talk();
    t.say(QStringLiteral("can I book an interior detail friday"));
    QVERIFY(says(t.say(QStringLiteral("it's a 2019 Honda Odyssey")), "$195"));
    t.say(QStringLiteral("the first"));
    QVERIFY2(t.booked().endsWith(QLatin1String(" van")), qPrintable(t.booked()));
}

void RulesMindTest::neverBooksTwice()
{
    Talk t = talk();
    t.say(QStringLiteral("headlights friday at 9"));
    const QString once = t.booked();
    QCOMPARE(once, QStringLiteral("headlights 2026-12-11T09:00"));
    for (const char *again : {"yes", "yes please", "yes, book it", "friday at 9 works", "see you friday",
             "ok great thanks", "headlights friday at 9"}) {
        t.say(QString::fromLatin1(again));
        QVERIFY2(t.did() == QLatin1String("reply"), again);
        QCOMPARE(t.booked(), once);
    }
}

void RulesMindTest::movesAVisit()
{
    Talk t = talk(shopOf("salon-la"));
    t.visit(QStringLiteral("mcut"), "2026-12-11T14:00", QStringLiteral("Jo Park"), 2);
    t.say(QStringLiteral("Hi it's Jo, can I move my Friday men's cut?"));
    QCOMPARE(t.last.rule, QStringLiteral("ask.move"));
    t.say(QStringLiteral("Saturday at 1pm"));
    QCOMPARE(t.booked(), QStringLiteral("mcut 2026-12-12T13:00 Jo Park"));
}

void RulesMindTest::asksBeforeMovingWithoutBeingAsked()
{
    Talk t = talk();
    t.say(QStringLiteral("headlights friday at 9"));
    QVERIFY(says(t.say(QStringLiteral("do you have monday at 10?")), "move your visit to Mon Dec 14 at 10:00 AM"));
    QCOMPARE(t.booked(), QStringLiteral("headlights 2026-12-11T09:00"));
    t.say(QStringLiteral("yes"));
    QCOMPARE(t.booked(), QStringLiteral("headlights 2026-12-14T10:00"));
}

void RulesMindTest::callsAVisitOff()
{
    Talk t = talk();
    t.say(QStringLiteral("headlights friday at 9"));
    t.say(QStringLiteral("sorry, I have to cancel my appointment"));
    QCOMPARE(t.did(), QStringLiteral("cancel"));
    QCOMPARE(t.booked(), QString());
    Talk none = talk();
    none.say(QStringLiteral("please cancel my appointment"));
    QCOMPARE(none.did(), QStringLiteral("hand over no_visit"));
    Talk leaving = talk();
    leaving.say(QStringLiteral("how much for headlights"));
    leaving.say(QStringLiteral("never mind, too expensive"));
    QCOMPARE(leaving.did(), QStringLiteral("decline left"));
}

void RulesMindTest::handsOver_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("did");
    const auto row = [](const char *words, const char *did) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(did);
    };
    row("I'd rather talk to a person about a bill I got", "hand over human");
    row("call", "hand over human");
    row("can someone call me back", "hand over human");
    row("my husband says he will kill me", "hand over threat now");
    row("there's smoke coming out of the panel", "hand over fire now");
    row("how much to detail my boat?", "hand over price");
    row("did you see my jacket in there?", "hand over question");
}

void RulesMindTest::handsOver()
{
    QFETCH(QString, words);
    Talk t = talk();
    t.say(words);
    QTEST(t.did(), "did");
}

void RulesMindTest::asksAgainOnceThenHandsOver()
{
    Talk t = talk();
    t.say(QStringLiteral("blah blah"));
    QCOMPARE(t.last.rule, QStringLiteral("unsure"));
    t.say(QStringLiteral("qwertz"));
    QCOMPARE(t.did(), QStringLiteral("hand over unsure_twice"));
}

void RulesMindTest::declinesWhatIsNotDone()
{
    Talk t = talk(shopOf("law-miami"));
    const QString said = t.say(QStringLiteral("Do you handle immigration cases? I need help with a visa"));
    QCOMPARE(t.did(), QStringLiteral("decline immigration"));
    QVERIFY2(says(said, "don't do immigration") && !said.contains(u'$'), qPrintable(said));
    t.say(QStringLiteral("ok thanks anyway"));
    QCOMPARE(t.last.intents, QStringList{QStringLiteral("thanks")});
    Talk both = talk(); // one thing we do, one we do not
    const QString answer = both.say(QStringLiteral("do you do window tint and headlights?"));
    QVERIFY2(says(answer, "don't do window tint") && says(answer, "$90"), qPrintable(answer));
    QCOMPARE(both.did(), QStringLiteral("reply"));
}

void RulesMindTest::namesOnlyTownsOfItsArea()
{
    Talk far = talk(shopOf("plumb-denver"));
    QVERIFY(says(far.say(QStringLiteral("I'm in Boulder, can you come here?")),
        "only come to Denver, Lakewood, Aurora and Englewood"));
    QCOMPARE(far.did(), QStringLiteral("decline Boulder"));
    Talk near = talk(shopOf("plumb-denver"));
    QVERIFY(says(near.say(QStringLiteral("do you serve Lakewood?")), "Yes, we come to Lakewood"));
}

void RulesMindTest::answersHoursPlaceAndQuestions()
{
    Talk t = talk();
    QVERIFY(says(t.say(QStringLiteral("are you open sunday?")), "closed on Sun Dec 13"));
    QVERIFY(says(t.say(QStringLiteral("and saturday?")), "9:00 AM to 4:00 PM"));
    QVERIFY(says(t.say(QStringLiteral("what are your hours")),
        "Mon-Fri 8:00 AM to 6:00 PM, Sat 9:00 AM to 4:00 PM, closed Sun"));
    QVERIFY(says(t.say(QStringLiteral("where are you located")), "4110 Burnet Rd"));
    QVERIFY(says(t.say(QStringLiteral("can you come to my house?")), "all work is done at our shop"));
    QVERIFY(says(t.say(QStringLiteral("are you a robot?")), "automated assistant"));
    QVERIFY(says(t.say(QStringLiteral("who is this")), "Brightside Detailing"));
    QVERIFY(says(t.say(QStringLiteral("headlights sunday at 10")), "closed on Sun Dec 13"));
}

void RulesMindTest::namesTheEmergencyNumberOfTheCountry()
{
    Profile profile = shop();
    QCOMPARE(engine::emergencyNumber(profile), QStringLiteral("911"));
    profile.phone = {QStringLiteral("+442079460000")};
    QCOMPARE(engine::emergencyNumber(profile), QStringLiteral("999"));
    profile.phone = {QStringLiteral("+4930123456")};
    QCOMPARE(engine::emergencyNumber(profile), QStringLiteral("112"));
    Talk t = talk();
    QVERIFY(says(t.say(QStringLiteral("I want to end my life")), "988"));
    QCOMPARE(t.did(), QStringLiteral("hand over self_harm now"));
}

void RulesMindTest::hearsOptOutBeforeAnything()
{
    Talk t = talk();
    QVERIFY(t.say(QStringLiteral("how much are headlights? actually please stop texting me")).isEmpty());
    QCOMPARE(t.did(), QStringLiteral("opt out"));
    QVERIFY(t.last.learnt.empty());
}

void RulesMindTest::saysPlainShortTexts()
{
    QCOMPARE(assist::plainText(QStringLiteral("It\u2019s \u201cnice\u201d \u2013 caf\u00e9 \U0001F697")),
        QStringLiteral("It's \"nice\" - caf\u00e9"));
    QVERIFY(assist::plainText(QStringLiteral("One sentence. ").repeated(60)).endsWith(u'.'));
    Profile wordy = shop();
    for (Service &service : wordy.services)
        service.description =
            QStringLiteral("A very long story about all that is done with sponges and brushes. ").repeated(5);
    for (const char *words : {"what services do you offer", "how much is ceramic coating",
             "how much is ceramic coating for my van", "do you do a full detail?", "hours?"}) {
        Talk t = talk(wordy);
        t.say(QString::fromLatin1(words));
        QVERIFY2(t.last.text.size() <= 306, qPrintable(t.last.text));
        QVERIFY(!t.last.text.isEmpty());
    }
}

void RulesMindTest::answersTheSameTwice()
{
    Talk a = talk();
    Talk b = talk();
    for (const char *words : {"ceramic coating for an suv?", "the 5 year", "friday morning", "the second"}) {
        QCOMPARE(a.say(QString::fromLatin1(words)), b.say(QString::fromLatin1(words)));
        QVERIFY(a.last == b.last);
    }
}

void RulesMindTest::answersThroughThePortAfterTheCall()
{
    ManualClock clock({1'765'000'000'000});
    assist::RulesAssistant assistant(shop(), clock);
    runtime::TurnRequest request;
    request.now = clock.now();
    request.state.lastText = QStringLiteral("how much for headlights");
    QString said;
    assistant.answer(request, [&](const Result<engine::Turn> &turn) { said = turn->text; });
    QVERIFY(said.isEmpty());
    clock.settle();
    QVERIFY(says(said, "$90"));
}

void RulesMindTest::holdsEveryScenario_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/scenarios"));
    const QStringList names = folder.entryList({QStringLiteral("scn*.json")});
    if (names.isEmpty())
        QTest::newRow("scn-dev-01 (kept with the tests)")
            << QStringLiteral(DESKBELL_TEST_DATA "/scenarios/scn-dev-01.json");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

/// Bookings and what must be said; counts, delays and follow-ups are the engine's and are judged by the rehearsal.
void RulesMindTest::holdsEveryScenario()
{
    QFETCH(QString, path);
    const QJsonObject scenario = QJsonDocument::fromJson(bytes(path)).object();
    const QString folder = QFileInfo(path).path();
    const Profile profile =
        profile::readProfile(bytes(folder + QStringLiteral("/profiles/")
                                 + scenario[QStringLiteral("profile")].toString() + QStringLiteral(".json")))
            .value();
    const QJsonObject call = scenario[QStringLiteral("call")].toObject();
    Talk t(profile, Instant::fromDateTime(QDateTime::fromString(call[QStringLiteral("at")].toString(), Qt::ISODate)));
    for (const QJsonValue &visit : scenario[QStringLiteral("existing_bookings")].toArray())
        t.visit(visit[QStringLiteral("service")].toString(), visit[QStringLiteral("start")].toString().toLatin1(),
            visit[QStringLiteral("name")].toString(), visit[QStringLiteral("resource")].toInt(1));

    QStringList said;
    for (const QJsonValue &event : scenario[QStringLiteral("events")].toArray())
        said << t.say(event[QStringLiteral("text")].toString()).toLower();
    const QJsonObject expect = scenario[QStringLiteral("expect")].toObject();
    for (const QJsonValue &message : expect[QStringLiteral("messages")].toArray()) {
        const QString text = said.value(message[QStringLiteral("after_event")].toInt());
        for (const QJsonValue &group : message[QStringLiteral("must")].toArray()) {
            const QJsonArray words = group.toArray();
            QVERIFY2(std::any_of(words.begin(), words.end(),
                         [&](const QJsonValue &one) { return text.contains(one.toString().toLower()); }),
                qPrintable(text));
        }
        for (const QJsonValue &word : message[QStringLiteral("must_not")].toArray())
            QVERIFY2(!text.contains(word.toString().toLower()), qPrintable(text));
    }
    QStringList wanted;
    for (const QJsonValue &visit : expect[QStringLiteral("bookings")].toArray()) {
        QStringList words{visit[QStringLiteral("service")].toString(), visit[QStringLiteral("start")].toString()};
        for (const char *key : {"variant", "name"}) {
            if (const QString value = visit[QString::fromLatin1(key)].toString(); !value.isEmpty())
                words << value;
        }
        wanted << words.join(u' ');
    }
    QCOMPARE(t.booked(), wanted.join(QStringLiteral("; ")));
}

QTEST_GUILESS_MAIN(RulesMindTest)
#include "rulesmindtest.moc"
