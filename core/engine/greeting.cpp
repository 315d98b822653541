// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wording.h"
#include "core/engine/working.h"

namespace deskbell::engine {

namespace {

void callInstead(Working &w, Reason reason)
{
    w.state().phase = phase::CallbackOnly{reason};
    queueCallback(w, reason);
}

/// When the first text leaves: at once, or held until every rule allows it. Nothing: nobody may text, a person calls.
std::optional<Instant> leaveTime(Working &w, const OrderId &order)
{
    if (w.context.textsStopped) {
        w.journal("texts.stopped");
        callInstead(w, Reason::TextsStopped);
        return std::nullopt;
    }
    if (!hoursApply(TextKind::FirstText, w.state(), w.context))
        return w.now();
    const SendTime time = sendTime(w.state(), w.context, w.now());
    if (!time.at) {
        journalHours(w, "hours.none", TextKind::FirstText, time, order);
        callInstead(w, Reason::NoAllowedTime);
    } else if (*time.at > w.now()) {
        journalHours(w, "hours.wait", TextKind::FirstText, time, order);
    }
    return time.at;
}

} // namespace

void greet(Working &w, const CallId &call)
{
    ThreadState &s = w.state();
    const OrderId id{u"first_text:" % call.value};
    const auto leaves = leaveTime(w, id);
    if (!leaves)
        return;
    const QString variant = firstTextVariant(w.profile(), *leaves);
    s.episode->textedFirst = true;
    s.firstTextAt = w.now();
    s.phase = phase::Greeting{};
    s.nudges = 0;
    // Fresh is counted from the end of the call, not from when we learnt of it.
    const Duration late = std::max(Duration(0), w.now() - s.episode->lastCallAt);
    Saying text;
    text.id = id;
    text.kind = TextKind::FirstText;
    text.body = firstText(w.profile(), *leaves);
    text.rule = u"first_text." % variant;
    text.fresh = std::max(Duration(60s), w.policy().firstTextFresh - late);
    if (*leaves > w.now()) {
        text.notBefore = *leaves;
        text.fresh = w.policy().firstTextFresh;
    }
    w.journal("first_text.ordered", {variant}, text.id.value);
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
