// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/callbacks/callbackwords.h"
#include "ui/models/callbackmodel.h"

#include <QWidget>

class QListView;
class QMenu;
class QStackedWidget;

namespace deskbell::ui {

class CallbackDelegate;
class CallbackPane;
class DigitKeys;
class ElidedLabel;
class EmptyState;
class Segments;
class Toast;

/// People who cannot be reached by text. Values come in by slots, what a person did goes out by signals.
class CallbacksPage : public QWidget
{
    Q_OBJECT
public:
    explicit CallbacksPage(QWidget *parent = nullptr);

    [[nodiscard]] CallbackModel &model() { return m_model; }
    /// Whom the pane shows; empty: nobody.
    [[nodiscard]] ThreadId shown() const { return m_shown; }
    void focusQueue();
    /// Opens this caller, in whatever tab it is.
    void open(const ThreadId &thread);
    /// Ctrl Z. False when nothing can be taken back.
    bool undo();

public Q_SLOTS:
    void setProfile(const deskbell::Profile &profile);
    void setSeat(const QString &seat);
    /// Somebody else was first.
    void showTaken(const deskbell::ThreadId &thread, const QString &seat);
    void resetRows(const std::vector<deskbell::engine::CallbackRow> &rows);
    void changeRow(const deskbell::engine::CallbackRow &row);
    void removeRow(const deskbell::ThreadId &thread);
    void tick(deskbell::Instant now);

Q_SIGNALS:
    /// \p later is set only for CallbackResult::Later.
    void callbackDone(
        const deskbell::ThreadId &thread, deskbell::engine::fact::CallbackResult result, deskbell::Instant later);
    void callbackUndone(const deskbell::ThreadId &thread);
    void callWanted(const deskbell::ThreadId &thread, const deskbell::PhoneNumber &number);
    /// This seat is about to call, or gives the call back.
    void claimWanted(const deskbell::ThreadId &thread);
    void releaseWanted(const deskbell::ThreadId &thread);
    void numberCopied(const deskbell::PhoneNumber &number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeQueue();
    QWidget *makeDetail();
    void addKeys();
    void showCurrent();
    void showTotals();
    void showEmptiness();
    void settle(engine::fact::CallbackResult result, Instant later);
    void digit(int number);
    void askLater();
    void call();
    void copyNumber();
    void takeBack(ThreadId thread);
    [[nodiscard]] const engine::CallbackRow *row() const;

    CallbackModel m_model;
    Profile m_profile;
    Instant m_now;
    ThreadId m_shown;
    QString m_seat;
    ThreadId m_lastSettled; ///< what Ctrl Z takes back

    QWidget *m_queue;
    QListView *m_list;
    CallbackDelegate *m_delegate;
    Segments *m_tabs;
    ElidedLabel *m_summary;
    CallbackPane *m_pane;
    EmptyState *m_empty;
    QStackedWidget *m_detail;
    DigitKeys *m_digits;
    QMenu *m_laterMenu;
    Toast *m_toast;
};

} // namespace deskbell::ui
