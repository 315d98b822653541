// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <functional>
#include <memory>
#include <optional>

namespace deskbell::app {

/// For commands that do one thing after another on the terminal: runs the event loop until the answer is there. Never
/// in a window.
template<class Answer> [[nodiscard]] Answer awaited(const std::function<void(std::function<void(Answer)>)> &ask)
{
    QEventLoop loop;
    auto answer = std::make_shared<std::optional<Answer>>();
    ask([answer, &loop](Answer came) {
        answer->emplace(std::move(came));
        loop.quit();
    });
    while (!answer->has_value())
        loop.exec();
    return std::move(**answer);
}

} // namespace deskbell::app
