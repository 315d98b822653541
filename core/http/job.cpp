// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/job.h"

#include <ctime>

namespace deskbell::http {

Duration wakefulClock()
{
#ifdef CLOCK_BOOTTIME
    timespec t {};
    if (clock_gettime(CLOCK_BOOTTIME, &t) == 0)
        return Duration(t.tv_sec * 1000 + t.tv_nsec / 1000000);
#endif
    return std::chrono::duration_cast<Duration>(Steady::now().time_since_epoch());
}

bool Job::isStale() const
{
    return request.leaveWithin > 0ms && wakefulClock() - sentAtAwake > request.leaveWithin;
}

Job makeJob(quint64 id, Request request)
{
    Job job {id, std::move(request), {}, Steady::now(), wakefulClock()};
    const QUrl &url = job.request.url;
    job.origin = url.scheme().toLatin1().append("://").append(url.host(QUrl::FullyEncoded).toLatin1()).append(':').append(
        QByteArray::number(url.port()));
    return job;
}

} // namespace deskbell::http
