// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/providerexam.h"
#include "app/sandbox/companythread.h"
#include "app/settings/awaited.h"
#include "app/settings/providerverdict.h"
#include "app/settings/report.h"

#include <QTcpServer>
#include <QTest>

using namespace deskbell;
using namespace deskbell::app;

namespace {

const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 12, 8), QTime(18, 42), Qt::UTC));

link::LinkSettings settingsFor(const QUrl &base)
{
    link::LinkSettings settings;
    settings.base = base;
    settings.accountSid = QStringLiteral("ACde5bbe11de5bbe11de5bbe11de5bbe11");
    settings.key = QStringLiteral("SK1");
    settings.secret = QStringLiteral("not-to-be-shown");
    settings.lines = {{QStringLiteral("+15550100200")}};
    return settings;
}

http::Response response(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return {status, body, "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers, 1ms};
}

/// "id state" of each, to compare with a plan.
QStringList states(const Checks &checks)
{
    static const QStringList words{QStringLiteral("works"), QStringLiteral("note"), QStringLiteral("fails")};
    QStringList list;
    for (const Check &check : checks)
        list << check.id % u' ' % words[int(check.state)];
    return list;
}

QString everything(const Checks &checks)
{
    return textReport(checks) % jsonReport(checks);
}

Checks examined(const link::LinkSettings &settings, Duration limit = 5s)
{
    QObject context;
    return awaited<Checks>([&](auto done) { examineProvider(settings, &context, done, limit); });
}

} // namespace

class ProviderExamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsEveryAnswer_data();
    void wordsEveryAnswer();
    void wordsEveryTrouble_data();
    void wordsEveryTrouble();
    void comparesTheClocks_data();
    void comparesTheClocks();
    void aGoodProviderPasses();
    void aWrongSecretIsToldFromEverythingElse();
    void faultsOfTheProviderAreNamed_data();
    void faultsOfTheProviderAreNamed();
    void aRefusedPushChannelIsOnlyANote();
    void nobodyListening();
    void nobodyAnswering();
    void settingsThatCannotWorkAreNotTried();
    void whoAskedMayGo();
};

void ProviderExamTest::wordsEveryAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("plan");
    QTest::addColumn<QString>("words");
    const QStringList signInFails{QStringLiteral("provider works"), QStringLiteral("sign_in fails")};
    const QStringList fails{QStringLiteral("provider fails")};
    QTest::newRow("good") << 200 << QByteArray(R"({"messages": [], "next_page_uri": null})")
                          << QStringList{QStringLiteral("provider works"), QStringLiteral("sign_in works")}
                          << QStringLiteral("accepts key SK1");
    QTest::newRow("a web page") << 200 << QByteArray("<!doctype html><html><body>Welcome</body></html>") << fails
                                << QStringLiteral("not as a phone provider");
    QTest::newRow("nothing in it") << 200 << QByteArray() << fails << QStringLiteral("not as a phone provider");
    QTest::newRow("another list") << 200 << QByteArray(R"({"items": []})") << fails
                                  << QStringLiteral("not as a phone provider");
    QTest::newRow("wrong secret") << 401 << QByteArray(R"({"code": 20003, "message": "Authenticate", "status": 401})")
                                  << signInFails << QStringLiteral("Its words: Authenticate (20003).");
    QTest::newRow("wrong secret, no words")
        << 401 << QByteArray("<html>") << signInFails << QStringLiteral("does not accept");
    QTest::newRow("suspended") << 403 << QByteArray(R"({"code": 20005, "message": "Account not active"})")
                               << signInFails << QStringLiteral("suspended");
    QTest::newRow("unknown account") << 404 << QByteArray(R"({"code": 20404, "message": "not found"})") << signInFails
                                     << QStringLiteral("does not know this account");
    QTest::newRow("too busy") << 429 << QByteArray("{}")
                              << QStringList{QStringLiteral("provider works"), QStringLiteral("sign_in note")}
                              << QStringLiteral("in a minute");
    QTest::newRow("down") << 503 << QByteArray() << fails << QStringLiteral("trouble of its own (503)");
    QTest::newRow("moved") << 301 << QByteArray() << fails << QStringLiteral("another one, elsewhere.example");
    QTest::newRow("odd") << 418 << QByteArray() << fails << QStringLiteral("418");
}

void ProviderExamTest::wordsEveryAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, plan);
    QFETCH(QString, words);
    const auto settings = settingsFor(QUrl(QStringLiteral("https://api.example.net")));
    const Checks checks = verdictOn(settings, response(status, body, "Location: https://elsewhere.example/x\r\n"), now);
    QCOMPARE(states(checks), plan);
    QVERIFY2(everything(checks).contains(words), qPrintable(everything(checks)));
    for (const Check &check : checks)
        QVERIFY2(
            check.state == Check::State::Works || !check.todo.isEmpty(), qPrintable(check.what)); // says what to do
    QVERIFY(!everything(checks).contains(settings.secret));
}

void ProviderExamTest::wordsEveryTrouble_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("words");
    QTest::newRow("no name, no route") << ErrorKind::Offline << QStringLiteral("https://api.example.net")
                                       << QStringLiteral("this computer's network");
    QTest::newRow("nothing on this machine")
        << ErrorKind::Offline << QStringLiteral("http://127.0.0.1:4010") << QStringLiteral("Start the program");
    QTest::newRow("silence") << ErrorKind::Timeout << QStringLiteral("https://api.example.net")
                             << QStringLiteral("did not answer in time");
    QTest::newRow("certificate") << ErrorKind::Refused << QStringLiteral("https://api.example.net")
                                 << QStringLiteral("cannot prove");
    QTest::newRow("no http") << ErrorKind::Malformed << QStringLiteral("https://api.example.net")
                             << QStringLiteral("not in a way that can be understood");
}

void ProviderExamTest::wordsEveryTrouble()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, base);
    QFETCH(QString, words);
    const http::Reply reply =
        tl::make_unexpected(http::Trouble{{kind, QStringLiteral("curl says so")}, http::Reach::NothingLeft, 0, {}});
    const Checks checks = verdictOn(settingsFor(QUrl(base)), reply, now);
    QCOMPARE(states(checks), QStringList{QStringLiteral("provider fails")});
    QVERIFY2(everything(checks).contains(words), qPrintable(everything(checks)));
    QVERIFY(!checks.first().todo.isEmpty());
}

void ProviderExamTest::comparesTheClocks_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("same") << QByteArray("Tue, 08 Dec 2026 18:42:01 GMT") << QStringLiteral("clock works")
                          << QStringLiteral("agree");
    QTest::newRow("ahead") << QByteArray("Tue, 08 Dec 2026 18:37:00 GMT") << QStringLiteral("clock note")
                           << QStringLiteral("5 min ahead");
    QTest::newRow("behind") << QByteArray("Tue, 08 Dec 2026 18:43:01 GMT") << QStringLiteral("clock note")
                            << QStringLiteral("61 s behind");
    QTest::newRow("wrong day") << QByteArray("Thu, 10 Dec 2026 18:42:00 GMT") << QStringLiteral("clock fails")
                               << QStringLiteral("48 h behind");
    QTest::newRow("nonsense") << QByteArray("yesterday") << QString() << QString();
}

void ProviderExamTest::comparesTheClocks()
{
    QFETCH(QByteArray, date);
    QFETCH(QString, state);
    QFETCH(QString, words);
    const auto answer = response(200, R"({"messages": []})", "Date: " + date + "\r\n");
    const Checks checks = verdictOn(settingsFor(QUrl(QStringLiteral("https://api.example.net"))), answer, now);
    QCOMPARE(states(checks).value(2), state);
    QVERIFY2(everything(checks).contains(words), qPrintable(everything(checks)));
}

void ProviderExamTest::aGoodProviderPasses()
{
    sandbox::Settings wanted;
    wanted.apiKey = "SK1:not-to-be-shown";
    sandbox::CompanyThread company(wanted);
    QVERIFY(company.open());
    auto settings = settingsFor(company.company()->baseUrl());
    settings.push = true;
    const Checks checks = examined(settings);
    QCOMPARE(states(checks),
        (QStringList{QStringLiteral("provider works"), QStringLiteral("sign_in works"), QStringLiteral("clock works"),
            QStringLiteral("number works"), QStringLiteral("push works")}));
    QVERIFY(!everything(checks).contains(settings.secret));
    settings.push = false;
    settings.lines.clear();
    QCOMPARE(states(examined(settings)).mid(3), QStringList{QStringLiteral("number note")});
}

void ProviderExamTest::aWrongSecretIsToldFromEverythingElse()
{
    sandbox::Settings wanted;
    wanted.apiKey = "SK1:another";
    sandbox::CompanyThread company(wanted);
    QVERIFY(company.open());
    auto settings = settingsFor(company.company()->baseUrl());
    settings.push = true;
    const Checks checks = examined(settings);
    QVERIFY(states(checks).contains(QStringLiteral("sign_in fails")));
    QVERIFY(!everything(checks).contains(QStringLiteral("push"))); // would only repeat it
}

void ProviderExamTest::faultsOfTheProviderAreNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("plan");
    QTest::newRow("429") << QStringLiteral("too_many") << QStringLiteral("sign_in note");
    QTest::newRow("html") << QStringLiteral("html") << QStringLiteral("provider fails");
    QTest::newRow("malformed") << QStringLiteral("malformed") << QStringLiteral("provider fails");
    QTest::newRow("huge") << QStringLiteral("huge_body") << QStringLiteral("provider fails");
    QTest::newRow("cut") << QStringLiteral("cut_answer") << QStringLiteral("provider fails");
    QTest::newRow("closed") << QStringLiteral("close_unanswered") << QStringLiteral("provider fails");
    QTest::newRow("500") << QStringLiteral("error_before") << QStringLiteral("provider fails");
}

void ProviderExamTest::faultsOfTheProviderAreNamed()
{
    QFETCH(QString, fault);
    QFETCH(QString, plan);
    sandbox::CompanyThread company;
    QVERIFY(company.open());
    const QString why = company.ask([&](sandbox::PhoneCompany &there) {
        QString sentence;
        const bool set =
            there.setFault({{QStringLiteral("name"), fault}, {QStringLiteral("on"), QStringLiteral("lists")},
                               {QStringLiteral("times"), -1}},
                &sentence);
        return set ? QString() : sentence;
    });
    QVERIFY2(why.isEmpty(), qPrintable(why));
    const Checks checks = examined(settingsFor(company.company()->baseUrl()));
    QVERIFY2(states(checks).contains(plan), qPrintable(everything(checks)));
}

void ProviderExamTest::aRefusedPushChannelIsOnlyANote()
{
    sandbox::CompanyThread company;
    QVERIFY(company.open());
    QVERIFY(company.ask([](sandbox::PhoneCompany &there) {
        return there.setFault({{QStringLiteral("name"), QStringLiteral("push_refuse")}, {QStringLiteral("times"), -1}});
    }));
    auto settings = settingsFor(company.company()->baseUrl());
    settings.push = true;
    const Checks checks = examined(settings);
    QCOMPARE(states(checks).last(), QStringLiteral("push note"));
    QVERIFY(!anyFails(checks));
}

void ProviderExamTest::nobodyListening()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    const Checks checks = examined(settingsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port))));
    QVERIFY2(everything(checks).contains(QStringLiteral("No connection to 127.0.0.1:%1").arg(port)),
        qPrintable(everything(checks)));
}

void ProviderExamTest::nobodyAnswering()
{
    QTcpServer server; // takes the connection and says nothing
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Checks checks =
        examined(settingsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()))), 200ms);
    QVERIFY2(everything(checks).contains(QStringLiteral("did not answer in time")), qPrintable(everything(checks)));
}

void ProviderExamTest::settingsThatCannotWorkAreNotTried()
{
    auto settings = settingsFor(QUrl(QStringLiteral("http://api.example.net")));
    const Checks checks = examined(settings);
    QCOMPARE(states(checks), QStringList{QStringLiteral("provider fails")});
    QVERIFY(!everything(checks).contains(settings.secret));
}

void ProviderExamTest::whoAskedMayGo()
{
    QTcpServer server; // takes the connection and says nothing
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto settings = settingsFor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())));
    bool answered = false;
    {
        QObject context;
        examineProvider(
            settings, &context, [&](const Checks &) { answered = true; }, 300ms);
        QTRY_VERIFY(server.hasPendingConnections());
    }
    QVERIFY(!examined(settings, 600ms).isEmpty()); // longer than the first would have taken
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(ProviderExamTest)
#include "providerexamtest.moc"
