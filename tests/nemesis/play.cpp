// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/play.h"

#include "tests/nemesis/powercut.h"
#include "tests/nemesis/stage.h"

#include <QHashSeed>

namespace deskbell::nemesis {

void makeRepeatable() { QHashSeed::setDeterministicGlobalSeed(); }

Outcome play(const Schedule &schedule, bool withTrace)
{
    armPowerCut(0);
    Stage stage(schedule, withTrace);
    stage.begin();
    for (const Step &step : schedule.steps) {
        if (stage.witness().violation())
            break;
        stage.trace(u"== " % wordsOf(step));
        stage.happen(step);
        stage.turn(step.then);
        stage.afterStep();
    }
    if (!stage.witness().violation())
        stage.calmDown();
    armPowerCut(0);
    return stage.outcome();
}

} // namespace deskbell::nemesis
