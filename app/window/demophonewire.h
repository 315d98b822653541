// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoshop.h"
#include "app/house/corethread.h"

namespace deskbell::ui {
class DemoPhone;
}

namespace deskbell::app {

/// Connects the phone beside the window with the demo's phone company. The three outlive nothing: they go together.
void connectPhone(ui::DemoPhone &phone, DemoShop &shop, CoreThread &core);

} // namespace deskbell::app
