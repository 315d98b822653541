// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

namespace deskbell::engine {

void greet(Working &w, const CallId &call)
{
    ThreadState &s = w.state();
    const bool open = isOpen(w.profile().hours, w.now(), w.profile().zone);
    s.episode->textedFirst = true;
    s.firstTextAt = w.now();
    s.phase = phase::Greeting{};
    s.nudges = 0;
    // Fresh is counted from the end of the call, not from when we learnt of it.
    const Duration late = std::max(Duration(0), w.now() - s.episode->lastCallAt);
    Saying text;
    text.id = {u"first_text:" % call.value};
    text.kind = TextKind::FirstText;
    text.body = firstText(w.profile(), open, w.now());
    text.rule = open ? QStringLiteral("first_text.open") : QStringLiteral("first_text.closed");
    text.fresh = std::max(Duration(60s), w.policy().firstTextFresh - late);
    w.journal("first_text.ordered", {open ? QStringLiteral("open") : QStringLiteral("closed")}, text.id.value);
    say(w, std::move(text));
}

void onLineTypeKnown(Working &w, const fact::LineTypeKnown &fact)
{
    ThreadState &s = w.state();
    static const char *const words[] = {"unknown", "mobile", "landline", "toll_free", "voip", "premium"};
    w.journal("line_type", {QString::fromLatin1(words[static_cast<int>(fact.lineType)])});
    if (fact.lineType != LineType::Unknown)
        s.lineType = fact.lineType;
    if (!std::holds_alternative<phase::Greeting>(s.phase) || !s.episode || s.episode->textedFirst || s.held())
        return;
    Call call;
    call.id = s.episode->heard.empty() ? s.episode->call : s.episode->heard.back();
    call.startedAt = s.episode->lastCallAt;
    call.rang = s.episode->rang;
    call.voicemail = s.episode->voicemail;
    call.result = s.episode->result;
    s.phase = phase::Fresh{}; // nothing was said yet: judged anew with what is known now
    answerEpisode(w, call, LineAsked::Yes);
}

} // namespace deskbell::engine
