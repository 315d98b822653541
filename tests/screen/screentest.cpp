// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screen/screencommand.h"
#include "app/screen/screening.h"
#include "core/lists/complaintreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::app;

namespace {

const char *const samples = DESKBELL_SOURCE_DIR "/../shared/data/";

Profile shop()
{
    Profile made;
    made.zone = QTimeZone("America/Chicago");
    made.phone = {QStringLiteral("+15125550100")};
    made.name = QStringLiteral("Shop");
    return made;
}

QByteArray line(const char *field = nullptr, const QJsonValue &value = {})
{
    QJsonObject object{{QStringLiteral("id"), QStringLiteral("c1")}, {QStringLiteral("from"), QStringLiteral("+13105550142")},
        {QStringLiteral("to"), QStringLiteral("+15125550100")}, {QStringLiteral("at"), QStringLiteral("2026-12-08T16:20:25-06:00")},
        {QStringLiteral("disposition"), QStringLiteral("no_answer")}, {QStringLiteral("ring_s"), 22}, {QStringLiteral("line_type"), QStringLiteral("mobile")}};
    if (field)
        object.insert(QString::fromLatin1(field), value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ScreenedCall screened(const QByteArray &json, const ComplaintIndex &complaints = {})
{
    const auto read = readCallLine(json);
    return read ? screenCall(*read, complaints, shop()) : ScreenedCall{read.error().detail, {}, 0, {}};
}

} // namespace

class ScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheShopWouldDo_data();
    void saysWhatTheShopWouldDo();
    void onlyLateComplaintsCount();
    void namesEveryBadField_data();
    void namesEveryBadField();
    void answersTheSampleListAllRight();
    void aBadLineEndsInOneNotInSilence();
    void usageIsTwo();
};

void ScreenTest::saysWhatTheShopWouldDo_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expect");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &json, const char *expect, const char *reason) {
        QTest::newRow(name) << json << QString::fromLatin1(expect) << QString::fromLatin1(reason);
    };
    row("ordinary", line(), "text", "missed_call");
    row("voicemail", line("voicemail_s", 12), "text", "missed_call");
    row("after hours", line("disposition", QStringLiteral("after_hours")), "text", "missed_call");
    row("busy", line("disposition", QStringLiteral("busy")), "text", "missed_call");
    row("answered", line("disposition", QStringLiteral("answered")), "no_new_text", "answered");
    row("slip of the finger", line("ring_s", 0.4), "ignore", "not_counted");
    row("open thread", line("open_thread", true), "no_new_text", "open_thread");
    row("opted out", line("opted_out", true), "callback_list", "opted_out");
    row("contact", line("in_contacts", true), "text", "missed_call");
    row("landline", line("line_type", QStringLiteral("landline")), "callback_list", "landline");
    row("toll-free by its word", line("line_type", QStringLiteral("tollFree")), "callback_list", "toll_free");
    row("withheld", line("from", QStringLiteral("anonymous")), "callback_list", "withheld");
    row("foreign", line("from", QStringLiteral("+447700900123")), "callback_list", "foreign");
    row("own number", line("from", QStringLiteral("+15125550100")), "ignore", "own_number");
    row("premium", line("from", QStringLiteral("+19005550155")), "ignore", "premium");
    row("no such number", line("from", QStringLiteral("+10005550123")), "ignore", "invalid_number");
    row("calls all day", line("calls_last_24h", 9), "text", "missed_call");
}

void ScreenTest::saysWhatTheShopWouldDo()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expect);
    QFETCH(QString, reason);
    const ScreenedCall answer = screened(json);
    QCOMPARE(answer.expect, expect);
    QCOMPARE(answer.reason, reason);
}

void ScreenTest::onlyLateComplaintsCount()
{
    const auto on = [](const char *day, int count) {
        return ComplaintIndex({ComplaintDay{{QStringLiteral("+13105550142")}, QDate::fromString(QString::fromLatin1(day), Qt::ISODate), count, 0}});
    };
    QCOMPARE(screened(line(), on("2026-12-08", 8)).expect, QStringLiteral("skip_spam"));
    QCOMPARE(screened(line(), on("2026-09-09", 8)).expect, QStringLiteral("skip_spam")); // ninety days
    QCOMPARE(screened(line(), on("2026-09-08", 8)).expect, QStringLiteral("text")); // one more
    QCOMPARE(screened(line(), on("2024-12-08", 50)).expect, QStringLiteral("text"));
    QCOMPARE(screened(line(), on("2026-12-09", 8)).expect, QStringLiteral("text")); // of after the call
    QCOMPARE(screened(line("in_contacts", true), on("2026-12-08", 8)).expect, QStringLiteral("text"));
    const ScreenedCall spam = screened(line("ring_s", 3), on("2026-12-08", 8));
    QCOMPARE(spam.points, (QStringList{QStringLiteral("many_complaints:6"), QStringLiteral("short_ring:2")}));
    QCOMPARE(spam.score, 8);
}

void ScreenTest::namesEveryBadField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &json, const char *says) { QTest::newRow(name) << json << QString::fromLatin1(says); };
    row("no JSON", "{", "is no JSON");
    row("a list", "[1]", "must be one JSON object");
    row("an empty object", "{}", "id must be a text");
    row("an id that is a number", line("id", 5), "id must be a text");
    row("no caller", line("from", QJsonValue::Null), "from must be a text");
    row("a time without a zone", line("at", QStringLiteral("2026-12-08T16:20:25")), "at must be a time such as");
    row("no time", line("at", QStringLiteral("yesterday")), "at must be a time such as");
    row("a ring in words", line("ring_s", QStringLiteral("long")), "ring_s must be a number");
    row("a ring before it began", line("ring_s", -1), "ring_s must be a number");
    row("a message of a year", line("voicemail_s", 3e7), "voicemail_s must be a number");
    row("an end nobody knows", line("disposition", QStringLiteral("vanished")), "there is no \"vanished\"");
    row("a grade nobody gives", line("attestation", QStringLiteral("Z")), "attestation: there is no \"Z\"");
    row("a line of straw", line("line_type", QStringLiteral("straw")), "line_type: there is no \"straw\"");
    row("perhaps a contact", line("in_contacts", QStringLiteral("maybe")), "in_contacts must be true or false");
    row("calls without number", line("calls_last_24h", QStringLiteral("many")), "calls_last_24h must be a number");
}

void ScreenTest::namesEveryBadField()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read = readCallLine(json);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
}

void ScreenTest::answersTheSampleListAllRight()
{
    QFile calls(QString::fromLatin1(samples) + QStringLiteral("spam_calls_sample.jsonl"));
    QFile complaints(QString::fromLatin1(samples) + QStringLiteral("ftc_style_numbers_sample.csv"));
    if (!calls.open(QIODevice::ReadOnly) || !complaints.open(QIODevice::ReadOnly))
        QSKIP("the sample calls are not beside the project");
    const auto list = lists::readComplaints(complaints.readAll());
    QVERIFY(list);
    const ComplaintIndex index(list->days);
    int answered = 0;
    while (!calls.atEnd()) {
        const QByteArray json = calls.readLine();
        const QJsonObject gold = QJsonDocument::fromJson(json).object();
        QStringList right{gold.value(QLatin1String("expect")).toString()};
        for (const QJsonValue &other : gold.value(QLatin1String("accept")).toArray())
            right << other.toString();
        const ScreenedCall answer = screened(json, index);
        QVERIFY2(right.contains(answer.expect), qPrintable(QString::fromUtf8(json) + answer.expect + answer.points.join(u' ')));
        ++answered;
    }
    QCOMPARE(answered, 40);
}

void ScreenTest::aBadLineEndsInOneNotInSilence()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("calls.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF" + line() + "\r\n\r\n" + line("ring_s", 4) + "\n");
    file.close();
    QCOMPARE(runScreen({file.fileName()}), 0);
    QVERIFY(file.open(QIODevice::Append));
    file.write("oops\n");
    file.close();
    QCOMPARE(runScreen({file.fileName()}), 1);
    QCOMPARE(runScreen({folder.filePath(QStringLiteral("none.jsonl"))}), 1);
    QCOMPARE(runScreen({file.fileName(), QStringLiteral("--complaints"), file.fileName()}), 1);
}

void ScreenTest::usageIsTwo()
{
    QCOMPARE(runScreen({}), 2);
    QCOMPARE(runScreen({QStringLiteral("--loud"), QStringLiteral("x")}), 2);
    QCOMPARE(runScreen({QStringLiteral("a"), QStringLiteral("b")}), 2);
    QCOMPARE(runScreen({QStringLiteral("a"), QStringLiteral("--complaints")}), 2);
}

QTEST_GUILESS_MAIN(ScreenTest)
#include "screentest.moc"
