// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/callbacks/callbackrowlayout.h"
#include "ui/callbacks/callbackwords.h"

#include <QStyledItemDelegate>

namespace deskbell::ui {

/// Paints rows of CallbackModel, 88 high.
class CallbackDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CallbackDelegate(QObject *parent = nullptr);

    void setNow(Instant now) { m_now = now; }
    void setProfile(const Profile &profile) { m_profile = profile; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int rowHeight();

private:
    Instant m_now;
    Profile m_profile;
};

[[nodiscard]] CallbackRowNeeds needsOf(const CallbackWords &words);

} // namespace deskbell::ui
