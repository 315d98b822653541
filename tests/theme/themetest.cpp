// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell::ui;

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aThemeIsThereWithoutBeingMade();
    void followsTheDesktopUnlessOverridden();
    void paintsTheWholeProgramAnew();
    void pullsOddTextSizesToTheNearestStep();
    void textNeverGetsSmallerThanTwelve();
    void keptFontsAndColorsFollow();
    void motionStopsWhenReduced();
    void everyIconHasInkInItsColor_data();
    void everyIconHasInkInItsColor();
    void iconsAreKeptAndDroppedWithTheColors();
    void tickingTimesKeepTheirWidth();
    void clocksReadAsTimes_data();
    void clocksReadAsTimes();
};

void ThemeTest::aThemeIsThereWithoutBeingMade()
{
    QCOMPARE(&theme(), &theme());
    QCOMPARE(theme().parent(), qApp);
    {
        Theme own;
        QCOMPARE(&theme(), &own);
    }
    QVERIFY(theme().parent() == qApp); // a new one after ours has gone
}

void ThemeTest::followsTheDesktopUnlessOverridden()
{
    Theme own;
    QSignalSpy changed(&own, &Theme::changed);
    own.setDesktopScheme(Scheme::Dark);
    QCOMPARE(own.scheme(), Scheme::Dark);
    QCOMPARE(color(Token::Surface), QColor(0x1B1E26));
    own.setLook({.choice = Look::Choice::Light});
    QCOMPARE(own.scheme(), Scheme::Light);
    QCOMPARE(changed.count(), 2);
    own.setDesktopScheme(Scheme::Light);
    own.setLook({.choice = Look::Choice::Light});
    QCOMPARE(changed.count(), 2); // nothing new to see, nothing repainted
}

void ThemeTest::paintsTheWholeProgramAnew()
{
    Theme own;
    own.applyTo(*qApp);
    QLabel label;
    own.setLook({.choice = Look::Choice::Dark, .textPercent = 130});
    QTRY_COMPARE(label.palette().color(QPalette::Window), QColor(0x1B1E26));
    QCOMPARE(label.font().pixelSize(), 18);
    QCOMPARE(px(36), 47);
}

void ThemeTest::pullsOddTextSizesToTheNearestStep()
{
    Theme own;
    for (auto [asked, got] : {std::pair(0, 100), {100, 100}, {110, 115}, {125, 130}, {400, 130}}) {
        own.setLook({.textPercent = asked});
        QCOMPARE(own.look().textPercent, got);
    }
}

void ThemeTest::textNeverGetsSmallerThanTwelve()
{
    for (int i = 0; i < typeCount; ++i) {
        QVERIFY(fontFor(Type(i)).pixelSize() >= 12);
        QVERIFY(fontFor(Type(i), 130).pixelSize() > fontFor(Type(i), 115).pixelSize());
        QCOMPARE(fontFor(Type(i)).families().indexOf(QStringLiteral("Noto Color Emoji")),
                 fontFor(Type(i)).families().indexOf(QStringLiteral("Inter")) + 1);
    }
    QCOMPARE(fontFor(Type::ScreenTitle).families().first(), QStringLiteral("Inter Display"));
    QCOMPARE(fontFor(Type::Title).families().first(), QStringLiteral("Inter"));
}

void ThemeTest::keptFontsAndColorsFollow()
{
    Theme own;
    QLabel label;
    keepFont(&label, Type::Meta);
    keepColor(&label, Token::Text2);
    own.setLook({.choice = Look::Choice::Dark, .textPercent = 115});
    QCOMPARE(label.font().pixelSize(), 15);
    QCOMPARE(label.palette().color(QPalette::WindowText), QColor(0xB4BCC9));
}

void ThemeTest::motionStopsWhenReduced()
{
    Theme own;
    QCOMPARE(own.motion(120), 120);
    own.setDesktopReducesMotion(true);
    QCOMPARE(own.motion(120), 0);
    own.setDesktopReducesMotion(false);
    own.setLook({.reduceMotion = true});
    QCOMPARE(own.motion(120), 0);
}

void ThemeTest::everyIconHasInkInItsColor_data()
{
    QTest::addColumn<int>("icon");
    for (int i = 1; i < iconCount; ++i)
        QTest::newRow(qPrintable(iconFile(Icon(i)))) << i;
}

void ThemeTest::everyIconHasInkInItsColor()
{
    QFETCH(int, icon);
    Theme own;
    QVERIFY(QFile::exists(iconFile(Icon(icon))));
    const QImage image = own.icons().pixmap(Icon(icon), QColor(200, 40, 90), 24, 2).toImage();
    QCOMPARE(image.size(), QSize(48, 48));
    int inked = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor dot = image.pixelColor(x, y); dot.alpha() == 255) {
                QCOMPARE(dot.rgb(), qRgb(200, 40, 90));
                ++inked;
            }
    QVERIFY2(inked > 25, "nearly empty drawing");
    for (int i = 0; i < 48; ++i) // nothing is cut off at the edge
        for (QPoint at : {QPoint(i, 0), QPoint(i, 47), QPoint(0, i), QPoint(47, i)})
            QVERIFY2(image.pixelColor(at).alpha() < 40, "drawing touches its edge");
}

void ThemeTest::iconsAreKeptAndDroppedWithTheColors()
{
    Theme own;
    const auto first = own.icons().pixmap(Icon::Phone, Qt::red, 20).cacheKey();
    QCOMPARE(own.icons().pixmap(Icon::Phone, Qt::red, 20).cacheKey(), first);
    QVERIFY(own.icons().pixmap(Icon::Phone, Qt::red, 20, 1.25).cacheKey() != first);
    QVERIFY(own.icons().pixmap(Icon::None, Qt::red, 20).isNull());
    QCOMPARE(own.icons().kept(), 2);
    own.setLook({.choice = Look::Choice::Dark});
    QCOMPARE(own.icons().kept(), 0);
}

void ThemeTest::tickingTimesKeepTheirWidth()
{
    Theme own;
    const QFont &numerals = own.textFont(Type::BigNumeral);
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) // else there is nothing to guard against
        QVERIFY(QFontMetricsF(numerals).horizontalAdvance(u'1') < QFontMetricsF(numerals).horizontalAdvance(u'0'));
    QCOMPARE(tickingWidth(QStringLiteral("1:11"), numerals), tickingWidth(QStringLiteral("0:00"), numerals));
    QVERIFY(tickingWidth(QStringLiteral("10:00"), numerals) > tickingWidth(QStringLiteral("0:00"), numerals));
}

void ThemeTest::clocksReadAsTimes_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("below zero") << qint64(-5) << "0:00";
    QTest::newRow("seconds") << qint64(48) << "0:48";
    QTest::newRow("minutes") << qint64(725) << "12:05";
    QTest::newRow("hours") << qint64(3725) << "1:02:05";
}

void ThemeTest::clocksReadAsTimes()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    QCOMPARE(clockWords(seconds), words);
}

QTEST_MAIN(ThemeTest)
#include "themetest.moc"
