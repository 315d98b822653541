// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/forecast.h"
#include "core/runtime/textsstop.h"

#include <QPointer>
#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace deskbell::ui {

class Button;
class Label;

/// The automatic texts of the next 24 hours over the window, each with a button that leaves it out, and the big stop
/// for all of them. Ctrl P or Escape closes it. Knows no desk: values come in, wishes go out.
class PlanSheet : public QWidget
{
    Q_OBJECT
public:
    using NameOf = std::function<QString(const ThreadId &)>;
    PlanSheet(NameOf nameOf, QWidget *parent);

    void open();
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void showTexts(const std::vector<engine::PlannedText> &texts, Instant now);
    void showStop(const runtime::TextsStop &stop);

Q_SIGNALS:
    void opened(); ///< wants the texts now
    void leaveOutWanted(const deskbell::ThreadId &thread, const deskbell::engine::OrderId &order, bool putBack);
    void stopWanted(bool stop);

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void leave();
    void rebuild();
    void addRow(const engine::PlannedText &text, bool leftOut);
    void place();

    NameOf m_nameOf;
    QTimeZone m_zone = QTimeZone::utc();
    Instant m_now;
    std::vector<engine::PlannedText> m_texts;
    std::vector<engine::PlannedText> m_leftOut; ///< since the sheet was opened: they can be put back
    runtime::TextsStop m_stop;
    QWidget *m_card;
    QVBoxLayout *m_rows;
    Label *m_summary;
    Button *m_stopButton;
    QPointer<QWidget> m_before; ///< who had the focus
};

} // namespace deskbell::ui
