// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"
#include "ui/words/journalwords.h"
#include "ui/words/noticewords.h"
#include "ui/words/reasons.h"
#include "ui/words/systemline.h"
#include "ui/words/when.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace deskbell;

namespace {

const QTimeZone chicago("America/Chicago");

Instant wall(int hour, int minute, int second = 0)
{
    return Instant::fromDateTime(QDateTime(QDate(2026, 12, 8), QTime(hour, minute, second), chicago));
}

Profile shop()
{
    Profile made;
    made.zone = chicago;
    Service ceramic;
    ceramic.id = {QStringLiteral("ceramic")};
    ceramic.name = QStringLiteral("Ceramic coating");
    made.services = {ceramic};
    return made;
}

/// The codes of one list in core/engine/codes.h.
QStringList codesListed(const QString &from, const QString &to)
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/core/engine/codes.h"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll()).section(from, 1).section(to, 0, 0);
    text.remove(QRegularExpression(QStringLiteral("\\{[^}]*\\}|\\([^)]*\\):?|//")));
    return text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTimesInTheShopsZone();
    void agesInFewLetters_data();
    void agesInFewLetters();
    void tellsAMissedCall();
    void tellsABookingWithItsService();
    void explainsAPrice();
    void tellsWhatWasUnderstood();
    void keepsUnknownCodesReadable();
    void wordsEverySystemCodeOfTheEngine();
    void wordsEveryJournalCodeOfTheEngine();
    void wordsEveryNoticeOfTheEngine();
    void theDesktopIsToldTheFirstNameOnly();
    void wordsEveryReason();
    void writesSumsAsThePriceListDoes();
};

void WordsTest::tellsTimesInTheShopsZone()
{
    QCOMPARE(ui::clockTime(wall(18, 42), chicago), QStringLiteral("18:42"));
    QCOMPARE(ui::dayTime(wall(9, 0) + 24h, wall(18, 0), chicago), QStringLiteral("tomorrow 09:00"));
    QCOMPARE(ui::dayTime(wall(9, 0) + 72h, wall(18, 0), chicago), QStringLiteral("Fri 11 Dec, 09:00"));
    QCOMPARE(ui::span(wall(9, 0), wall(17, 0), chicago), QStringLiteral("Tue 8 Dec, 09:00 to 17:00"));
    QCOMPARE(ui::length(90min), QStringLiteral("1 h 30 min"));
}

void WordsTest::agesInFewLetters_data()
{
    QTest::addColumn<qint64>("passed");
    QTest::addColumn<QString>("said");
    QTest::newRow("fresh") << qint64(59'999) << QStringLiteral("now");
    QTest::newRow("clock runs ahead") << qint64(-5'000) << QStringLiteral("now");
    QTest::newRow("a minute") << qint64(60'000) << QStringLiteral("1 m");
    QTest::newRow("under the hour") << qint64(3'599'000) << QStringLiteral("59 m");
    QTest::newRow("hours") << qint64(7'200'000) << QStringLiteral("2 h");
    QTest::newRow("days") << qint64(200'000'000) << QStringLiteral("2 d");
}

void WordsTest::agesInFewLetters()
{
    QFETCH(qint64, passed);
    QFETCH(QString, said);
    QCOMPARE(ui::age(Duration(passed)), said);
}

void WordsTest::tellsAMissedCall()
{
    engine::HistoryLine line;
    line.body = QStringLiteral("missed_call");
    line.args = {QStringLiteral("21"), QStringLiteral("0"), QStringLiteral("no_answer")};
    line.at = wall(18, 42);
    QCOMPARE(ui::systemLine(line, shop()).text, QStringLiteral("Missed call 18:42 · rang 21 s, no voicemail"));
    line.args = {QStringLiteral("0"), QStringLiteral("9"), QStringLiteral("busy")};
    QCOMPARE(ui::systemLine(line, shop()).text, QStringLiteral("Missed call 18:42 · line busy, voicemail of 9 s"));
}

void WordsTest::tellsABookingWithItsService()
{
    engine::HistoryLine line;
    line.body = QStringLiteral("booked");
    line.args = {QStringLiteral("ceramic"), QStringLiteral("2026-12-11T15:00:00Z")};
    line.at = wall(18, 46);
    QCOMPARE(ui::systemLine(line, shop()).text, QStringLiteral("Booked Fri 11 Dec, 09:00 · Ceramic coating"));
}

void WordsTest::explainsAPrice()
{
    engine::JournalLine line;
    line.code = QStringLiteral("price");
    line.args = {QStringLiteral("Ceramic coating / SUV or truck"), QStringLiteral("$1,150")};
    const ui::JournalWords said = ui::journalWords(line, shop());
    QCOMPARE(said.what, QStringLiteral("Quoted $1,150"));
    QCOMPARE(said.why, QStringLiteral("From your price list: Ceramic coating / SUV or truck"));
    QVERIFY(!said.minor);
}

void WordsTest::tellsWhatWasUnderstood()
{
    engine::JournalLine line;
    line.code = QStringLiteral("turn");
    line.args = {QStringLiteral("find_time"), QStringLiteral("ask_services,book")};
    QCOMPARE(ui::journalWords(line, shop()).why, QStringLiteral("Understood: ask services, book"));
}

void WordsTest::keepsUnknownCodesReadable()
{
    engine::JournalLine line;
    line.code = QStringLiteral("moon_phase.full");
    line.args = {QStringLiteral("2")};
    QCOMPARE(ui::journalWords(line, shop()).what, QStringLiteral("Moon phase full"));
    QVERIFY(ui::journalWords(line, shop()).minor);
    engine::HistoryLine system;
    system.body = QStringLiteral("moon_rose");
    QCOMPARE(ui::systemLine(system, shop()).text, QStringLiteral("Moon rose"));
    QCOMPARE(ui::escalationKind(QStringLiteral("burst_pipe")), QStringLiteral("burst pipe"));
}

void WordsTest::wordsEverySystemCodeOfTheEngine()
{
    const QStringList codes = codesListed(QStringLiteral("(HistoryLine::body)"), QStringLiteral("Journal ("));
    QVERIFY(codes.size() > 15);
    for (const QString &code : codes) {
        engine::HistoryLine line;
        line.body = code;
        const ui::MarkedWords said = ui::systemLine(line, shop());
        QVERIFY2(said.mark != ui::Mark::None && said.text != ui::sentence(ui::readable(code)), qPrintable(code));
    }
}

void WordsTest::wordsEveryJournalCodeOfTheEngine()
{
    const QStringList codes = codesListed(QStringLiteral("(JournalLine::code)"), QStringLiteral("Notices ("));
    QVERIFY(codes.size() > 30);
    for (const QString &code : codes) {
        engine::JournalLine line;
        line.code = code;
        line.args = {QStringLiteral("one"), QStringLiteral("two")};
        const ui::JournalWords said = ui::journalWords(line, shop());
        const bool guessed = said.minor && said.why == QStringLiteral("one, two"); // the fallback shows arguments raw
        QVERIFY2(!guessed && !said.what.isEmpty(), qPrintable(code));
    }
}

void WordsTest::wordsEveryNoticeOfTheEngine()
{
    const QStringList codes = codesListed(QStringLiteral("(order::Notify::code)"), QStringLiteral("namespace"));
    QVERIFY(codes.size() > 8);
    for (const QString &code : codes) {
        if (code.contains(u'<') || code.contains(u'#'))
            continue;
        runtime::Notice notice;
        notice.name = QStringLiteral("Dana");
        notice.what.code = code;
        const ui::NoticeWords said = ui::noticeWords(notice, shop());
        // Of many callers at once: no name.
        const bool ofMany = code == u"late_calls" || code == u"too_many_texts";
        if (ofMany) {
            QVERIFY2(!said.title.isEmpty() && !said.title.contains(u':'), qPrintable(code));
            continue;
        }
        QVERIFY2(said.title.contains(QStringLiteral("Dana")) && !said.title.contains(u':'), qPrintable(code));
    }
}

void WordsTest::theDesktopIsToldTheFirstNameOnly()
{
    runtime::Notice notice;
    notice.what = {engine::order::Urgency::Critical, QStringLiteral("urgent"), {QStringLiteral("water")}};
    notice.name = QStringLiteral("Dana Whitfield");
    const auto said = ui::noticeText(notice, shop());
    QCOMPARE(said.title, QStringLiteral("Dana needs a person now"));
    QCOMPARE(said.takeLabel, QStringLiteral("Take it now"));
    notice.name = QStringLiteral("(512) 555-0142");
    QCOMPARE(ui::noticeText(notice, shop()).title, QStringLiteral("(512) 555-0142 needs a person now"));
    notice.what.code = QStringLiteral("booked");
    QVERIFY(ui::noticeText(notice, shop()).takeLabel.isEmpty());
}

void WordsTest::wordsEveryReason()
{
    for (int value = 1; value <= int(engine::Reason::Today); ++value) {
        QVERIFY(!ui::word(engine::Reason(value)).isEmpty());
        QVERIFY(!ui::pillWord(engine::Reason(value)).isEmpty());
    }
    QCOMPARE(ui::reasonOfCode(QStringLiteral("late")), QStringLiteral("found too late to text"));
    QCOMPARE(ui::reasonOfCode(QStringLiteral("new_reason")), QStringLiteral("new reason"));
}

void WordsTest::writesSumsAsThePriceListDoes()
{
    QCOMPARE(ui::money(124000, QStringLiteral("USD")), QStringLiteral("$1,240"));
    QCOMPARE(ui::money(4550, QStringLiteral("USD")), QStringLiteral("$45.50"));
    QCOMPARE(ui::money(4500, QStringLiteral("CHF")), QStringLiteral("CHF 45"));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "wordstest.moc"
