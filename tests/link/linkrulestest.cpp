// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/jsonscan.h"
#include "core/link/pollpace.h"
#include "core/link/providerdate.h"
#include "core/link/textmatch.h"
#include "core/link/twilioerrors.h"
#include "core/link/twiliowriter.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::link;

namespace {

LinkSettings settings(const char *base = "https://api.example.com")
{
    LinkSettings s;
    s.base = QUrl(QString::fromLatin1(base));
    s.accountSid = QStringLiteral("AC1");
    s.secret = QStringLiteral("s3cret");
    return s;
}

constexpr Instant t0{1'700'000'000'000};

runtime::LookQuestion question()
{
    return {engine::OrderId{QStringLiteral("o")}, {QStringLiteral("+15125550100")}, {QStringLiteral("+15125550142")},
        QStringLiteral("Sorry we missed you.\nReply STOP to opt out."), t0};
}

TextRecord ours()
{
    TextRecord row;
    row.sid = QStringLiteral("SM1");
    row.direction = TextRecord::Direction::OutboundApi;
    row.from = question().from;
    row.to = question().to;
    row.body = question().body;
    row.createdAt = t0 + 1s;
    return row;
}

} // namespace

class LinkRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryWayOfWritingAnInstant_data();
    void readsEveryWayOfWritingAnInstant();
    void readsOnlyGoodJson_data();
    void readsOnlyGoodJson();
    void knowsWhatEachErrorMeans();
    void writesATextAsAForm();
    void writesListsAndFollowsThemVerbatim();
    void refusesToFollowToAnotherHost_data();
    void refusesToFollowToAnotherHost();
    void refusesSettingsThatWouldShowTheSecret();
    void keepsThePace();
    void backsOffWithChanceFromOutside();
    void halvesTheWindowWhenToldTooMany();
    void matchesOurTextAndNoOther();
    void tellsTheProvidersOwnAnswersFromAPersons();
};

void LinkRulesTest::readsEveryWayOfWritingAnInstant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    constexpr qint64 at = 1571418120000;
    QTest::newRow("rfc 2822") << "Fri, 18 Oct 2019 17:02:00 +0000" << at;
    QTest::newRow("rfc 2822, one digit, no weekday") << "8 Oct 2019 17:02:00 +0000" << at - 10 * 86400000LL;
    QTest::newRow("rfc 2822, zone") << "Fri, 18 Oct 2019 12:02:00 -0500" << at;
    QTest::newRow("http date") << "Fri, 18 Oct 2019 17:02:00 GMT" << at;
    QTest::newRow("iso z") << "2019-10-18T17:02:00Z" << at;
    QTest::newRow("iso fraction") << "2019-10-18T17:02:00.25Z" << at + 250;
    QTest::newRow("iso nanoseconds") << "2019-10-18T17:02:00.250999999Z" << at + 250;
    QTest::newRow("iso offset") << "2019-10-18T19:02:00+0200" << at;
    QTest::newRow("iso offset with colon") << "2019-10-18T19:02:00+02:00" << at;
    QTest::newRow("milliseconds") << "1571418120000" << at;
    QTest::newRow("seconds") << "1571418120" << at;
    QTest::newRow("leap day") << "Sat, 29 Feb 2020 00:00:00 +0000" << 1582934400000LL;
    for (const char *bad : {"", "yesterday", "2019-10-18T17:02:00", "2019-13-18T17:02:00Z",
             "Fri, 30 Feb 2020 00:00:00 +0000", "Fri, 18 Oct 2019 25:02:00 +0000", "Fri, 18 Okt 2019 17:02:00 +0000",
             "Fri, 18 Oct 2019 17:02:00 PST", "0000000000", "Fri, 18 Oct 2019 17:02:00 +0000 and more"})
        QTest::newRow(qPrintable(QStringLiteral("refused: %1").arg(QLatin1String(bad))))
            << QString::fromLatin1(bad) << 0LL;
}

void LinkRulesTest::readsEveryWayOfWritingAnInstant()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(readProviderDate(text).ms, ms);
}

void LinkRulesTest::readsOnlyGoodJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    for (const char *good :
        {"{}", "[]", "null", " [1, -2.5e+3, 0] ", R"({"a":{"b":[true,false,null]},"c":"\u00e9\"\\"})"})
        QTest::newRow(good) << QString::fromUtf8(good) << true;
    for (const char *bad :
        {"", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "[1 2]", "nul", "01", "1.", "-", "+1", "'a'", "\"a", "\"\\x\"",
            "\"\\u12 4\"", "{a:1}", "[}", "{]", "tru", "\"a\nb\"", "1 2", "[1]]", "NaN", "{\"a\":1 \"b\":2}"})
        QTest::newRow(qPrintable(QStringLiteral("refused: %1").arg(QLatin1String(bad))))
            << QString::fromUtf8(bad) << false;
}

void LinkRulesTest::readsOnlyGoodJson()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    JsonScan scan(text);
    scan.skip();
    QCOMPARE(scan.finished(), good);
    QCOMPARE(scan.trouble().isEmpty(), good);
}

void LinkRulesTest::knowsWhatEachErrorMeans()
{
    QCOMPARE(consequenceOf(30006), Consequence::Landline);
    QCOMPARE(consequenceOf(21614), Consequence::Landline);
    QCOMPARE(consequenceOf(21610), Consequence::OptedOut);
    QCOMPARE(consequenceOf(30007), Consequence::Filtered);
    QCOMPARE(consequenceOf(30034), Consequence::NotRegistered);
    QCOMPARE(consequenceOf(63016), Consequence::TemplateNeeded);
    QCOMPARE(consequenceOf(20003), Consequence::SignIn);
    QCOMPARE(consequenceOf(20429), Consequence::Later);
    QCOMPARE(consequenceOf(20500), Consequence::Unclear);
    QCOMPARE(consequenceOf(30410), Consequence::MaybeSent);
    QCOMPARE(consequenceOf(21606), Consequence::Setup);
    QCOMPARE(consequenceOf(0), Consequence::Unlisted);
    QCOMPARE(consequenceOf(99999), Consequence::Unlisted);
}

void LinkRulesTest::writesATextAsAForm()
{
    const TwilioWriter writer(settings("https://example.com/api/laml/"));
    runtime::OutgoingText text{engine::OrderId{QStringLiteral("o")}, {QStringLiteral("+15125550100")},
        {QStringLiteral("+15125550142")}, QStringLiteral("50% & more: caf\u00e9 \U0001F697"), 15min};
    const http::Request request = writer.create(text);
    QCOMPARE(request.url.toEncoded(), QByteArray("https://example.com/api/laml/2010-04-01/Accounts/AC1/Messages.json"));
    QCOMPARE(request.method, QByteArray("POST"));
    QVERIFY(request.once);
    QCOMPARE(request.deadline, Duration(20s));
    QCOMPARE(request.body,
        QByteArray("To=%2B15125550142&From=%2B15125550100&Body=50%25%20%26%20more%3A%20caf%C3%A9%20%F0%9F%9A%97"
                   "&ValidityPeriod=900&SmartEncoded=false&ShortenUrls=false"));
    QCOMPARE(request.credential->host, QStringLiteral("example.com"));
    QCOMPARE(request.credential->authorization, QByteArray("Basic ") + QByteArray("AC1:s3cret").toBase64());
    text.validity = 100h;
    QVERIFY(writer.create(text).body.contains("ValidityPeriod=36000&"));
    text.validity = -5s;
    QVERIFY(writer.create(text).body.contains("ValidityPeriod=1&"));
}

void LinkRulesTest::writesListsAndFollowsThemVerbatim()
{
    const TwilioWriter writer(settings());
    QCOMPARE(writer.callList(QDate(2026, 1, 2), 50).url.toEncoded(),
        QByteArray("https://api.example.com/2010-04-01/Accounts/AC1/Calls.json?StartTime%3E=2026-01-02&PageSize=50"));
    QCOMPARE(writer.textList(QDate(2026, 1, 2), 50).url.toEncoded(),
        QByteArray("https://api.example.com/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2026-01-02&PageSize=50"));
    QCOMPARE(writer.textsBetween(question().from, question().to).url.toEncoded(),
        QByteArray("https://api.example.com/2010-04-01/Accounts/AC1/"
                   "Messages.json?To=%2B15125550142&From=%2B15125550100&PageSize=50"));
    const QString next = QStringLiteral(
        "/2010-04-01/Accounts/AC1/Calls.json?StartTime%3E=2026-01-02&PageSize=2&Page=1&PageToken=PA%2BCA%20x");
    QCOMPARE(writer.page(next)->url.toEncoded(), QByteArray("https://api.example.com") + next.toLatin1());
    QCOMPARE(writer.page(QStringLiteral("https://api.example.com:443/x?a=b"))->url.path(), QStringLiteral("/x"));
    QCOMPARE(writer.oneText(QStringLiteral("../SM/1")).url.toEncoded(),
        QByteArray("https://api.example.com/2010-04-01/Accounts/AC1/Messages/..%2FSM%2F1.json"));
    QCOMPARE(writer.pushAddress("7").toEncoded(), QByteArray("wss://api.example.com/events?after=7"));
    QCOMPARE(TwilioWriter(settings("http://127.0.0.1:8080")).pushAddress("0").toEncoded(),
        QByteArray("ws://127.0.0.1:8080/events?after=0"));
}

void LinkRulesTest::refusesToFollowToAnotherHost_data()
{
    QTest::addColumn<QString>("next");
    for (const char *next :
        {"https://evil.example.net/2010-04-01/x", "//evil.example.net/x", "http://api.example.com/x",
            "https://api.example.com:8443/x", "file:///etc/passwd", "https://api.example.com@evil.example.net/x"})
        QTest::newRow(next) << QString::fromLatin1(next);
}

void LinkRulesTest::refusesToFollowToAnotherHost()
{
    QFETCH(QString, next);
    const auto request = TwilioWriter(settings()).page(next);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::Refused);
}

void LinkRulesTest::refusesSettingsThatWouldShowTheSecret()
{
    QVERIFY(check(settings()));
    QVERIFY(check(settings("http://127.0.0.1:8080")));
    QVERIFY(check(settings("http://localhost:8080")));
    QVERIFY(check(settings("http://[::1]:8080")));
    for (const char *bad : {"http://api.example.com", "ftp://api.example.com", "api.example.com", "",
             "https://user:pw@api.example.com", "https://api.example.com/?a=b", "http://127.0.0.1.example.com"})
        QVERIFY2(!check(settings(bad)), bad);
    auto noSecret = settings();
    noSecret.secret.clear();
    QVERIFY(!check(noSecret));
    auto badLookup = settings();
    badLookup.lookupBase = QUrl(QStringLiteral("http://lookups.example.com"));
    QVERIFY(check(badLookup).error().detail.contains(QStringLiteral("look-up")));
}

void LinkRulesTest::keepsThePace()
{
    const Pace pace = paceFor(false);
    PaceView view;
    view.now = t0;
    QCOMPARE(pollEvery(pace, view), pace.rest);
    QVERIFY(pace.rest + pace.ringing + 3s < 20s); // a short ring is answered within the promise
    view.lastEvent = t0 - 1min;
    QCOMPARE(pollEvery(pace, view), pace.talking);
    view.textUnderWay = true;
    QCOMPARE(pollEvery(pace, view), pace.underWay);
    view.callOpen = true;
    QCOMPARE(pollEvery(pace, view), pace.ringing);
    view.pushOpen = true;
    QCOMPARE(pollEvery(pace, view), pace.withPush);
    QVERIFY(paceFor(true).rest < pace.rest);
}

void LinkRulesTest::backsOffWithChanceFromOutside()
{
    const Pace pace = paceFor(false);
    QCOMPARE(afterFailure(pace, 1, 1.0), Duration(1s));
    QCOMPARE(afterFailure(pace, 1, 0.0), Duration(500ms));
    QCOMPARE(afterFailure(pace, 4, 1.0), Duration(8s));
    QCOMPARE(afterFailure(pace, 1000, 1.0), Duration(60s));
    QCOMPARE(afterTooMany(pace, 1, std::nullopt, 1.0), Duration(30s));
    QCOMPARE(afterTooMany(pace, 2, std::nullopt, 1.0), Duration(60s));
    QCOMPARE(afterTooMany(pace, 5, Duration(7s), 0.0), Duration(7s));
    QVERIFY(afterTooMany(pace, 1, Duration(24h), 0.0) <= 15min);
}

void LinkRulesTest::halvesTheWindowWhenToldTooMany()
{
    SendWindow window(8);
    for (int i = 0; i < 8; ++i)
        window.begin();
    QCOMPARE(window.free(), 0);
    window.end(true); // limit 4, 7 under way
    QCOMPARE(window.free(), 0);
    for (int i = 0; i < 7; ++i)
        window.end(false);
    QCOMPARE(window.inFlight(), 0);
    QCOMPARE(window.free(), 8);
    for (int i = 0; i < 10; ++i) {
        window.begin();
        window.end(true);
    }
    QCOMPARE(window.free(), 1); // never to a standstill
}

void LinkRulesTest::matchesOurTextAndNoOther()
{
    QVERIFY(matches(ours(), question(), 0s));
    auto row = ours();
    row.body = QStringLiteral("Sent from a trial account - ") + question().body;
    QVERIFY(matches(row, question(), 0s));
    row.body = QStringLiteral("Sorry we missed you.\r\nReply STOP to opt out. ");
    QVERIFY(matches(row, question(), 0s));
    row.body = QStringLiteral("I will call you at six");
    QVERIFY(!matches(row, question(), 0s));
    row.bodyHidden = true;
    QVERIFY(matches(row, question(), 0s));
    row = ours();
    row.to = {QStringLiteral("+15125550143")};
    QVERIFY(!matches(row, question(), 0s));
    row = ours();
    row.from = {};
    QVERIFY(matches(row, question(), 0s));
    row.from = {QStringLiteral("+15125550101")};
    QVERIFY(!matches(row, question(), 0s));
    row = ours();
    row.direction = TextRecord::Direction::OutboundReply;
    QVERIFY(!matches(row, question(), 0s));
    row = ours();
    row.createdAt = t0 - 121s;
    QVERIFY(!matches(row, question(), 0s));
    row.createdAt = t0 - 119s;
    QVERIFY(matches(row, question(), 0s));
    row.createdAt = t0 - 2h; // the provider's clock is two hours behind
    QVERIFY(matches(row, question(), -2h));
    QVERIFY(!matches(row, question(), 0s));
}

void LinkRulesTest::tellsTheProvidersOwnAnswersFromAPersons()
{
    auto row = ours();
    QVERIFY(!isAutoReply(row)); // although it says STOP
    row.direction = TextRecord::Direction::OutboundReply;
    QVERIFY(isAutoReply(row));
    row.direction = TextRecord::Direction::OutboundApi;
    row.body = QStringLiteral(
        "You have successfully been unsubscribed. You will not receive any more messages from this number.");
    QVERIFY(isAutoReply(row));
    row.direction = TextRecord::Direction::Inbound;
    QVERIFY(!isAutoReply(row));
}

QTEST_GUILESS_MAIN(LinkRulesTest)
#include "linkrulestest.moc"
