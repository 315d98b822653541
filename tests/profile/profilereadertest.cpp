// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profilereader.h"
#include "core/profile/demoprofile.h"
#include "core/profile/profilewriter.h"
#include "core/profile/wordscheck.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace deskbell;
using namespace deskbell::profile;

namespace {

const QByteArray good = R"({
  "id": "t", "trade": "salon", "name": "Test Salon", "phone": "+12135550100", "timezone": "America/Los_Angeles",
  "address": "1 A St", "service_area": ["Here", "There"],
  "hours": {"mon": [["13:00","17:00"],["08:00","12:00"]], "sun": []}, "closed_dates": ["2026-12-25"],
  "resources": 2, "slot_step_min": 15, "lead_time_min": 60, "horizon_days": 45,
  "services": [{"id":"cut","name":"Cut","aliases":["trim"],"duration_min":60,
                "prices":[{"variant":"any","amount":75.5}],"ask":["name"]},
               {"id":"color","name":"Color","duration_min":90,"price_from":120,"resources":[2]}],
  "not_offered": ["lashes"], "faqs": [{"q":"Parking?","a":"Next door."}],
  "busy": [{"start":"2026-12-12T10:00","end":"2026-12-12T19:00","resource":2}],
  "policy": {"first_text_in_quiet_hours":"hold","follow_ups_after_hours":[3,20],"max_follow_ups":1,"no_advice":true,
    "missed":{"busy":false,"least_ring_ms":3000},"screening":{"enough_points":9,"voicemail":-3,"also_text":["+44"],"first_texts_per_hour":0},
             "on_call":["Jess","Sam"],"page_every_s":90,"promise_watch_min":45,"triggers_off":["job"],
             "triggers":[{"words":"pool pump ... smoking","kind":"pool","level":"today"},{"words":"chlorine spill","level":"danger"}]},
  "first_text": "Hi!", "surprise": {"ignored": true}})";

/// The good profile with one field replaced; \p path like "services[0].prices[0].amount".
QByteArray with(const QString &path, const QJsonValue &value);

QJsonValue replaced(const QJsonValue &in, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString head = path.takeFirst();
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        const int index = head.toInt();
        if (index == array.size())
            array.append(replaced({}, path, value));
        else
            array[index] = replaced(array.at(index), path, value);
        return array;
    }
    QJsonObject object = in.toObject();
    if (value.isUndefined() && path.isEmpty())
        object.remove(head);
    else
        object.insert(head, replaced(object.value(head), path, value));
    return object;
}

QByteArray with(const QString &path, const QJsonValue &value)
{
    QString dotted = path;
    dotted.replace(u'[', u'.').remove(u']');
    const QJsonValue top = QJsonDocument::fromJson(good).object();
    return QJsonDocument(replaced(top, dotted.split(u'.'), value).toObject()).toJson();
}

QStringList problemsOf(const QByteArray &json)
{
    const auto read = readProfile(json);
    if (read)
        return {};
    return read.error().detail.split(u'\n');
}

} // namespace

class ProfileReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryField();
    void namesPlaceAndFindingOfEveryBadField_data();
    void namesPlaceAndFindingOfEveryBadField();
    void namesAllProblemsAtOnce();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void survivesEveryKindOfValueInEveryField();
    void writesWhatItReads();
    void writesMomentsOfTheHourThatComesTwice();
    void carriesTheDemoShop();
    void readsTheScenarioProfiles();
    void refusesWordsThatMustNotBeSent();
    void givesAdviceOnTheRest();
    void theDemoShopNeedsNoAdvice();
};

void ProfileReaderTest::readsEveryField()
{
    const auto read = readProfile(good);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const Profile &p = *read;
    QCOMPARE(p.name, QStringLiteral("Test Salon"));
    QCOMPARE(p.zone.id(), QByteArray("America/Los_Angeles"));
    QCOMPARE(p.serviceArea, (QStringList{QStringLiteral("Here"), QStringLiteral("There")}));
    QCOMPARE(p.hours.week[0].front().from, QTime(8, 0)); // sorted
    QCOMPARE(p.hours.week[0].size(), size_t(2));
    QVERIFY(p.hours.week[1].empty());
    QCOMPARE(p.hours.closedDates.front(), QDate(2026, 12, 25));
    QCOMPARE(p.resources.size(), 2);
    QCOMPARE(p.slotStep, Duration(15min));
    QCOMPARE(p.leadTime, Duration(1h));
    QCOMPARE(p.horizonDays, 45);
    QCOMPARE(p.services[0].prices[0].cents, 7550);
    QCOMPARE(p.services[0].ask, QStringList{QStringLiteral("name")});
    QCOMPARE(p.services[1].priceFromCents.value(), 12000);
    QCOMPARE(p.services[1].resources, std::vector<int>{2});
    QCOMPARE(p.busy[0].slot.resource, 2);
    QVERIFY(p.busy[0].block);
    QCOMPARE(toWall(p.busy[0].slot.start, p.zone).time(), QTime(10, 0));
    QVERIFY(p.policy.holdFirstTextInQuietHours);
    QCOMPARE(p.policy.nudgesAfter, (std::vector<Duration>{3h, 20h}));
    QCOMPARE(p.policy.maxNudges, 1);
    QVERIFY(p.policy.noAdvice);
    QVERIFY(!p.policy.missed.busy);
    QVERIFY(p.policy.missed.noAnswer);
    QCOMPARE(p.policy.missed.leastRing, Duration(3s));
    QCOMPARE(p.policy.screening.enough, 9);
    QCOMPARE(p.policy.screening.voicemail, -3);
    QCOMPARE(p.policy.screening.alsoText, QStringList{QStringLiteral("+44")});
    QCOMPARE(p.policy.screening.firstTextsPerHour, 0);
    QCOMPARE(p.policy.screening.shortRing, ScreeningRules{}.shortRing);
    QCOMPARE(p.policy.onCall, QStringList({QStringLiteral("Jess"), QStringLiteral("Sam")}));
    QCOMPARE(p.policy.pageEvery, Duration(90s));
    QCOMPARE(p.policy.promiseWatch, Duration(45min));
    QCOMPARE(p.policy.triggersOff, QStringList{QStringLiteral("job")});
    QCOMPARE(p.policy.triggers.size(), size_t(2));
    QVERIFY(p.policy.triggers[0]
        == (TriggerRule{QStringLiteral("pool pump ... smoking"), QStringLiteral("pool"), AlertLevel::Today}));
    QCOMPARE(p.policy.triggers[1].kind, QStringLiteral("other"));
    QCOMPARE(p.policy.triggers[1].level, AlertLevel::Danger);
    QCOMPARE(p.words.firstText, QStringLiteral("Hi!"));
}

void ProfileReaderTest::refusesWordsThatMustNotBeSent()
{
    const auto says = [](const char *path, const char *text, const char *problem) {
        const QString all = problemsOf(with(QString::fromLatin1(path), QString::fromLatin1(text))).join(u'\n');
        QVERIFY2(all.contains(QLatin1String(problem)), qPrintable(all));
    };
    says("first_text", "Hi from {bix}", "first_text: \"{bix}\" is no placeholder here");
    says("words.follow_up_1", "{biz}: reply YES to book", "words.follow_up_1: invites the word YES");
    says("words.booked", "{biz}: {svc}, {when}. Reply CANCEL to cancel", "words.booked: invites the word CANCEL");
    says("words.help", "{biz} {open}", "words.help: \"{open}\" is no placeholder here");
    says("words.hand_over", QByteArray(2000, 'a').constData(), "words.hand_over: would be 14 texts long");
}

void ProfileReaderTest::givesAdviceOnTheRest()
{
    auto profile = readProfile(with(QStringLiteral("words.follow_up_1"), QStringLiteral("Get 20% off this week!")));
    QVERIFY(profile);
    const QString advice = wordsAdvice(*profile).join(u'\n');
    QVERIFY2(advice.contains(QStringLiteral("words.follow_up_1: holds an offer (\"20% off\")")), qPrintable(advice));
    QVERIFY(advice.contains(QStringLiteral("words.follow_up_1: does not name the shop")));
    QVERIFY(advice.contains(QStringLiteral("words.first_text: does not name the shop")));
}

void ProfileReaderTest::theDemoShopNeedsNoAdvice()
{
    QCOMPARE(wordsAdvice(demoProfile()), QStringList());
}

void ProfileReaderTest::namesPlaceAndFindingOfEveryBadField_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *path, const QJsonValue &value, const char *problem) {
        QTest::addRow("%s", problem) << QString::fromLatin1(path) << value << QString::fromLatin1(problem);
    };
    const QJsonValue missing(QJsonValue::Undefined);
    row("services[0].prices[0].amount", "abc",
        "services[0].prices[0].amount: must be a number of at least 0, found \"abc\"");
    row("services[0].prices[0].amount", -1, "services[0].prices[0].amount: must be a number of at least 0, found -1");
    row("services[0].prices[0].amount", 1.005,
        "services[0].prices[0].amount: must be an amount with at most two decimals, found 1.005");
    row("services[0].prices[0].amount", 1e300, "services[0].prices[0].amount: must be at most 10000000, found 1e+300");
    row("services[0].prices[1]", QJsonObject{{QStringLiteral("amount"), 3}},
        "services[0].prices[1].variant: \"any\" has two prices");
    row("services[0].prices", 12, "services[0].prices: must be a list in square brackets, found 12");
    row("services[0].id", missing, "services[0].id: must be a text, found nothing");
    row("services[1].id", "cut", "services[1].id: \"cut\" is used by two services");
    row("services[0].duration_min", 0, "services[0].duration_min: must be a whole number from 1 to 20160, found 0");
    row("services[0].duration_min", 1.5, "services[0].duration_min: must be a whole number from 1 to 20160, found 1.5");
    row("services[1].resources[0]", 3, "services[1].resources[0]: must be a whole number from 1 to 2, found 3");
    row("services[1].price_from", QJsonValue::Null,
        "services[1].price_from: must be a number of at least 0, found null");
    row("services[0].ask[0]", 5, "services[0].ask[0]: must be a text, found 5");
    row("services[0]", "Cut", "services[0]: must be an object in braces, found \"Cut\"");
    row("services", missing, "services: must be a list in square brackets, found nothing");
    row("policy.missed.busy", "no", "policy.missed.busy: must be true or false, found \"no\"");
    row("policy.screening.enough_points", 0,
        "policy.screening.enough_points: must be a whole number from 1 to 1000, found 0");
    row("policy.screening.also_text[0]", "UK",
        "policy.screening.also_text[0]: must be the beginning of a number such as \"+44\", found \"UK\"");
    row("policy.screening.some_complaints_from", 7,
        "policy.screening.some_complaints_from: is more than many_complaints_from");
    row("timezone", "Mars/Base",
        "timezone: must be a known time zone such as \"America/Chicago\", found \"Mars/Base\"");
    row("timezone", missing, "timezone: must be a known time zone such as \"America/Chicago\", found nothing");
    row("phone", "call me", "phone: must be a phone number such as \"+15125550100\", found \"call me\"");
    row("hours", missing, "hours: must be an object in braces, found nothing");
    row("hours.tues", QJsonArray(), "hours: \"tues\" is no day; days are mon, tue, wed, thu, fri, sat, sun");
    row("hours.mon[0]", QJsonArray{"18:00", "09:00"}, "hours.mon[0]: closes at 09:00, which is not after 18:00");
    row("hours.mon[0]", QJsonArray{"11:00", "15:00"}, "hours.mon: two opening times overlap at 11:00");
    row("hours.mon[0]", QJsonArray{"11:00"}, "hours.mon[0]: must hold two times, such as [\"09:00\", \"18:00\"]");
    row("hours.mon[0][0]", "9am", "hours.mon[0][0]: must be a time such as \"09:00\", found \"9am\"");
    row("closed_dates[0]", "12/25/2026",
        "closed_dates[0]: must be a date such as \"2026-12-25\", found \"12/25/2026\"");
    row("resources", 0, "resources: must be a whole number from 1 to 100, found 0");
    row("resources", QJsonArray(), "resources: must name at least one bay, chair, van or person");
    row("busy[0].end", "2026-12-12T09:00", "busy[0].end: is not after the start");
    row("busy[0].start", "noon", "busy[0].start: must be a date and time such as \"2026-12-14T08:00\", found \"noon\"");
    row("busy[0].resource", 9, "busy[0].resource: must be a whole number from 1 to 2, found 9");
    row("faqs[0].a", "", "faqs[0].a: must be a text, found \"\"");
    row("policy.max_follow_ups", 9, "policy.max_follow_ups: must be a whole number from 0 to 2, found 9");
    row("policy.no_advice", "yes", "policy.no_advice: must be true or false, found \"yes\"");
    row("policy.first_text_in_quiet_hours", "maybe",
        "policy.first_text_in_quiet_hours: must be \"send\" or \"hold\", found \"maybe\"");
    row("policy.follow_ups_after_hours", QJsonArray{24, 4},
        "policy.follow_ups_after_hours[1]: must be later than the follow-up before it");
    row("policy.escalate_within_s", true,
        "policy.escalate_within_s: must be a whole number from 1 to 3600, found true");
    row("policy.follow_ups_from", "22:00", "policy.follow_ups_to: is not after follow_ups_from");
    row("policy.on_call[0]", 5, "policy.on_call[0]: must be a text, found 5");
    row("policy.page_every_s", 5, "policy.page_every_s: must be a whole number from 10 to 3600, found 5");
    row("policy.triggers[0].level", "red",
        "policy.triggers[0].level: must be \"danger\", \"now\" or \"today\", found \"red\"");
    row("policy.triggers[0].words", "...", "policy.triggers[0].words: holds no word, so it would match every text");
    row("policy", "strict", "policy: must be an object in braces, found \"strict\"");
    row("words", QJsonArray(), "words: must be an object in braces, found a list");
    row("first_text", 7, "first_text: must be a text, found 7");
    row("currency", "dollars", "currency: must be three letters such as \"USD\", found \"dollars\"");
}

void ProfileReaderTest::namesPlaceAndFindingOfEveryBadField()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, problem);
    QVERIFY2(problemsOf(with(path, value)).contains(problem), qPrintable(problemsOf(with(path, value)).join(u'\n')));
}

void ProfileReaderTest::namesAllProblemsAtOnce()
{
    const QByteArray json = R"({"id": 4, "name": "", "timezone": 7, "hours": [], "services": [{"id": "a"}, 3]})";
    const QStringList problems = problemsOf(json);
    for (const char *path :
        {"id:", "name:", "timezone:", "hours:", "services[0].name:", "services[0].duration_min:", "services[1]:"})
        QVERIFY2(problems.join(u'\n').contains(QString::fromLatin1(path)), path);
}

void ProfileReaderTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("profile: is no JSON");
    QTest::newRow("cut") << good.left(200) << QStringLiteral("(line 4, column 29)");
    QTest::newRow("html") << QByteArray("<html></html>") << QStringLiteral("(line 1, column 2)");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("profile: must be an object in braces, found a list");
    QTest::newRow("latin-1") << QByteArray("{\"name\": \"Caf\xe9\"}") << QStringLiteral("profile: is no JSON");
    QTest::newRow("huge") << QByteArray(3 * 1024 * 1024, ' ') << QStringLiteral("larger than 2 MB");
    QTest::newRow("deep") << QByteArray(100'000, '[') << QStringLiteral("profile: is no JSON");
}

void ProfileReaderTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto read = readProfile(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Malformed);
    QVERIFY2(read.error().detail.contains(words), qPrintable(read.error().detail));
}

void ProfileReaderTest::survivesEveryKindOfValueInEveryField()
{
    const QList<QJsonValue> odd{QJsonValue::Null, true, -1e18, 0.5, QString(), QStringLiteral("\u202e\n\t"),
        QJsonArray{QJsonArray{QJsonObject()}}, QJsonObject{{QString(), 1}}};
    for (const QString &field : QJsonDocument::fromJson(good).object().keys()) {
        for (const QJsonValue &value : odd) {
            const QStringList problems = problemsOf(with(field, value));
            for (const QString &problem : problems)
                QVERIFY2(problem.contains(QStringLiteral(": ")), qPrintable(problem));
        }
    }
}

void ProfileReaderTest::writesWhatItReads()
{
    const Profile first = *readProfile(good);
    const auto again = readProfile(writeProfile(first));
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QVERIFY(*again == first);
    QVERIFY(*readProfile(writeProfile(demoProfile())) == demoProfile());
}

void ProfileReaderTest::writesMomentsOfTheHourThatComesTwice()
{
    Profile profile = *readProfile(good);
    const Instant second =
        Instant::fromDateTime(QDateTime(QDate(2026, 11, 1), QTime(9, 30), Qt::UTC)); // 01:30, the second
    profile.busy[0].slot.start = second;
    profile.busy[0].slot.end = second + 2h;
    QCOMPARE(readProfile(writeProfile(profile))->busy[0].slot.start.ms, second.ms);
}

void ProfileReaderTest::carriesTheDemoShop()
{
    const auto read = readProfile(demoProfileJson());
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const Profile shop = demoProfile();
    QCOMPARE(shop.name, QStringLiteral("Brightside Detailing"));
    QCOMPARE(shop.resources.size(), 2);
    QVERIFY(shop.words.firstText.size() <= 160);
    QVERIFY(shop.words.firstText.contains(shop.name));
    QVERIFY(shop.phone.e164.contains(QStringLiteral("55501")));
}

void ProfileReaderTest::readsTheScenarioProfiles()
{
    const QDir folder(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/scenarios/profiles"));
    if (!folder.exists())
        QSKIP("the shared scenario profiles are not beside the project");
    for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = readProfile(file.readAll());
        QVERIFY2(read, read ? "" : qPrintable(name + u'\n' + read.error().detail));
    }
}

QTEST_GUILESS_MAIN(ProfileReaderTest)
#include "profilereadertest.moc"
