// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CallbacksPage that acts: digits, outcomes, later, dialling, undo.
#include "ui/callbacks/callbackpane.h"
#include "ui/callbacks/callbackspage.h"
#include "ui/callbacks/digitkeys.h"
#include "ui/widgets/button.h"
#include "ui/widgets/toast.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>

namespace deskbell::ui {

using engine::fact::CallbackResult;

bool CallbacksPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_digits->take(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void CallbacksPage::digit(int number)
{
    if (number == 7)
        askLater();
    else
        settle(CallbackResult(number - 1), {}); // the enum stands in the order of the keys
}

void CallbacksPage::settle(CallbackResult result, Instant later)
{
    const engine::CallbackRow *current = row();
    if (!current || current->done)
        return;
    const ThreadId thread = current->thread;
    const QString name = callerName(current->name, current->caller);
    const int place = m_model.rowOf(thread);
    const int next = place + 1 < m_model.rowCount() ? place + 1 : place - 1;
    m_lastSettled = thread;
    if (next >= 0)
        m_list->setCurrentIndex(m_model.index(next));
    m_toast->show(result == CallbackResult::Later
            ? tr("%1 moved to %2").arg(name, dayTime(later, m_now, m_profile.zone))
            : tr("%1: %2").arg(name, word(result)),
        true);
    Q_EMIT callbackDone(thread, result, later);
}

void CallbacksPage::askLater()
{
    if (!row() || row()->done)
        return;
    m_laterMenu->clear();
    int number = 0;
    for (const LaterChoice &choice : laterChoices(m_now, m_profile)) {
        QAction *act = m_laterMenu->addAction(tr("&%1  %2").arg(++number).arg(choice.label));
        connect(act, &QAction::triggered, this, [this, choice] { settle(CallbackResult::Later, choice.at); });
    }
    const QWidget *button = m_pane->laterButton();
    m_laterMenu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void CallbacksPage::call()
{
    const engine::CallbackRow *current = row();
    if (!current || current->caller.isWithheld())
        return;
    const ThreadId thread = current->thread;
    if (!current->claimedBy.isEmpty() && current->claimedBy != m_seat)
        return showTaken(thread, current->claimedBy);
    if (current->claimedBy == m_seat && !m_seat.isEmpty()) {
        m_toast->show(tr("Not calling %1").arg(callerName(current->name, current->caller)), false);
        Q_EMIT releaseWanted(thread);
        return;
    }
    const PhoneNumber number = current->caller;
    if (!current->done)
        Q_EMIT claimWanted(thread);
    Q_EMIT callWanted(thread, number);
}

void CallbacksPage::showTaken(const ThreadId &thread, const QString &seat)
{
    const engine::CallbackRow *taken = m_model.find(thread);
    m_toast->show(taken ? tr("%1 is calling %2").arg(seat, callerName(taken->name, taken->caller)) : tr("%1 is calling").arg(seat), false);
}

void CallbacksPage::copyNumber()
{
    const engine::CallbackRow *current = row();
    if (!current || current->caller.isWithheld())
        return;
    QGuiApplication::clipboard()->setText(displayNumber(current->caller));
    m_toast->show(tr("%1 copied").arg(displayNumber(current->caller)), false);
    Q_EMIT numberCopied(current->caller);
}

bool CallbacksPage::undo()
{
    return m_toast->undo();
}

void CallbacksPage::takeBack(ThreadId thread) // by value: it may be m_lastSettled itself
{
    if (thread.isEmpty())
        return;
    m_lastSettled = {};
    Q_EMIT callbackUndone(thread);
}

} // namespace deskbell::ui
