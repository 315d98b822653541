// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lists/complaintreader.h"
#include "core/lists/contactreader.h"
#include "core/lists/csvrows.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace deskbell;
using namespace deskbell::lists;

namespace {

const QByteArray head = "Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall\n";

QList<QByteArrayList> rowsOf(const QByteArray &csv)
{
    QList<QByteArrayList> all;
    CsvRows rows(csv);
    while (rows.next()) {
        QByteArrayList row;
        for (size_t i = 0; i < rows.size(); ++i)
            row << rows.field(i).toByteArray();
        all << row;
    }
    return all;
}

/// "number day complaints robocalls" of each day.
QStringList described(const ComplaintList &list)
{
    QStringList days;
    for (const ComplaintDay &day : list.days)
        days << QStringLiteral("%1 %2 %3 %4").arg(day.number.e164, day.day.toString(Qt::ISODate)).arg(day.complaints).arg(day.robocalls);
    return days;
}

} // namespace

class ListReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsRowsAsSpreadsheetsWriteThem_data();
    void splitsRowsAsSpreadsheetsWriteThem();
    void tellsWhereARowBegan();
    void readsComplaintsByNumberAndDay();
    void findsColumnsInAnyOrderAndSpelling();
    void goodRowsStandBesideBadOnes();
    void refusesWhatIsNoComplaintList_data();
    void refusesWhatIsNoComplaintList();
    void readsTheAgencysLayout();
    void readsAHundredThousandLinesAtOnce();
    void everyBrokenBeginningIsSurvived();
    void readsTheShopsBook();
    void theLastRowOfANumberCounts();
    void badContactRowsAreToldWithTheirLine_data();
    void badContactRowsAreToldWithTheirLine();
    void refusesWhatIsNoContactList_data();
    void refusesWhatIsNoContactList();
};

void ListReaderTest::splitsRowsAsSpreadsheetsWriteThem_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QList<QByteArrayList>>("rows");
    const auto row = [](const char *name, const QByteArray &csv, const QList<QByteArrayList> &rows) { QTest::newRow(name) << csv << rows; };
    row("nothing", "", {});
    row("blank lines only", "\n\r\n  \n", {});
    row("one row without a line end", "a,b", {{"a", "b"}});
    row("unix", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}});
    row("windows", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
    row("old mac", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}});
    row("byte order mark", "\xEF\xBB\xBF" "a,b\n", {{"a", "b"}});
    row("byte order mark before a quote", "\xEF\xBB\xBF" "\"a\",b\n", {{"a", "b"}});
    row("empty fields", ",a,,\n", {{"", "a", "", ""}});
    row("comma in quotes", "\"a,b\",c\n", {{"a,b", "c"}});
    row("doubled quotes", "\"say \"\"hi\"\"\",c\n", {{"say \"hi\"", "c"}});
    row("line break in quotes", "\"a\nb\",c\nd,e\n", {{"a\nb", "c"}, {"d", "e"}});
    row("blanks around", " a , \"b\" \n", {{"a", "b"}});
    row("a quote never closed", "a,\"b\nc,d\n", {{"a", "b\nc,d"}});
    row("a quote at the very end", "a,\"", {{"a", ""}});
    row("text after a quote", "\"a\"b,c\n", {{"ab", "c"}});
}

void ListReaderTest::splitsRowsAsSpreadsheetsWriteThem()
{
    QFETCH(QByteArray, csv);
    QFETCH(QList<QByteArrayList>, rows);
    QCOMPARE(rowsOf(csv), rows);
}

void ListReaderTest::tellsWhereARowBegan()
{
    CsvRows rows("a\r\n\r\n\"b\nb\"\r\nc\n\"d");
    QList<int> lines;
    QList<bool> torn;
    while (rows.next()) {
        lines << rows.line();
        torn << rows.isTorn();
    }
    QCOMPARE(lines, (QList<int>{1, 3, 5, 6}));
    QCOMPARE(torn, (QList<bool>{false, false, false, true}));
}

void ListReaderTest::readsComplaintsByNumberAndDay()
{
    const auto list = readComplaints(head
        + "3105550163,2026-12-05 09:00:00,2026-12-04 00:00:00,,,,Other,Y\n"
          "3105550163,2026-12-05 10:00:00,,,,,\"Warranties, and so on\",N\n"
          "3105550163,2026-12-04,,,,,Other,y\n"
          ",2026-12-04 09:00:00,,,,,Other,Y\n"
          "+1 (213) 555-0185,2026-12-04T09:00:00,,,,,Other,\n");
    QVERIFY(list);
    QCOMPARE(described(*list), (QStringList{QStringLiteral("+12135550185 2026-12-04 1 0"), QStringLiteral("+13105550163 2026-12-04 1 1"), QStringLiteral("+13105550163 2026-12-05 2 1")}));
    QCOMPARE(list->complaints, 4);
    QCOMPARE(list->withoutNumber, 1);
    QCOMPARE(list->faults.bad, 0);
}

void ListReaderTest::findsColumnsInAnyOrderAndSpelling()
{
    const auto list = readComplaints("created date;x,CREATED_DATE,extra,company-phone-number\r\nq,2026-12-05,,3105550163\r\n");
    QVERIFY(list);
    QCOMPARE(described(*list), QStringList{QStringLiteral("+13105550163 2026-12-05 1 0")});
}

void ListReaderTest::goodRowsStandBesideBadOnes()
{
    const auto list = readComplaints(head
        + "not a number,2026-12-05,,,,,Other,Y\n"
          "3105550163,2026-13-05,,,,,Other,Y\n"
          "3105550163\n"
          "3105550163,05/12/2026,,,,,Other,Y\n"
          "3105550163,2026-12-05,,,,,Other,Y\n"
          "\"3105550163,2026-12-05");
    QVERIFY(list);
    QCOMPARE(list->complaints, 1);
    QCOMPARE(list->faults.bad, 5);
    QVERIFY(list->faults.told[0].startsWith(QStringLiteral("line 2: ")));
    QVERIFY(list->faults.told[1].startsWith(QStringLiteral("line 3: Created_Date")));
    QVERIFY(list->faults.told[4].startsWith(QStringLiteral("line 7: a quote")));
    QVERIFY(!list->faults.told.join(u' ').contains(QStringLiteral("3105550163")));
}

void ListReaderTest::refusesWhatIsNoComplaintList_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("a mark and nothing") << QByteArray("\xEF\xBB\xBF\r\n") << QStringLiteral("empty");
    QTest::newRow("no head") << QByteArray("3105550163,2026-12-05\n") << QStringLiteral("no Company_Phone_Number");
    QTest::newRow("no day") << QByteArray("Company_Phone_Number,Subject\n") << QStringLiteral("no Created_Date");
    QTest::newRow("a web page") << QByteArray("\n<!DOCTYPE html>\n<html>") << QStringLiteral("line 2: ");
}

void ListReaderTest::refusesWhatIsNoComplaintList()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, says);
    const auto list = readComplaints(csv);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::Malformed);
    QVERIFY2(list.error().detail.contains(says), qPrintable(list.error().detail));
}

void ListReaderTest::readsTheAgencysLayout()
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/ftc_style_numbers_sample.csv"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the sample list of complaints is not beside the project");
    const auto list = readComplaints(file.readAll());
    QVERIFY(list);
    QCOMPARE(list->complaints + list->withoutNumber, 157);
    QCOMPARE(list->faults.bad, 0);
}

void ListReaderTest::readsAHundredThousandLinesAtOnce()
{
    QByteArray csv = head;
    for (int i = 0; i < 100'000; ++i)
        csv += QByteArray::number(3'000'000'000LL + i % 40'000) + ",2026-12-05 09:00:00,2026-12-05 00:00:00,Austin,Texas,512,\"Medical & prescriptions\",Y\n";
    QElapsedTimer timer;
    timer.start();
    const auto list = readComplaints(csv);
    QVERIFY(list);
    QCOMPARE(list->complaints, 100'000);
    QCOMPARE(list->days.size(), size_t(40'000));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // a twentieth of it, undisturbed
    qInfo("100,000 complaints in %lld ms", static_cast<long long>(timer.elapsed()));
}

void ListReaderTest::everyBrokenBeginningIsSurvived()
{
    const QByteArray whole = head + "\"3105550163\",2026-12-05 09:00:00,,\"a \"\"b\"\"\",,,Other,Y\r\n";
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        QByteArray part = whole.first(length);
        (void)readComplaints(part);
        (void)readContacts(part);
        for (const char odd : {'\0', '"', '\r', char(0xff)}) {
            QByteArray spoilt = part;
            spoilt.append(odd);
            (void)readComplaints(spoilt);
            (void)readContacts(spoilt);
        }
    }
    QVERIFY(readComplaints(whole));
}

void ListReaderTest::readsTheShopsBook()
{
    const auto list = readContacts("Name,Phone,Tag,Since\r\n\"Reyes, Dana\",(512) 555-0142,customer,2019\r\nJess,+15125550111,STAFF,\r\nWaxWorks,5125550122,supplier\r\nSpammer,5125550133,blocked,\r\nNo Tag,5125550144,,\r\nGone,5125550155,none,\r\n");
    QVERIFY(list);
    QCOMPARE(list->faults.bad, 0);
    QCOMPARE(list->contacts.size(), size_t(6));
    QCOMPARE(list->contacts[0], (Contact{{QStringLiteral("+15125550142")}, ContactTag::Customer, QStringLiteral("Reyes, Dana"), QStringLiteral("import"), {}}));
    QCOMPARE(list->contacts[1].tag, ContactTag::Staff);
    QCOMPARE(list->contacts[2].tag, ContactTag::Supplier);
    QCOMPARE(list->contacts[3].tag, ContactTag::Blocked);
    QCOMPARE(list->contacts[4].tag, ContactTag::Customer);
    QCOMPARE(list->contacts[5].tag, ContactTag::None);
}

void ListReaderTest::theLastRowOfANumberCounts()
{
    const auto list = readContacts("number,tag\n5125550142,customer\n+1 512 555 0142,blocked\n");
    QVERIFY(list);
    QCOMPARE(list->contacts.size(), size_t(1));
    QCOMPARE(list->contacts[0].tag, ContactTag::Blocked);
}

void ListReaderTest::badContactRowsAreToldWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("says");
    QTest::newRow("no number") << QByteArray(",Dana,customer\n") << QStringLiteral("line 2: ");
    QTest::newRow("too short") << QByteArray("555,Dana,customer\n") << QStringLiteral("no phone number");
    QTest::newRow("words") << QByteArray("call me,Dana,customer\n") << QStringLiteral("no phone number");
    QTest::newRow("withheld") << QByteArray("anonymous,Dana,customer\n") << QStringLiteral("no phone number");
    QTest::newRow("unknown tag") << QByteArray("5125550142,Dana,friend\n") << QStringLiteral("found \"friend\"");
    QTest::newRow("open quote") << QByteArray("5125550142,\"Dana,customer\n") << QStringLiteral("never closed");
}

void ListReaderTest::badContactRowsAreToldWithTheirLine()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, says);
    const auto list = readContacts("number,name,tag\n" + row);
    QVERIFY(list);
    QVERIFY(list->contacts.empty());
    QCOMPARE(list->faults.bad, 1);
    QVERIFY2(list->faults.told[0].contains(says), qPrintable(list->faults.told[0]));
}

void ListReaderTest::refusesWhatIsNoContactList_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no head") << QByteArray("5125550142,Dana\n");
    QTest::newRow("no number column") << QByteArray("name,tag\nDana,customer\n");
}

void ListReaderTest::refusesWhatIsNoContactList()
{
    QFETCH(QByteArray, csv);
    const auto list = readContacts(csv);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::Malformed);
}

QTEST_GUILESS_MAIN(ListReaderTest)
#include "listreadertest.moc"
