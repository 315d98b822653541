// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "core/base/manualclock.h"
#include "core/runtime/engineloop.h"
#include "core/store/sqlitestore.h"
#include "tests/threads/builtrows.h"
#include "ui/callbacks/callbackspage.h"
#include "ui/threads/conversationpane.h"
#include "ui/threads/threadspage.h"
#include "ui/widgets/composeredit.h"

#include <QSignalSpy>
#include <QTest>

using namespace deskbell;

namespace {

const PhoneNumber caller{QStringLiteral("+15125550142")};
const PhoneNumber line{QStringLiteral("+15125550100")};

/// A real engine and store behind the window; only the clock is turned by hand and nobody sends.
struct ShopOnTable {
    ManualClock clock{builtrows::now()};
    std::unique_ptr<store::SqliteStore> store = store::SqliteStore::openInMemory().value();
    runtime::EngineLoop loop{*store, clock, builtrows::shop()};
    runtime::Desk desk{loop, *store, *store};
    ui::MainWindow window{desk, options()};
    ThreadId thread = engine::threadOf(caller, line);
    int calls = 0;

    ui::ShellOptions options()
    {
        ui::ShellOptions made;
        made.now = [this] { return clock.now(); };
        return made;
    }
    void settle()
    {
        QCoreApplication::processEvents(); // what the window said reaches the desk
        clock.advance(200ms);
        QCoreApplication::processEvents(); // and its answers come back
    }
    void put(const engine::Fact &fact)
    {
        runtime::Arrival arrival;
        arrival.id = QStringLiteral("fact %1").arg(++calls);
        arrival.caller = caller;
        arrival.line = line;
        arrival.fact = fact;
        loop.put(arrival);
        settle();
    }
    void missACall()
    {
        Call call;
        call.id = {QStringLiteral("CA%1").arg(calls)};
        call.from = caller;
        call.line = line;
        call.startedAt = clock.now() - 25s;
        call.endedAt = clock.now() - 2s;
        call.rang = 21s;
        call.result = CallResult::NoAnswer;
        call.lineType = LineType::Mobile;
        put(engine::fact::CallMissed{call});
    }
    void write(const QString &body)
    {
        ProviderText text;
        text.id = {QStringLiteral("SM%1").arg(calls)};
        text.from = caller;
        text.to = line;
        text.body = body;
        text.at = clock.now();
        text.inbound = true;
        put(engine::fact::MessageArrived{text});
    }
    [[nodiscard]] engine::ThreadState state() { return store->load(thread).value().value().state; }
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMissedCallBecomesARow();
    void typingTakesOverAndEnterSendsOnce();
    void draftsOutliveTheWindow();
    void aCallBackOutcomeReachesTheEngine();
};

void MainWindowTest::aMissedCallBecomesARow()
{
    ShopOnTable shop;
    shop.window.show();
    shop.settle();
    QCOMPARE(shop.window.threads().model().rowCount(), 0);
    shop.missACall();
    QVERIFY(shop.window.threads().model().rowOf(shop.thread) >= 0);
}

void MainWindowTest::typingTakesOverAndEnterSendsOnce()
{
    ShopOnTable shop;
    shop.window.show();
    shop.missACall();
    shop.write(QStringLiteral("How much is a full detail?"));
    shop.window.openThread(shop.thread);
    shop.settle();
    auto *box = shop.window.findChild<ui::ComposerEdit *>();
    QTest::keyClick(box, 'H');
    QTest::keyClick(box, Qt::Key_Return); // faster than the engine: must not send
    shop.settle();
    QVERIFY(shop.state().held());
    QCOMPARE(box->toPlainText(), QStringLiteral("H"));
    const auto before = shop.state().ownTexts.size();
    QTest::keyClick(box, 'i');
    QTest::keyClick(box, Qt::Key_Return);
    QTest::keyClick(box, Qt::Key_Return);
    shop.settle();
    QCOMPARE(shop.state().ownTexts.size(), before + 1);
    QCOMPARE(shop.state().lastText, QStringLiteral("Hi"));
    QVERIFY(box->toPlainText().isEmpty());
}

void MainWindowTest::draftsOutliveTheWindow()
{
    ShopOnTable shop;
    shop.window.show();
    shop.missACall();
    shop.window.openThread(shop.thread);
    shop.settle();
    QTest::keyClicks(shop.window.findChild<ui::ComposerEdit *>(), QStringLiteral("half a"));
    shop.window.threads().flushDraft();
    shop.settle();
    ui::MainWindow next(shop.desk, shop.options());
    next.show();
    shop.settle();
    next.openThread(shop.thread);
    shop.settle();
    QCOMPARE(next.findChild<ui::ComposerEdit *>()->toPlainText(), QStringLiteral("half a"));
}

void MainWindowTest::aCallBackOutcomeReachesTheEngine()
{
    ShopOnTable shop;
    shop.window.show();
    shop.missACall();
    shop.window.openThread(shop.thread);
    shop.settle();
    Q_EMIT shop.window.threads().callbackAsked(shop.thread);
    shop.settle();
    QCOMPARE(shop.window.callbacks().model().total(ui::CallbackTab::Now), 1);
    Q_EMIT shop.window.callbacks().callbackDone(shop.thread, engine::fact::CallbackResult::SpokeWillThink, {});
    shop.settle();
    QVERIFY(shop.state().callback->done);
    QCOMPARE(shop.window.callbacks().model().total(ui::CallbackTab::Now), 0);
    Q_EMIT shop.window.callbacks().callbackUndone(shop.thread);
    shop.settle();
    QCOMPARE(shop.window.callbacks().model().total(ui::CallbackTab::Now), 1);
}

QTEST_MAIN(MainWindowTest)
#include "mainwindowtest.moc"
