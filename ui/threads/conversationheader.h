// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/rows.h"

#include <QWidget>

namespace deskbell::ui {

class Button;
class ElidedLabel;

/// Who is talked to, and the acts that belong to the whole conversation. Buttons lose their labels before the name
/// is shortened.
class ConversationHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationHeader(QWidget *parent = nullptr);

    void showRow(const engine::ThreadRow &row, int episodes);
    void clear();
    /// A button for the lead panel, while that is a drawer.
    void setDetailsShown(bool shown);

Q_SIGNALS:
    void callWanted();
    void callbackListWanted();
    void doneWanted();
    void rescueWanted(); ///< off the quiet list
    void detailsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    ElidedLabel *m_name;
    ElidedLabel *m_meta;
    Button *m_call;
    Button *m_list;
    Button *m_done;
    Button *m_rescue;
    Button *m_details;
};

} // namespace deskbell::ui
