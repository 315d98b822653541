// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phone/demophone.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chatview.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell::ui;

class DemoPhoneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init();
    void ringsAsTheChosenKindOfCaller();
    void textsByKeyAndByButton();
    void whatWasTypedIsShownOnceWhenItComesBack();
    void aLandlineCannotText();
    void showsTheShopsTextsOnTheLeft();
    void silenceIsAskedFor();
    void looksLikeAPhone_data();
    void looksLikeAPhone();

private:
    [[nodiscard]] Button &button(const QString &name) const;
    [[nodiscard]] const ChatColumn &screen() const { return m_phone->findChild<ChatView *>()->column(); }
    [[nodiscard]] QLineEdit &box() const { return *m_phone->findChild<QLineEdit *>(); }

    Theme m_theme;
    std::unique_ptr<DemoPhone> m_phone;
};

void DemoPhoneTest::init()
{
    m_phone = std::make_unique<DemoPhone>();
    m_phone->setShop(QStringLiteral("Brightside Detailing"), QStringLiteral("+1 555 0100"));
    m_phone->resize(360, 720);
    m_phone->show();
}

Button &DemoPhoneTest::button(const QString &name) const
{
    for (auto *each : m_phone->findChildren<Button *>())
        if (each->accessibleName() == name)
            return *each;
    qFatal("no button %s", qPrintable(name));
}

void DemoPhoneTest::ringsAsTheChosenKindOfCaller()
{
    QList<DemoPhone::Caller> kinds;
    connect(m_phone.get(), &DemoPhone::rang, this, [&](DemoPhone::Caller kind) { kinds << kind; });
    button(QStringLiteral("Ring and hang up")).click();
    m_phone->setCaller(DemoPhone::Caller::Withheld);
    button(QStringLiteral("Ring and hang up")).click();
    QCOMPARE(kinds, (QList{DemoPhone::Caller::Mobile, DemoPhone::Caller::Withheld}));
    QCOMPARE(screen().count(), 2); // both are told on the screen
}

void DemoPhoneTest::textsByKeyAndByButton()
{
    QSignalSpy texted(m_phone.get(), &DemoPhone::texted);
    QTest::keyClicks(&box(), QStringLiteral("  How much is a ceramic coating? "));
    QTest::keyClick(&box(), Qt::Key_Return);
    QTest::keyClick(&box(), Qt::Key_Return); // nothing in it: nothing said
    button(QStringLiteral("Reply STOP")).click();
    button(QStringLiteral("Say I am upset")).click();
    QCOMPARE(texted.count(), 3);
    QCOMPARE(texted[0][0].toString(), QStringLiteral("How much is a ceramic coating?"));
    QCOMPARE(texted[1][0].toString(), QStringLiteral("STOP"));
    QVERIFY(box().text().isEmpty());
    QCOMPARE(screen().count(), 3);
}

void DemoPhoneTest::whatWasTypedIsShownOnceWhenItComesBack()
{
    button(QStringLiteral("Reply STOP")).click();
    button(QStringLiteral("Reply STOP")).click();
    m_phone->showText(QStringLiteral("STOP"), QStringLiteral("14:01"), false);
    QCOMPARE(screen().count(), 2);
    QCOMPARE(screen().item(0).time, QStringLiteral("14:01"));
    m_phone->showText(QStringLiteral("STOP"), QStringLiteral("14:02"), false);
    QCOMPARE(screen().item(1).time, QStringLiteral("14:02"));
    m_phone->showText(QStringLiteral("STOP"), QStringLiteral("14:03"), false); // from somewhere else
    QCOMPARE(screen().count(), 3);
}

void DemoPhoneTest::aLandlineCannotText()
{
    m_phone->setCaller(DemoPhone::Caller::Landline);
    QVERIFY(!box().isEnabled());
    QVERIFY(!button(QStringLiteral("Reply STOP")).isEnabled());
    QVERIFY(button(QStringLiteral("Ring and hang up")).isEnabled());
    QCOMPARE(box().placeholderText(), QStringLiteral("A landline gets no texts"));
    m_phone->setCaller(DemoPhone::Caller::Mobile);
    QVERIFY(box().isEnabled());
}

void DemoPhoneTest::showsTheShopsTextsOnTheLeft()
{
    m_phone->showText(QStringLiteral("Sorry we missed your call."), QStringLiteral("13:58"), true);
    QCOMPARE(screen().item(0).kind, ChatItem::Kind::Caller);
    QCOMPARE(screen().item(0).heading, QStringLiteral("Brightside Detailing"));
    m_phone->clear();
    QCOMPARE(screen().count(), 0);
}

void DemoPhoneTest::silenceIsAskedFor()
{
    QSignalSpy silent(m_phone.get(), &DemoPhone::silenceRequested);
    button(QStringLiteral("Stay silent")).click();
    QCOMPARE(silent.count(), 1);
}

void DemoPhoneTest::looksLikeAPhone_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("percent");
    QTest::newRow("phone-light") << int(Look::Choice::Light) << 100;
    QTest::newRow("phone-dark") << int(Look::Choice::Dark) << 100;
    QTest::newRow("phone-large") << int(Look::Choice::Light) << 130;
}

void DemoPhoneTest::looksLikeAPhone()
{
    QFETCH(int, choice);
    QFETCH(int, percent);
    m_theme.setLook({.choice = Look::Choice(choice), .textPercent = percent});
    m_phone = std::make_unique<DemoPhone>();
    m_phone->setShop(QStringLiteral("Brightside Detailing"), QStringLiteral("+1 555 0100"));
    m_phone->resize(m_phone->minimumSizeHint().expandedTo({340, 720}));
    m_phone->show();
    button(QStringLiteral("Ring and hang up")).click();
    m_phone->showText(QStringLiteral("Sorry we missed your call. This is the assistant of Brightside Detailing. How can "
                                     "we help?"), QStringLiteral("13:58"), true);
    button(QStringLiteral("Say I am upset")).click();
    QCoreApplication::processEvents();
    QDir().mkpath(QStringLiteral("pictures"));
    QVERIFY(m_phone->grab().save(QStringLiteral("pictures/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    for (auto *each : m_phone->findChildren<Button *>())
        if (each->isVisible())
            QVERIFY2(m_phone->rect().contains(QRect(each->mapTo(m_phone.get(), QPoint()), each->size())),
                     qPrintable(each->accessibleName()));
}

QTEST_MAIN(DemoPhoneTest)
#include "demophonetest.moc"
