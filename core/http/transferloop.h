// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/lanes.h"
#include "core/http/transfer.h"

#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace deskbell::http {

/// The network thread: takes jobs in, hands answers out in batches. Sleeps without a timer while nothing is open.
/// All public functions are called on one thread, the client's.
class TransferLoop
{
public:
    /// \p arrived is called on the network thread, once for each batch: the next call comes only after takeFinished().
    TransferLoop(Settings settings, std::function<void()> arrived);
    TransferLoop(const TransferLoop &) = delete;
    TransferLoop &operator=(const TransferLoop &) = delete;
    ~TransferLoop();

    void add(Job job);
    /// No answer will come for these, unless it is already there.
    void drop(std::vector<quint64> ids);
    [[nodiscard]] std::vector<Finished> takeFinished();
    /// Ends the thread; everything still open is then in takeFinished(). May be called twice.
    void stop();

private:
    struct FreeMulti {
        void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
    };
    using Transfers = std::unordered_map<quint64, std::unique_ptr<Transfer>>;

    const Settings m_settings;
    const std::function<void()> m_arrived;
    std::unique_ptr<CURLM, FreeMulti> m_multi;

    std::mutex m_mutex; // guards the next six
    std::vector<Job> m_inbox;
    std::vector<quint64> m_dropped;
    std::vector<Finished> m_outbox;
    bool m_woken = false;
    bool m_told = false;
    bool m_stop = false;

    // Network thread only.
    Lanes m_lanes;
    Transfers m_underWay;
    std::vector<std::unique_ptr<Transfer>> m_spare;
    std::vector<Finished> m_batch;

    std::thread m_thread; // last: everything above exists before it runs

    void wake();
    void run();
    [[nodiscard]] bool takeIn();
    void startWhatMay();
    void start(Job job);
    void collect();
    [[nodiscard]] std::unique_ptr<Transfer> land(Transfers::iterator flight);
    void expire();
    void breakOff(quint64 id);
    void breakOffAll();
    void handOut();
    void sleepUntilNews();
};

} // namespace deskbell::http
