// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/textpace.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::runtime;

/// How fast texts may leave, by the clock in hand.
class TextPaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutLimitsEverythingLeavesAtOnce();
    void soManyASecondFromEachLine();
    void linesDoNotWaitForEachOther();
    void lateTextsLeaveSoManyAMinute();
    void freshTextsDoNotWaitForLateOnes();
    void aClockSetBackStopsNobody();
    void aLimitThatIsLoweredHoldsAtOnce();
};

namespace {
constexpr Instant noon{1'764'000'000'000};
const PhoneNumber line{QStringLiteral("+15125550100")};
const PhoneNumber other{QStringLiteral("+15125550101")};

int leavingAt(TextPace &pace, const PhoneNumber &from, bool late, Instant now, int wanting)
{
    int left = 0;
    while (left < wanting && pace.freeAt(from, late, now) <= now) {
        pace.left(from, late, now);
        ++left;
    }
    return left;
}
} // namespace

void TextPaceTest::withoutLimitsEverythingLeavesAtOnce()
{
    TextPace pace;
    QCOMPARE(leavingAt(pace, line, false, noon, 1000), 1000);
    QCOMPARE(leavingAt(pace, line, true, noon, 1000), 1000);
}

void TextPaceTest::soManyASecondFromEachLine()
{
    TextPace pace;
    pace.setLimits(3, 0);
    QCOMPARE(leavingAt(pace, line, false, noon, 10), 3);
    QCOMPARE(pace.freeAt(line, false, noon), noon + 1s);
    QCOMPARE(leavingAt(pace, line, false, noon + 999ms, 10), 0);
    QCOMPARE(leavingAt(pace, line, false, noon + 1s, 10), 3);
}

void TextPaceTest::linesDoNotWaitForEachOther()
{
    TextPace pace;
    pace.setLimits(1, 0);
    QCOMPARE(leavingAt(pace, line, false, noon, 10), 1);
    QCOMPARE(leavingAt(pace, other, false, noon, 10), 1);
}

void TextPaceTest::lateTextsLeaveSoManyAMinute()
{
    TextPace pace;
    pace.setLimits(0, 5);
    int left = 0;
    for (int second = 0; second < 60; ++second)
        left += leavingAt(pace, second % 2 ? line : other, true, noon + second * 1s, 10);
    QCOMPARE(left, 5); // all lines together
    QCOMPARE(leavingAt(pace, line, true, noon + 60s, 10), 5);
}

void TextPaceTest::freshTextsDoNotWaitForLateOnes()
{
    TextPace pace;
    pace.setLimits(0, 1);
    QCOMPARE(leavingAt(pace, line, true, noon, 10), 1);
    QCOMPARE(leavingAt(pace, line, false, noon, 50), 50);
}

void TextPaceTest::aClockSetBackStopsNobody()
{
    TextPace pace;
    pace.setLimits(1, 1);
    pace.left(line, true, noon);
    QCOMPARE(pace.freeAt(line, true, noon - 24h), noon - 24h);
}

void TextPaceTest::aLimitThatIsLoweredHoldsAtOnce()
{
    TextPace pace;
    pace.setLimits(5, 0);
    QCOMPARE(leavingAt(pace, line, false, noon, 10), 5);
    pace.setLimits(2, 0);
    QVERIFY(pace.freeAt(line, false, noon) > noon);
}

QTEST_GUILESS_MAIN(TextPaceTest)
#include "textpacetest.moc"
