// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twilioreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QTest>

using namespace deskbell;
using namespace deskbell::link;

// Recorded pairs: tests/data/link/NAME.in.json is what came over the wire, NAME.out.json what it means. A new odd
// answer of a provider becomes a pair and needs no code here.

namespace {

QString stamp(Instant at)
{
    return at.isSet() ? at.utc().toString(Qt::ISODate) : QString();
}

QJsonObject shown(const CallRecord &call)
{
    static const char *const directions[] = {
        "inbound", "outbound-api", "outbound-dial", "trunk-in", "trunk-out", "unknown"};
    static const char *const states[] = {
        "queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled", "unknown"};
    return {{"sid", call.sid}, {"parent", call.parent}, {"from", call.from.e164}, {"to", call.to.e164},
        {"device", call.fromDevice}, {"direction", directions[int(call.direction)]},
        {"status", states[int(call.status)]}, {"started", stamp(call.startedAt)}, {"ended", stamp(call.endedAt)},
        {"talked", call.talked ? QJsonValue(qint64(call.talked->count())) : QJsonValue()}, {"name", call.callerName},
        {"machine", call.machine}};
}

QJsonObject shown(const TextRecord &text)
{
    static const char *const directions[] = {"inbound", "outbound-api", "outbound-call", "outbound-reply", "unknown"};
    static const char *const states[] = {
        "Planned", "Sending", "Unclear", "Accepted", "Sent", "Delivered", "Read", "Failed", "Cancelled"};
    return {{"sid", text.sid}, {"direction", directions[int(text.direction)]}, {"from", text.from.e164},
        {"to", text.to.e164}, {"body", text.body}, {"hidden", text.bodyHidden},
        {"delivery", states[int(text.delivery)]}, {"settled", text.settled}, {"receiving", text.receiving},
        {"created", stamp(text.createdAt)}, {"sent", stamp(text.sentAt)}, {"code", text.errorCode},
        {"media", text.media}};
}

template<class Row> QJsonObject shown(const Result<Page<Row>> &page)
{
    if (!page)
        return {{"error", page.error().detail}};
    QJsonArray rows, bad;
    for (const Row &row : page->rows)
        rows.append(shown(row));
    for (const BadRow &row : page->bad)
        bad.append(QJsonObject{{"sid", row.sid}, {"why", row.why}});
    return {{"rows", rows}, {"bad", bad}, {"next", page->next}, {"repaired", page->repaired}};
}

QJsonValue shown(const Result<LineType> &type)
{
    static const char *const types[] = {"Unknown", "Mobile", "Landline", "TollFree", "Voip", "Premium"};
    return type ? QJsonObject{{"type", types[int(*type)]}} : QJsonObject{{"error", type.error().detail}};
}

QJsonValue read(const QString &name, const QByteArray &in)
{
    if (name.startsWith("calls_"))
        return shown(readCalls(in));
    if (name.startsWith("texts_"))
        return shown(readTexts(in));
    if (name.startsWith("lookup_"))
        return shown(readLineType(in));
    const auto error = readError(in);
    return error ? QJsonObject{{"code", error->code}, {"words", error->words}} : QJsonValue();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TwilioReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatWasRecorded_data();
    void readsWhatWasRecorded();
    void survivesAnyCutOfAGoodPage();
    void survivesAnyByteTurnedOver();
    void readsOneObjectAndRefusesHalfAnObject();
};

void TwilioReaderTest::readsWhatWasRecorded_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(DESKBELL_TEST_DATA "/link"));
    const QStringList found = folder.entryList({QStringLiteral("*.in.json")});
    QVERIFY(found.size() > 25);
    for (const QString &file : found)
        QTest::newRow(qPrintable(file.section(u'.', 0, 0))) << file.section(u'.', 0, 0);
}

void TwilioReaderTest::readsWhatWasRecorded()
{
    QFETCH(QString, name);
    const QString path = QStringLiteral(DESKBELL_TEST_DATA "/link/") + name;
    const QJsonValue wanted = QJsonDocument::fromJson("[" + contentOf(path + ".out.json") + "]").array().at(0);
    QVERIFY(!wanted.isUndefined());
    const QJsonValue got = read(name, contentOf(path + ".in.json"));
    QCOMPARE(QJsonDocument(QJsonArray{got}).toJson(), QJsonDocument(QJsonArray{wanted}).toJson());
}

void TwilioReaderTest::survivesAnyCutOfAGoodPage()
{
    const QByteArray whole = contentOf(QStringLiteral(DESKBELL_TEST_DATA "/link/calls_put_through.in.json")).trimmed();
    QVERIFY(readCalls(whole));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto page = readCalls(whole.left(length));
        QVERIFY2(!page, qPrintable(QStringLiteral("a page cut at %1 was taken for whole").arg(length)));
        QCOMPARE(page.error().kind, ErrorKind::Malformed);
    }
}

void TwilioReaderTest::survivesAnyByteTurnedOver()
{
    const QByteArray whole = contentOf(QStringLiteral(DESKBELL_TEST_DATA "/link/texts_odd_words.in.json"));
    QVERIFY(!whole.isEmpty());
    int refused = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (const char other : {'\0', '"', '\\', '{', ']', char(0xff)}) {
            QByteArray spoilt = whole;
            spoilt[i] = other;
            refused += readTexts(spoilt) ? 0 : 1; // no crash, no hang; under the sanitizers no stray read
        }
    }
    QVERIFY(refused > 0);
}

void TwilioReaderTest::readsOneObjectAndRefusesHalfAnObject()
{
    const QByteArray one = R"({"sid":"SM9","direction":"outbound-api","status":"queued","from":"+15125550100",
        "to":"+15125550142","body":"Hello","date_created":"Fri, 24 May 2019 17:44:46 +0000","error_code":null})";
    const auto text = readText(one);
    QVERIFY(text);
    QCOMPARE(text->sid, QStringLiteral("SM9"));
    QCOMPARE(text->delivery, Delivery::Accepted);
    QVERIFY(!readText(one.left(one.size() / 2)));
    QVERIFY(!readText("<html>OK</html>"));
    QVERIFY(!readText("[]"));
    QCOMPARE(readText("{}").error().detail, QStringLiteral("field \"sid\" is missing"));
    QVERIFY(!readCall("null"));
}

QTEST_GUILESS_MAIN(TwilioReaderTest)
#include "twilioreadertest.moc"
