// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screen/callline.h"
#include "core/domain/complaint.h"
#include "core/domain/profile.h"

#include <QHash>
#include <QStringList>
#include <vector>

namespace deskbell::app {

/// Complaints by number.
class ComplaintIndex
{
public:
    ComplaintIndex() = default;
    explicit ComplaintIndex(const std::vector<ComplaintDay> &days);
    [[nodiscard]] ComplaintCount count(const PhoneNumber &number, QDate from, QDate to) const;

private:
    QHash<PhoneNumber, std::vector<ComplaintDay>> m_days;
};

struct ScreenedCall {
    QString expect; ///< text, skip_spam, callback_list, no_new_text, ignore
    QString reason; ///< the engine's word for why
    int score = 0;
    QStringList points; ///< "short_ring:2"
};

/// What the engine does about this call: the same decision as in the shop, on a thread as the line describes it.
[[nodiscard]] ScreenedCall screenCall(const CallLine &line, const ComplaintIndex &complaints, const Profile &profile);

[[nodiscard]] QByteArray screenedLine(const CallLine &line, const ScreenedCall &screened);

} // namespace deskbell::app
