// SPDX-License-Identifier: GPL-3.0-or-later
// deskbell-killed FOLDER STORY [CUT]: plays a story of the catalogue on the shop's file in FOLDER. With CUT it is killed at that
// passing of a crash point; started again on the same folder it goes on where the world stood, to the end and the reckoning.
#include "tests/nemesis/catalogue.h"
#include "tests/nemesis/powercut.h"
#include "tests/nemesis/stage.h"
#include "tests/nemesis/worldlog.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QTextStream>

using namespace deskbell;
using namespace deskbell::nemesis;

namespace {

bool isOfThePerson(const Step &step)
{
    using Kind = Step::Kind;
    return step.kind != Kind::MissedCall && step.kind != Kind::AnsweredCall && step.kind != Kind::CalledBack && step.kind != Kind::Write
        && step.kind != Kind::Stop && step.kind != Kind::Start && step.kind != Kind::ShopPhoneText && step.kind != Kind::Weather;
}

/// The world tells again what the shop may have missed; then people see what their last press came to.
void goOn(Stage &stage, const Schedule &schedule, const WorldLog::Past &past)
{
    for (const Accepted &text : past.taken) {
        stage.company().remembers(text);
        stage.witness().remembers(text);
    }
    for (const auto &[thread, code] : past.told)
        stage.witness().remembersTold(thread, code);
    for (size_t i = 0; i < past.steps.size(); ++i) {
        if (!isOfThePerson(schedule.steps[i]))
            stage.happenAgain(schedule.steps[i], past.steps[i]);
    }
    stage.begin();
    for (size_t i = 0; i < past.steps.size(); ++i) {
        if (isOfThePerson(schedule.steps[i]))
            stage.happenAgain(schedule.steps[i], past.steps[i]);
    }
    if (!past.steps.empty())
        stage.turn(schedule.steps[past.steps.size() - 1].then);
}

} // namespace

int main(int argc, char **argv)
{
    makeRepeatable();
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    if (words.size() < 3)
        return 2;
    Schedule schedule = catalogue().at(static_cast<size_t>(words[2].toInt())).schedule;
    WorldLog log(QDir(words[1]).filePath(QStringLiteral("world.log")));
    const WorldLog::Past past = log.read();
    if (past.last.isSet())
        schedule.start = past.last + 20s; // somebody saw that it was gone
    armPowerCut(words.value(3).toInt());
    Stage stage(schedule, true, words[1]);
    makeCutsReal([&](const char *where) { log.dies(stage.now(), where); });
    stage.setTaken([&](const Accepted &text) { log.taken(text); });
    stage.witness().setTold([&](const runtime::Notice &notice) { log.told(stage.now(), notice); });
    goOn(stage, schedule, past);
    for (size_t i = past.steps.size(); i < schedule.steps.size(); ++i) {
        const Step &step = schedule.steps[i];
        log.stepHappens(stage.now());
        stage.trace(u"== " % wordsOf(step));
        stage.happen(step);
        stage.turn(step.then);
        stage.afterStep();
    }
    const int passed = passedCrashPoints();
    stage.calmDown();
    const Outcome outcome = stage.outcome();
    QTextStream out(stdout);
    out << passed << '\n';
    if (outcome.violation)
        out << outcome.violation->rule << ": " << outcome.violation->words << '\n' << outcome.trace.join(u'\n') << '\n';
    return outcome.violation ? 1 : 0;
}
