// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/textcost.h"
#include "tests/threads/builtrows.h"
#include "ui/threads/chatlines.h"
#include "ui/threads/holderwords.h"
#include "ui/threads/leadwords.h"

#include <QTest>

using namespace deskbell;
using engine::HolderKind;

namespace {

ui::BarScene scene()
{
    ui::BarScene made;
    made.now = builtrows::now();
    made.seat = QStringLiteral("Desk 1");
    made.profile = builtrows::shop();
    return made;
}

runtime::ThreadView needing()
{
    runtime::ThreadView view = builtrows::tom();
    view.row.section = engine::Section::NeedsPerson;
    view.row.reason = engine::Reason::AskedForPerson;
    view.row.waitsSince = builtrows::now() - 48s;
    view.row.limit = 1min;
    return view;
}

QString described(const std::vector<ui::FactLine> &lines)
{
    QStringList all;
    for (const ui::FactLine &line : lines)
        all << QStringLiteral("%1=%2/%3").arg(line.name, line.value).arg(int(line.source));
    return all.join(u' ');
}

} // namespace

class PanelWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBarSaysWhoHasTheCaller();
    void theSilenceClockRunsOnlyWhileTheCallerWaits();
    void anUnansweredClaimSaysSo();
    void sendNeedsTheClaim();
    void saysWhyNobodyCanWrite();
    void theCardHoldsTheTimeWithItsPrice();
    void theCardAdvisesWhereAPersonIsNeeded();
    void factsComeInTheOrderOfTheQuestions();
    void textsOfOneThreadKeepTheirNumbers();
    void aRingingLineGoesWhenTheCallHasEnded();
    void aFailedTextSaysWhatHappened();
    void theFirstUnreadTextIsFound();
    void countsWhatATextCosts_data();
    void countsWhatATextCosts();
};

void PanelWordsTest::theBarSaysWhoHasTheCaller()
{
    const auto title = [](const runtime::ThreadView &view) { return ui::barWords(view, scene()).holder.title; };
    QCOMPARE(title(builtrows::tom()), QStringLiteral("AI is answering this caller"));
    QCOMPARE(
        title(builtrows::tomHeldBy(QStringLiteral("Desk 1"))), QStringLiteral("You have this caller, AI is paused"));
    QCOMPARE(title(builtrows::tomHeldBy(QStringLiteral("Sam"))), QStringLiteral("Sam has this caller"));
    QCOMPARE(title(builtrows::tomHeldBy({})), QStringLiteral("Answered from the shop phone, AI is paused"));
    runtime::ThreadView landline = builtrows::tom();
    landline.state.phase = engine::phase::CallbackOnly{engine::Reason::Landline};
    landline.row.section = engine::Section::Done;
    landline.row.reason = engine::Reason::Landline;
    QCOMPARE(title(landline), QStringLiteral("This caller is not texted"));
    landline.state.callback = engine::CallbackItem{};
    landline.state.callback->dueAt = builtrows::at(15, 0);
    const ui::BarWords calls = ui::barWords(landline, scene());
    QCOMPARE(calls.holder.title, QStringLiteral("On the call-back list"));
    QCOMPARE(calls.holder.line, QStringLiteral("landline, cannot be texted, due 15:00"));
    QVERIFY(calls.acts.isEmpty()); // nothing to take over
    const ui::BarWords red = ui::barWords(needing(), scene());
    QCOMPARE(red.holder.title, QStringLiteral("AI has stopped. A person must answer"));
    QCOMPARE(red.holder.line, QStringLiteral("Waiting %1 of 1:00"));
    QCOMPARE(red.holder.clock, QStringLiteral("0:48"));
}

void PanelWordsTest::theSilenceClockRunsOnlyWhileTheCallerWaits()
{
    runtime::ThreadView view = builtrows::tomHeldBy(QStringLiteral("Desk 1"));
    QVERIFY(ui::barWords(view, scene()).holder.clock.isEmpty());
    view.state.callerWaitsSince = builtrows::now() - 18s;
    view.row.holder.since = builtrows::now() - 60s;
    QCOMPARE(ui::barWords(view, scene()).holder.clock, QStringLiteral("9:42"));
    ui::BarScene late = scene();
    late.now = builtrows::now() + 9min;
    QCOMPARE(ui::barWords(view, late).holder.look, ui::ControlBar::Look::Amber);
    late.unsent = true;
    QVERIFY(ui::barWords(view, late).holder.clock.isEmpty());
}

void PanelWordsTest::anUnansweredClaimSaysSo()
{
    ui::BarScene asked = scene();
    asked.claim = {builtrows::now(), true};
    QCOMPARE(ui::barWords(builtrows::tom(), asked).holder.title, QStringLiteral("Pausing the AI…"));
    asked.now = builtrows::now() + 2s;
    QVERIFY(ui::barWords(builtrows::tom(), asked).holder.line.contains(QStringLiteral("may answer once more")));
    asked.now = builtrows::now() + 5s;
    QCOMPARE(ui::barWords(builtrows::tom(), asked).acts.first().id, int(ui::BarAct::Call));
}

void PanelWordsTest::sendNeedsTheClaim()
{
    QVERIFY(!ui::barWords(builtrows::tom(), scene()).maySend);
    QVERIFY(!ui::barWords(builtrows::tomHeldBy(QStringLiteral("Sam")), scene()).maySend);
    QCOMPARE(
        ui::barWords(builtrows::tomHeldBy(QStringLiteral("Sam")), scene()).sendLabel, QStringLiteral("Wait for Sam"));
    QVERIFY(ui::barWords(builtrows::tomHeldBy(QStringLiteral("Desk 1")), scene()).maySend);
}

void PanelWordsTest::saysWhyNobodyCanWrite()
{
    runtime::ThreadView view = builtrows::tom();
    QVERIFY(ui::closedSentence(view, builtrows::shop(), builtrows::now()).isEmpty());
    view.state.optOut = engine::OptOutMark{builtrows::at(12, 48), QStringLiteral("STOP"), QStringLiteral("text")};
    QCOMPARE(ui::closedSentence(view, builtrows::shop(), builtrows::now()),
        QStringLiteral("This caller said STOP 12:48. You may call, not text."));
    view.state.optOut.reset();
    view.state.lineType = LineType::Landline;
    QVERIFY(
        ui::closedSentence(view, builtrows::shop(), builtrows::now()).startsWith(QStringLiteral("This is a landline")));
}

void PanelWordsTest::theCardHoldsTheTimeWithItsPrice()
{
    const ui::NextStep step = ui::nextStep(builtrows::tom(), builtrows::shop(), builtrows::now());
    QCOMPARE(step.head, QStringLiteral("Held for Tom, 4:12 left"));
    QCOMPARE(step.title, QStringLiteral("Sat 14 Jun, 09:00 to 15:00"));
    QCOMPARE(step.detail, QStringLiteral("Bay 2 · Ceramic coating, SUV or truck · $1,240"));
    QVERIFY(ui::nextStep(builtrows::tom(), builtrows::shop(), builtrows::now() + 5min).isEmpty()); // ran out
}

void PanelWordsTest::theCardAdvisesWhereAPersonIsNeeded()
{
    const ui::NextStep step = ui::nextStep(needing(), builtrows::shop(), builtrows::now());
    QCOMPARE(step.head, QStringLiteral("Do this next"));
    QCOMPARE(step.title, QStringLiteral("Write or call Tom"));
    QCOMPARE(step.detail, QStringLiteral("Asked for a person"));
}

void PanelWordsTest::factsComeInTheOrderOfTheQuestions()
{
    QCOMPARE(described(ui::factLines(builtrows::tom().state.lead, builtrows::shop())),
        QStringLiteral("Wants=Ceramic coating/0 Vehicle=2021 Tahoe, black/0 Name=/3 Address=/3 When=Weekend/0 Size=SUV "
                       "or truck/1"));
    QCOMPARE(described(ui::factLines({}, builtrows::shop())), QStringLiteral("Wants=/3"));
}

void PanelWordsTest::textsOfOneThreadKeepTheirNumbers()
{
    ui::LineNumbers numbers;
    runtime::ThreadView view = builtrows::tom();
    const auto before = ui::chatItems(view, builtrows::shop(), QStringLiteral("Desk 1"), numbers);
    view.lines.insert(view.lines.begin() + 2, view.lines.front());
    view.lines[2].id = QStringLiteral("came late");
    const auto after = ui::chatItems(view, builtrows::shop(), QStringLiteral("Desk 1"), numbers);
    QCOMPARE(after[3].id, before[2].id);
    QCOMPARE(numbers.lineOf(after[2].id), QStringLiteral("came late"));
    QCOMPARE(before[0].text, QStringLiteral("Missed call 13:58 · rang 21 s, no voicemail"));
    QCOMPARE(before[2].heading, QStringLiteral("Tom Becker"));
}

void PanelWordsTest::aRingingLineGoesWhenTheCallHasEnded()
{
    ui::LineNumbers numbers;
    runtime::ThreadView view = builtrows::tom();
    engine::HistoryLine rings = view.lines.front();
    rings.id = QStringLiteral("rings");
    rings.body = QStringLiteral("call_rings");
    rings.at = view.lines.front().at - 20s;
    view.lines.insert(view.lines.begin(), rings);
    QCOMPARE(ui::chatItems(view, builtrows::shop(), {}, numbers).size(), 6);
    view.lines.resize(1);
    QCOMPARE(ui::chatItems(view, builtrows::shop(), {}, numbers).size(), 1);
}

void PanelWordsTest::aFailedTextSaysWhatHappened()
{
    ui::LineNumbers numbers;
    runtime::ThreadView view = builtrows::tom();
    view.lines[1].delivery = Delivery::Failed;
    view.lines[1].errorCode = 30006;
    const auto items = ui::chatItems(view, builtrows::shop(), QStringLiteral("Desk 1"), numbers);
    QVERIFY(items[1].failed);
    QCOMPARE(items[1].reason, QStringLiteral("Not delivered: this number cannot receive texts."));
    QVERIFY(!items[3].failed);
}

void PanelWordsTest::theFirstUnreadTextIsFound()
{
    ui::LineNumbers numbers;
    const auto items = ui::chatItems(builtrows::tom(), builtrows::shop(), QStringLiteral("Desk 1"), numbers);
    QCOMPARE(ui::firstUnread(items, 0), qint64(0));
    QCOMPARE(ui::firstUnread(items, 1), items[4].id);
    QCOMPARE(ui::firstUnread(items, 2), items[2].id);
}

void PanelWordsTest::countsWhatATextCosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("parts");
    QTest::addColumn<bool>("plain");
    QTest::newRow("nothing") << QString() << 0 << 0 << true;
    QTest::newRow("one full text") << QString(160, u'a') << 160 << 1 << true;
    QTest::newRow("one letter more") << QString(161, u'a') << 161 << 2 << true;
    QTest::newRow("two full parts") << QString(306, u'a') << 306 << 2 << true;
    QTest::newRow("three parts") << QString(307, u'a') << 307 << 3 << true;
    QTest::newRow("euro counts twice") << QStringLiteral("5€") << 3 << 1 << true;
    QTest::newRow("letters of the alphabet") << QStringLiteral("Käse für é") << 10 << 1 << true;
    QTest::newRow("a curly quote is not in it") << QStringLiteral("It’s") << 4 << 1 << false;
    QTest::newRow("71 such letters") << QString(71, QChar(0x2019)) << 71 << 2 << false;
    QTest::newRow("a smiley takes two") << QStringLiteral("😀") << 2 << 1 << false;
}

void PanelWordsTest::countsWhatATextCosts()
{
    QFETCH(QString, text);
    const language::TextCost length = language::costOf(text);
    QTEST(length.used, "used");
    QTEST(length.parts, "parts");
    QTEST(length.plain, "plain");
    QVERIFY(length.used <= length.room);
}

QTEST_GUILESS_MAIN(PanelWordsTest)
#include "panelwordstest.moc"
