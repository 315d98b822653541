// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ThreadsPage that acts: take over, done, call-back list, search, undo.
#include "ui/threads/threadspage.h"

#include "ui/threads/conversationpane.h"
#include "ui/threads/threadlist.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/toast.h"
#include "ui/words/reasons.h"

namespace deskbell::ui {

using Filter = SectionedThreadModel::Filter;

void ThreadsPage::takeOver(const ThreadId &thread)
{
    open(thread);
    if (openedThread() == thread)
        m_talk->takeOver();
}

void ThreadsPage::openFirst()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const engine::ThreadRow *thread = m_model.threadAt(row))
            return open(ThreadId(thread->thread));
    }
}

void ThreadsPage::tell(const QString &sentence)
{
    m_undoable = {};
    m_toast->show(sentence, false);
}

void ThreadsPage::flushDraft()
{
    m_talk->flushDraft();
}

bool ThreadsPage::openNextNeed()
{
    std::vector<ThreadId> needing;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const engine::ThreadRow *thread = m_model.threadAt(row);
        if (thread && thread->section == engine::Section::NeedsPerson)
            needing.push_back(thread->thread);
    }
    if (needing.empty() && m_model.filter() != Filter::Open) {
        showFilter(Filter::Open);
        return m_model.shownIn(engine::Section::NeedsPerson) > 0 && openNextNeed();
    }
    if (needing.empty())
        return false;
    const auto here = std::find(needing.begin(), needing.end(), openedThread());
    open(here == needing.end() || here + 1 == needing.end() ? needing.front() : *(here + 1));
    m_talk->focusBox();
    return true;
}

void ThreadsPage::search(const QString &words)
{
    m_search->show();
    m_search->setText(words);
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

void ThreadsPage::markDone()
{
    const ThreadId thread = openedThread();
    const engine::ThreadRow *row = m_model.find(thread);
    if (!row || isAside(row->section))
        return;
    const QString name = callerName(row->name, row->caller);
    ThreadId next = m_list->neighbour(1);
    if (next.isEmpty())
        next = m_list->neighbour(-1);
    m_undoable = thread;
    m_toast->show(tr("%1 set to done").arg(name), true);
    Q_EMIT closed(thread);
    if (!next.isEmpty())
        open(next);
}

void ThreadsPage::rescue()
{
    const engine::ThreadRow *row = m_model.find(openedThread());
    if (!row || row->section != engine::Section::QuietList)
        return;
    m_undoable = {};
    m_toast->show(tr("%1 taken off the quiet list").arg(callerName(row->name, row->caller)), false);
    Q_EMIT rescued(row->thread);
}

void ThreadsPage::askCallback()
{
    const engine::ThreadRow *row = m_model.find(openedThread());
    if (!row || row->caller.isWithheld())
        return;
    m_undoable = {};
    m_toast->show(tr("%1 put on the call-back list").arg(callerName(row->name, row->caller)), false);
    Q_EMIT callbackAsked(row->thread);
}

void ThreadsPage::handBack(const ThreadId &thread, const QString &note)
{
    if (const engine::ThreadRow *row = m_model.find(thread)) {
        m_undoable = thread;
        m_toast->show(tr("%1 handed back to AI").arg(callerName(row->name, row->caller)), true);
    }
    Q_EMIT handedBack(thread, note);
}

void ThreadsPage::refuse(const ThreadId &thread, const QString &sentence)
{
    m_undoable = {};
    m_talk->giveBack(thread);
    m_toast->show(sentence, false);
}

bool ThreadsPage::undo()
{
    return m_toast->undo();
}

} // namespace deskbell::ui
