// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/link/linksettings.h"
#include "core/llm/modelsettings.h"
#include "core/runtime/desk.h"

#include <QObject>
#include <functional>
#include <memory>

namespace deskbell::http {
class Client;
}
namespace deskbell::link {
class TwilioLink;
}
namespace deskbell::store {
class SqliteStore;
}
namespace deskbell::calendar {
class LocalCalendar;
}
namespace deskbell::assist {
class RulesAssistant;
}
namespace deskbell::llm {
class ModelAssistant;
}
namespace deskbell::runtime {
class EngineLoop;
class OutboxExecutor;
class DueTimer;
}

namespace deskbell::app {

class DailyCopy;

/// What a house is built from. Plain values, so it can be made on one thread and used on another.
struct HouseOptions {
    QString folder; ///< the shop's data; empty: in memory, nothing kept
    Profile profile;
    link::LinkSettings link;
    std::optional<llm::ModelSettings> model; ///< a connected language model; none: the embedded mind answers alone
    QString wireLogFile; ///< every request to the provider in one line; empty: none
    bool wireLogBodies = false;
    /// Once, before anything runs: a demo shop puts a week of visits into its book.
    std::function<Result<void>(store::SqliteStore &, const Profile &, Instant)> furnish;
    /// Another clock than the wall's, for a demo or a test that lives at another hour; made on the core thread.
    std::function<std::unique_ptr<Clock>()> makeClock;
    /// Told beside the window, e.g. the desktop's notifications; made on the core thread. Nothing: window only.
    std::function<std::shared_ptr<runtime::NotifierPort>()> makeNotifier;
    bool dailyCopy = false; ///< a copy of the data folder's database each day
};

/// The composition root of the core: creates store, engine, link and adapters, and connects them. Lives on the core
/// thread (that of build()). Nobody else creates these parts.
class House : public QObject
{
    Q_OBJECT
public:
    /// Errors: Storage or Unusable (data folder, database), in plain words.
    [[nodiscard]] static Result<std::unique_ptr<House>> build(HouseOptions options);
    ~House() override;

    /// Opens the link and picks up what an earlier run left. Once.
    void start();
    /// The shop's rules and prices from now on; waiting threads count by them at once.
    void useProfile(const Profile &profile);
    [[nodiscard]] runtime::Desk &desk() { return *m_desk; }
    [[nodiscard]] runtime::EngineLoop &loop() { return *m_loop; }

private:
    class Bell;
    explicit House(HouseOptions options, std::unique_ptr<store::SqliteStore> keeper);
    void openLink();
    void connectModel();

    HouseOptions m_options;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<store::SqliteStore> m_store;
    std::unique_ptr<runtime::EngineLoop> m_loop;
    std::unique_ptr<runtime::Desk> m_desk;
    std::unique_ptr<Bell> m_bell;
    std::unique_ptr<calendar::LocalCalendar> m_calendar;
    std::unique_ptr<assist::RulesAssistant> m_assistant;
    std::unique_ptr<http::Client> m_asks; ///< to the model's server
    std::unique_ptr<llm::ModelAssistant> m_model;
    std::unique_ptr<http::Client> m_sends;
    std::unique_ptr<http::Client> m_reads;
    std::unique_ptr<link::TwilioLink> m_link;
    std::unique_ptr<runtime::OutboxExecutor> m_executor;
    std::unique_ptr<runtime::DueTimer> m_due;
    std::unique_ptr<DailyCopy> m_copies; ///< none for a shop in memory
};

} // namespace deskbell::app
