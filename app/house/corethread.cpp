// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/corethread.h"

namespace deskbell::app {

CoreThread::CoreThread()
{
    m_thread.setObjectName(QStringLiteral("core"));
    m_there.moveToThread(&m_thread);
    m_thread.start();
}

CoreThread::~CoreThread()
{
    QMetaObject::invokeMethod(&m_there, [this] {
        m_house.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void CoreThread::useProfile(const Profile &profile)
{
    QMetaObject::invokeMethod(&m_there, [this, profile] {
        if (m_house)
            m_house->useProfile(profile);
    });
}

Result<runtime::Desk *> CoreThread::start(HouseOptions options)
{
    Result<runtime::Desk *> desk = nullptr;
    QMetaObject::invokeMethod(
        &m_there,
        [&] {
            auto house = House::build(std::move(options));
            if (!house) {
                desk = tl::make_unexpected(house.error());
                return;
            }
            m_house = std::move(*house);
            m_house->start();
            desk = &m_house->desk();
        },
        Qt::BlockingQueuedConnection);
    return desk;
}

} // namespace deskbell::app
