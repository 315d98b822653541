// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskbell::ui {

/// Gives every ChatView children for screen readers, one a message. Safe to call again.
void installChatAccessibility();

} // namespace deskbell::ui
