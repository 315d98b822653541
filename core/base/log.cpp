// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

namespace deskbell {

Q_LOGGING_CATEGORY(logRuntime, "deskbell.runtime", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "deskbell.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logLink, "deskbell.link", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "deskbell.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logAssist, "deskbell.assist", QtInfoMsg)
Q_LOGGING_CATEGORY(logNotify, "deskbell.notify", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "deskbell.app", QtInfoMsg)

} // namespace deskbell
