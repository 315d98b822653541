// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/phonecompany.h"

#include <QThread>

namespace deskbell::sandbox {

/// A phone company on its own thread, for a window that must not wait for it.
///
/// open() once; then connect to company()'s signals (they arrive queued) and give orders with post() or ask(). The
/// destructor ends the company and the thread.
class CompanyThread
{
public:
    explicit CompanyThread(Settings settings = {});
    ~CompanyThread();
    CompanyThread(const CompanyThread &) = delete;
    CompanyThread &operator=(const CompanyThread &) = delete;

    /// Starts the thread and returns when the company listens. False: it cannot; `why` says so in plain words.
    [[nodiscard]] bool open(QString *why = nullptr);
    /// Null before open(). Call its methods through post() and ask() only.
    [[nodiscard]] PhoneCompany *company() const { return m_company; }

    /// Runs `order(company)` over there some time soon.
    template<class Order> void post(Order order) const
    {
        QMetaObject::invokeMethod(
            m_company, [company = m_company, order] { order(*company); }, Qt::QueuedConnection);
    }
    /// Runs `question(company)` over there and waits for its answer: microseconds, unless a burst is on.
    template<class Question> auto ask(Question question) const
    {
        decltype(question(*m_company)) answer{};
        QMetaObject::invokeMethod(
            m_company, [&] { answer = question(*m_company); }, Qt::BlockingQueuedConnection);
        return answer;
    }

private:
    Settings m_settings;
    QThread m_thread;
    PhoneCompany *m_company = nullptr;
};

} // namespace deskbell::sandbox
