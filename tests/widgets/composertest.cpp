// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/scannerburst.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell::ui;

class ComposerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init();
    void tellsTheFirstKeyBeforeTheLetterLands();
    void tellsAFirstKeyAgainOnlyWhenItIsOne();
    void pasteAndSavedRepliesAreFirstKeysToo();
    void arrowsAndShortcutsClaimNothing();
    void sendsOnEnterAndBreaksTheLineOnShiftEnter();
    void sendsNothingEmptyOrBlocked();
    void aSlashAtTheLineStartAsksForSavedReplies();
    void aScannerIsTakenOutAgainAndNeverSends();
    void aPersonTypingFastIsNoScanner_data();
    void aPersonTypingFastIsNoScanner();
    void growsWithItsTextUpToSixLines();
    void aNoteIsNoTextAndClaimsNothing();
    void aClosedBoxSaysWhy();

private:
    ComposerEdit &edit() { return *m_composer->findChild<ComposerEdit *>(); }
    void type(const QString &text) { QTest::keyClicks(&edit(), text); }
    void press(int key, quint64 at, const QString &text = {});

    Theme m_theme;
    std::unique_ptr<Composer> m_composer;
};

void ComposerTest::init()
{
    m_composer = std::make_unique<Composer>();
    m_composer->setTo(QStringLiteral("Tom Becker"), QStringLiteral("SMS"));
    m_composer->resize(630, m_composer->height());
    m_composer->show();
}

void ComposerTest::press(int key, quint64 at, const QString &text)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
    event.setTimestamp(at);
    QApplication::sendEvent(&edit(), &event);
}

void ComposerTest::tellsTheFirstKeyBeforeTheLetterLands()
{
    QString seenThen = QStringLiteral("not told");
    connect(m_composer.get(), &Composer::firstKeyTyped, this, [&] { seenThen = m_composer->text(); });
    type(QStringLiteral("H"));
    QCOMPARE(seenThen, QString());
    QCOMPARE(m_composer->text(), QStringLiteral("H"));
}

void ComposerTest::tellsAFirstKeyAgainOnlyWhenItIsOne()
{
    QSignalSpy told(m_composer.get(), &Composer::firstKeyTyped);
    type(QStringLiteral("Hi Tom"));
    QCOMPARE(told.count(), 1);
    m_composer->clear();
    type(QStringLiteral("Hi"));
    QCOMPARE(told.count(), 2);
    m_composer->expectFirstKey(); // the thread went back to the AI while a draft stood here
    type(QStringLiteral(" again"));
    QCOMPARE(told.count(), 3);
    m_composer->setDraft(QStringLiteral("kept words"));
    QCOMPARE(told.count(), 3);
    QTest::keyClick(&edit(), Qt::Key_End);
    type(QStringLiteral("!"));
    QCOMPARE(told.count(), 4);
}

void ComposerTest::pasteAndSavedRepliesAreFirstKeysToo()
{
    QSignalSpy told(m_composer.get(), &Composer::firstKeyTyped);
    QApplication::clipboard()->setText(QStringLiteral("pasted"));
    edit().paste();
    QCOMPARE(told.count(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("pasted"));
    m_composer->clear();
    m_composer->insertText(QStringLiteral("Sat 14 June, 09:00"));
    QCOMPARE(told.count(), 2);
}

void ComposerTest::arrowsAndShortcutsClaimNothing()
{
    QSignalSpy told(m_composer.get(), &Composer::firstKeyTyped);
    QSignalSpy left(m_composer.get(), &Composer::escaped);
    for (int key : {Qt::Key_Left, Qt::Key_Backspace, Qt::Key_Home, Qt::Key_F2, Qt::Key_Escape})
        QTest::keyClick(&edit(), Qt::Key(key));
    QTest::keyClick(&edit(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(told.count(), 0);
    QCOMPARE(left.count(), 1);
}

void ComposerTest::sendsOnEnterAndBreaksTheLineOnShiftEnter()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    type(QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ShiftModifier);
    type(QStringLiteral("two"));
    QCOMPARE(sent.count(), 0);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent[0][0].toString(), QStringLiteral("one\ntwo"));
    QCOMPARE(m_composer->text(), QStringLiteral("one\ntwo")); // it stays until it is taken
    m_composer->setEnterSends(false);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(sent.count(), 2);
}

void ComposerTest::sendsNothingEmptyOrBlocked()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QTest::keyClick(&edit(), Qt::Key_Return);
    type(QStringLiteral("   "));
    QTest::keyClick(&edit(), Qt::Key_Return);
    type(QStringLiteral("text"));
    m_composer->setSend(QStringLiteral("Wait for Sam"), false);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    m_composer->setSend(QStringLiteral("Send"), true);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
}

void ComposerTest::aSlashAtTheLineStartAsksForSavedReplies()
{
    QSignalSpy asked(m_composer.get(), &Composer::savedRepliesRequested);
    type(QStringLiteral("/"));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(m_composer->text(), QString());
    type(QStringLiteral("and/or"));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("and/or"));
}

void ComposerTest::aScannerIsTakenOutAgainAndNeverSends()
{
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QSignalSpy scanned(m_composer.get(), &Composer::scannerDetected);
    QSignalSpy told(m_composer.get(), &Composer::firstKeyTyped);
    m_composer->setDraft(QStringLiteral("Dear Tom "));
    quint64 at = 1000;
    for (QChar digit : QStringLiteral("4006381333931"))
        press(digit.unicode(), at += 5, digit);
    press(Qt::Key_Return, at += 5);
    QCOMPARE(sent.count(), 0);
    QCOMPARE(scanned.count(), 1);
    QCOMPARE(m_composer->text(), QStringLiteral("Dear Tom "));
    QCOMPARE(told.count(), 1); // claimed at its first digit; scannerDetected says to give it back
    press(Qt::Key_Return, at += 900);
    QCOMPARE(sent.count(), 1);
}

void ComposerTest::aPersonTypingFastIsNoScanner_data()
{
    QTest::addColumn<QList<int>>("gaps");
    QTest::addColumn<int>("letters");
    QTest::newRow("five keys only") << QList<int>{5, 5, 5, 5, 5} << 0;
    QTest::newRow("six keys") << QList<int>{5, 5, 5, 5, 5, 5} << 6;
    QTest::newRow("one slow key") << QList<int>{5, 5, 5, 30, 5, 5} << 0;
    QTest::newRow("slow start, then a burst") << QList<int>{5, 200, 5, 5, 5, 5, 5} << 6;
}

void ComposerTest::aPersonTypingFastIsNoScanner()
{
    QFETCH(QList<int>, gaps);
    QFETCH(int, letters);
    ScannerBurst burst;
    quint64 at = 500;
    for (int gap : gaps)
        burst.key(at += gap);
    QCOMPARE(burst.enter(at + 5), letters);
    QCOMPARE(burst.enter(at + 6), 0); // the next Enter starts afresh
    for (int i = 0; i < 8; ++i)
        burst.key(at += 5);
    QCOMPARE(burst.enter(at + 300), 0); // a person read it before Enter
    for (int i = 0; i < 8; ++i)
        burst.key(0); // time unknown
    QCOMPARE(burst.enter(0), 0);
}

void ComposerTest::growsWithItsTextUpToSixLines()
{
    const int one = m_composer->height();
    QVERIFY2(qAbs(one - 118) <= 4, qPrintable(QString::number(one)));
    m_composer->setDraft(QStringLiteral("a\nb\nc"));
    const int three = m_composer->height();
    QVERIFY(three > one + 25);
    m_composer->setDraft(QStringLiteral("a\n").repeated(6));
    const int six = m_composer->height();
    m_composer->setDraft(QStringLiteral("a\n").repeated(40));
    QCOMPARE(m_composer->height(), six);
    m_composer->setDraft(QStringLiteral("many words ").repeated(40)); // wrapped lines count as well
    QVERIFY(m_composer->height() > three);
    m_composer->clear();
    QCOMPARE(m_composer->height(), one);
}

void ComposerTest::aNoteIsNoTextAndClaimsNothing()
{
    QSignalSpy told(m_composer.get(), &Composer::firstKeyTyped);
    m_composer->setNoteMode(true);
    type(QStringLiteral("Photos are in the folder"));
    QCOMPARE(told.count(), 0);
    QCOMPARE(edit().accessibleName(), QStringLiteral("Staff note, never sent"));
    m_composer->setNoteMode(false);
    type(QStringLiteral("x"));
    QCOMPARE(told.count(), 1);
    QCOMPARE(edit().accessibleName(), QStringLiteral("To Tom Becker by SMS"));
}

void ComposerTest::aClosedBoxSaysWhy()
{
    auto *call = new Button(Button::Kind::Outline, Icon::Phone, QStringLiteral("Call"));
    m_composer->setClosed(QStringLiteral("This caller said STOP on 12 Jun 12:48. You may call, not text."), {call});
    QVERIFY(!edit().isVisible());
    QVERIFY(call->isVisible());
    m_composer->setClosed({});
    QVERIFY(edit().isVisible());
}

QTEST_MAIN(ComposerTest)
#include "composertest.moc"
