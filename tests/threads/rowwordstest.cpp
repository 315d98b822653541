// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/rowwords.h"
#include "tests/threads/builtrows.h"

#include <QTest>

using namespace deskbell;

namespace {

ui::ListScene scene()
{
    ui::ListScene made;
    made.now = builtrows::now();
    made.seat = QStringLiteral("Desk 1");
    made.profile = builtrows::shop();
    return made;
}

ui::RowWords wordsOf(const QString &name)
{
    return ui::rowWords(builtrows::thread(name), scene());
}

} // namespace

class RowWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsTheWaitAndSaysOverdue();
    void saysWhoHasIt();
    void tellsMissedCallNudgeAndBooking();
    void showsTheDraftInsteadOfTheLastText();
    void speaksAnUrgentRowInOneSentence();
    void fallsBackToTheNumber();
};

void RowWordsTest::countsTheWaitAndSaysOverdue()
{
    const ui::RowWords overdue = wordsOf(QStringLiteral("+15125550148"));
    QCOMPARE(overdue.clock, QStringLiteral("2:14"));
    QCOMPARE(overdue.clockWord, QStringLiteral("overdue"));
    QCOMPARE(overdue.third, QStringLiteral("price not in list"));
    const ui::RowWords waiting = wordsOf(QStringLiteral("Priya Nair"));
    QCOMPARE(waiting.clock, QStringLiteral("1:05"));
    QCOMPARE(waiting.clockWord, QStringLiteral("waiting"));
    QCOMPARE(waiting.third, QStringLiteral("asked for a person"));
    QVERIFY(waiting.limitShare > 0.5 && waiting.limitShare < 0.6);
    QCOMPARE(wordsOf(QStringLiteral("Elena Ruiz")).clockWord, QStringLiteral("to reply"));
}

void RowWordsTest::saysWhoHasIt()
{
    QCOMPARE(wordsOf(QStringLiteral("Elena Ruiz")).pill, QStringLiteral("You have it"));
    const ui::RowWords other = wordsOf(QStringLiteral("Kofi Mensah"));
    QCOMPARE(other.pill, QStringLiteral("Sam · Desk 2"));
    QCOMPARE(other.icon, ui::Icon::Desk);
    QVERIFY(!other.running);
}

void RowWordsTest::tellsMissedCallNudgeAndBooking()
{
    const ui::RowWords fresh = wordsOf(QStringLiteral("+15125550172"));
    QCOMPARE(fresh.text, QStringLiteral("Missed call 14:05, rang 21 s"));
    QCOMPARE(fresh.third, QStringLiteral("Text sent, no answer yet"));
    QCOMPARE(wordsOf(QStringLiteral("Luis Ortega")).third, QStringLiteral("Nudge at 17:30"));
    QCOMPARE(wordsOf(QStringLiteral("Mia Ross")).third, QStringLiteral("Booked Sat 14 Jun, 09:00"));
    QCOMPARE(wordsOf(QStringLiteral("Lena Fox")).third, QStringLiteral("Question answered"));
}

void RowWordsTest::showsTheDraftInsteadOfTheLastText()
{
    ui::ListScene drafting = scene();
    drafting.drafts.insert({QStringLiteral("Tom Becker")}, QStringLiteral("Could you\nsend a photo"));
    const ui::RowWords words = ui::rowWords(builtrows::thread(QStringLiteral("Tom Becker")), drafting);
    QCOMPARE(words.text, QStringLiteral("Draft: Could you send a photo"));
    QCOMPARE(words.textToken, ui::Token::Accent);
}

void RowWordsTest::speaksAnUrgentRowInOneSentence()
{
    engine::ThreadRow dana = builtrows::thread(QStringLiteral("Priya Nair"));
    dana.name = QStringLiteral("Dana Whitfield");
    dana.urgent = true;
    dana.reason = engine::Reason::Urgent;
    dana.reasonDetail = QStringLiteral("upset");
    dana.waitsSince = builtrows::now() - 48s;
    dana.unread = 2;
    dana.lastText = QStringLiteral("You scratched my door");
    QCOMPARE(ui::spokenRow(dana, scene()),
        QStringLiteral("Dana Whitfield, Urgent, upset, waiting 48 seconds, 2 new, SMS, You scratched my door"));
}

void RowWordsTest::fallsBackToTheNumber()
{
    QCOMPARE(wordsOf(QStringLiteral("+15125550172")).name, QStringLiteral("(512) 555-0172"));
    engine::ThreadRow withheld;
    QCOMPARE(ui::rowWords(withheld, scene()).name, QStringLiteral("Withheld number"));
}

QTEST_GUILESS_MAIN(RowWordsTest)
#include "rowwordstest.moc"
