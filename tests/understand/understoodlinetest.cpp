// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/understand/understandcommand.h"
#include "app/understand/understoodline.h"
#include "core/profile/demoprofile.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTextStream>

using namespace deskbell;

namespace {

Profile noShop()
{
    Profile profile;
    profile.zone = QTimeZone::utc();
    return profile;
}

Instant anyTime()
{
    return toInstant(QDate(2026, 12, 7), QTime(10, 15), QTimeZone::utc());
}

QJsonObject answer(const char *line, const Profile &profile = noShop())
{
    const auto written = app::understoodLine(line, profile, anyTime());
    return written ? QJsonDocument::fromJson(*written).object() : QJsonObject{{QStringLiteral("error"), written.error().detail}};
}

} // namespace

class UnderstoodLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatATextMeans();
    void readsTheHourOfTheZone();
    void namesServicesOfTheProfile();
    void refusesBadLinesInPlainWords_data();
    void refusesBadLinesInPlainWords();
    void goesOnAfterABadLineAndTellsItsNumber();
};

void UnderstoodLineTest::tellsWhatATextMeans()
{
    const QJsonObject told = answer(R"({"id":"a1","text":"can i come thurs at 10? jo@mail.example","now":"2026-12-07T10:15"})");
    QCOMPARE(told[QStringLiteral("id")].toString(), QStringLiteral("a1"));
    QVERIFY(told[QStringLiteral("intents")].toArray().contains(QStringLiteral("book")));
    QCOMPARE(told[QStringLiteral("value")].toArray(), QJsonArray{QStringLiteral("2026-12-10T10:00")});
    QCOMPARE(told[QStringLiteral("opt_out")].toBool(true), false);
    QCOMPARE(told[QStringLiteral("urgent")].toBool(true), false);
    QCOMPARE(told[QStringLiteral("spam")].toBool(true), false);
    QCOMPARE(told[QStringLiteral("email")].toString(), QStringLiteral("jo@mail.example"));
    QVERIFY(!told.contains(QStringLiteral("bound")));

    const QJsonObject gas = answer(R"({"text":"i smell gas"})");
    QCOMPARE(gas[QStringLiteral("kind")].toString(), QStringLiteral("gas"));
    QCOMPARE(gas[QStringLiteral("level")].toString(), QStringLiteral("life"));
    QCOMPARE(answer(R"({"text":"fri after 3"})")[QStringLiteral("bound")].toString(), QStringLiteral("after"));
    QCOMPARE(answer(R"({"text":"STOP"})")[QStringLiteral("opt_out")].toBool(), true);
}

void UnderstoodLineTest::readsTheHourOfTheZone()
{
    // Half past four on Monday by UTC is still Sunday evening in Denver.
    const QJsonObject told = answer(R"({"text":"tomorrow","now":"2026-12-07T04:30:00Z","zone":"America/Denver"})");
    QCOMPARE(told[QStringLiteral("value")].toArray(), QJsonArray{QStringLiteral("2026-12-07")});
}

void UnderstoodLineTest::namesServicesOfTheProfile()
{
    const QJsonObject told = answer(R"({"text":"how much is a full detail"})", profile::demoProfile());
    QVERIFY(!told[QStringLiteral("services")].toArray().isEmpty());
}

void UnderstoodLineTest::refusesBadLinesInPlainWords_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{\"text\":") << QStringLiteral("is no JSON");
    QTest::newRow("a list") << QByteArray("[1]") << QStringLiteral("has no \"text\"");
    QTest::newRow("no text") << QByteArray("{\"id\":1}") << QStringLiteral("has no \"text\"");
    QTest::newRow("text is a number") << QByteArray("{\"text\":7}") << QStringLiteral("has no \"text\"");
    QTest::newRow("no zone") << QByteArray("{\"text\":\"hi\",\"zone\":\"Mars/Base\"}") << QStringLiteral("time zone");
    QTest::newRow("no time") << QByteArray("{\"text\":\"hi\",\"now\":\"noonish\"}") << QStringLiteral("\"now\" is no time");
    QTest::newRow("raw bytes") << QByteArray("\xff\xfe\x00\x01", 4) << QStringLiteral("is no JSON");
}

void UnderstoodLineTest::refusesBadLinesInPlainWords()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    const auto told = app::understoodLine(line, noShop(), anyTime());
    QVERIFY(!told);
    QVERIFY2(told.error().detail.contains(says), qPrintable(told.error().detail));
}

void UnderstoodLineTest::goesOnAfterABadLineAndTellsItsNumber()
{
    QBuffer in;
    in.setData("{\"id\":1,\"text\":\"hi\"}\n\nnonsense\n{\"id\":2,\"text\":\"thx\"}");
    QVERIFY(in.open(QIODevice::ReadOnly));
    QString out;
    QString err;
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    QCOMPARE(app::understandLines(in, noShop(), outStream, errStream), 1);
    QCOMPARE(out.count(u'\n'), 2);
    QVERIFY(out.contains(QStringLiteral("\"thanks\"")));
    QVERIFY2(err.contains(QStringLiteral("line 3 is no JSON")), qPrintable(err));
}

QTEST_GUILESS_MAIN(UnderstoodLineTest)
#include "understoodlinetest.moc"
