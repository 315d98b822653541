// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/companythread.h"

namespace deskbell::sandbox {

CompanyThread::CompanyThread(Settings settings)
    : m_settings(std::move(settings))
{
    m_thread.setObjectName(QStringLiteral("phone company"));
}

CompanyThread::~CompanyThread()
{
    if (m_company)
        m_company->deleteLater(); // runs over there when the loop ends, at the latest
    m_thread.quit();
    m_thread.wait();
}

bool CompanyThread::open(QString *why)
{
    // The company must be made where it lives; this object carries the order over.
    QObject porter;
    porter.moveToThread(&m_thread);
    m_thread.start();
    bool listens = false;
    QMetaObject::invokeMethod(
        &porter,
        [&] {
            m_company = new PhoneCompany(m_settings);
            listens = m_company->listen(why);
            porter.moveToThread(nullptr); // dies on the caller's thread
        },
        Qt::BlockingQueuedConnection);
    return listens;
}

} // namespace deskbell::sandbox
