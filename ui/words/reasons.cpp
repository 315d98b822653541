// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/reasons.h"

#include "core/engine/codes.h"
#include "ui/words/words.h"

#include <QLocale>
#include <array>

namespace deskbell::ui {

using engine::Reason;
using engine::Section;

QString word(Section section)
{
    switch (section) {
    case Section::NeedsPerson: return Words::tr("Needs a person");
    case Section::WithPerson: return Words::tr("With a person");
    case Section::AssistantAnswering: return Words::tr("AI answering");
    case Section::WaitingForCaller: return Words::tr("Waiting for caller");
    case Section::QuietList: return Words::tr("Quiet list");
    case Section::Done: return Words::tr("Done");
    }
    return {};
}

QString word(Reason reason)
{
    switch (reason) {
    case Reason::None: return {};
    case Reason::Landline: return Words::tr("landline, cannot be texted");
    case Reason::TollFree: return Words::tr("toll-free number, not texted");
    case Reason::Premium: return Words::tr("premium number, not texted");
    case Reason::Withheld: return Words::tr("number withheld");
    case Reason::OptedOut: return Words::tr("said STOP, may only be called");
    case Reason::LateDiscovery: return Words::tr("found too late to text");
    case Reason::Undelivered: return Words::tr("text did not arrive");
    case Reason::SendUnclear: return Words::tr("unclear if the text went out");
    case Reason::SendRefused: return Words::tr("provider refused the text");
    case Reason::AskedForPerson: return Words::tr("asked for a person");
    case Reason::Urgent: return Words::tr("urgent");
    case Reason::Unsure: return Words::tr("AI does not know the answer");
    case Reason::NoReply: return Words::tr("no reply to the nudges");
    case Reason::CalledAgainWhileHeld: return Words::tr("called again");
    case Reason::HolderSilent: return Words::tr("waits for an answer too long");
    case Reason::WroteAfterOptOut: return Words::tr("wrote again after STOP");
    case Reason::MaybeAppointment: return Words::tr("no more texts: does the visit stand?");
    case Reason::NoAllowedTime: return Words::tr("no hour at which a text may go");
    case Reason::TextsStopped: return Words::tr("automatic texts are stopped");
    case Reason::StaffRequest: return Words::tr("put here by staff");
    case Reason::Spam: return Words::tr("looks like a robocall");
    case Reason::Blocked: return Words::tr("blocked by you");
    case Reason::Staff: return Words::tr("one of your own people");
    case Reason::Supplier: return Words::tr("a supplier");
    case Reason::Foreign: return Words::tr("foreign number, not texted");
    case Reason::InvalidNumber: return Words::tr("no such number exists");
    case Reason::OwnNumber: return Words::tr("your own number");
    case Reason::NotCounted: return Words::tr("your rules do not count it as missed");
    case Reason::TooManyTexts: return Words::tr("more first texts in an hour than you allow");
    case Reason::Promised: return Words::tr("we said we would");
    case Reason::Today: return Words::tr("needs a person today");
    }
    return {};
}

QString pillWord(Reason reason)
{
    switch (reason) {
    case Reason::None: return Words::tr("Call back");
    case Reason::Landline: return Words::tr("Landline");
    case Reason::TollFree: return Words::tr("Toll-free");
    case Reason::Premium: return Words::tr("Premium");
    case Reason::Withheld: return Words::tr("Withheld");
    case Reason::OptedOut: return Words::tr("Said STOP");
    case Reason::LateDiscovery: return Words::tr("Found late");
    case Reason::Undelivered: return Words::tr("Not delivered");
    case Reason::SendUnclear: return Words::tr("Text unclear");
    case Reason::SendRefused: return Words::tr("Text refused");
    case Reason::AskedForPerson: return Words::tr("Asked for a call");
    case Reason::Urgent: return Words::tr("Urgent");
    case Reason::Unsure: return Words::tr("AI unsure");
    case Reason::NoReply: return Words::tr("No reply");
    case Reason::CalledAgainWhileHeld: return Words::tr("Called again");
    case Reason::HolderSilent: return Words::tr("Waits too long");
    case Reason::WroteAfterOptOut: return Words::tr("Wrote after STOP");
    case Reason::MaybeAppointment: return Words::tr("About the visit");
    case Reason::NoAllowedTime: return Words::tr("No allowed hour");
    case Reason::TextsStopped: return Words::tr("Texts stopped");
    case Reason::StaffRequest: return Words::tr("Put here by staff");
    case Reason::Spam: return Words::tr("Robocall");
    case Reason::Blocked: return Words::tr("Blocked");
    case Reason::Staff: return Words::tr("Staff");
    case Reason::Supplier: return Words::tr("Supplier");
    case Reason::Foreign: return Words::tr("Foreign");
    case Reason::InvalidNumber: return Words::tr("No real number");
    case Reason::OwnNumber: return Words::tr("Own number");
    case Reason::NotCounted: return Words::tr("Not counted");
    case Reason::TooManyTexts: return Words::tr("Too many texts");
    case Reason::Promised: return Words::tr("Promised");
    case Reason::Today: return Words::tr("Today");
    }
    return {};
}

QString reasonOfCode(const QString &code)
{
    for (int value = 0; value <= int(Reason::Today); ++value) {
        if (code == QLatin1String(engine::wordOf(Reason(value))))
            return word(Reason(value));
    }
    return readable(code);
}

QString escalationKind(const QString &kind)
{
    if (kind == u"human")
        return Words::tr("asked for a person");
    if (kind == u"complaint" || kind == u"upset")
        return Words::tr("upset");
    if (kind == u"ungrounded")
        return Words::tr("the AI's answer is in none of your rows");
    if (kind == u"water")
        return Words::tr("water");
    if (kind == u"gas")
        return Words::tr("gas");
    if (kind == u"legal")
        return Words::tr("legal");
    if (kind == u"medical")
        return Words::tr("medical");
    if (kind == u"self_harm")
        return Words::tr("may harm themselves");
    if (kind == u"threat")
        return Words::tr("threatened");
    if (kind == u"electric")
        return Words::tr("electricity");
    if (kind == u"lockout")
        return Words::tr("locked in or out");
    if (kind == u"damage")
        return Words::tr("says we damaged something");
    if (kind == u"official")
        return Words::tr("press or an authority");
    if (kind == u"repeat")
        return Words::tr("fails again after our visit");
    return readable(kind);
}

QString word(LeadOutcome outcome)
{
    switch (outcome) {
    case LeadOutcome::Open: return {};
    case LeadOutcome::Booked: return Words::tr("Booked");
    case LeadOutcome::Rescheduled: return Words::tr("Moved");
    case LeadOutcome::Cancelled: return Words::tr("Visit cancelled");
    case LeadOutcome::CallbackBooked: return Words::tr("Call-back agreed");
    case LeadOutcome::Answered: return Words::tr("Question answered");
    case LeadOutcome::Declined: return Words::tr("Not for us");
    case LeadOutcome::Escalated: return Words::tr("Passed to a person");
    case LeadOutcome::ContactedNoReply: return Words::tr("Texted, no reply");
    case LeadOutcome::OptedOut: return Words::tr("Said STOP");
    case LeadOutcome::WrongNumber: return Words::tr("Wrong number");
    case LeadOutcome::Spam: return Words::tr("Spam");
    case LeadOutcome::ReachedByPhone: return Words::tr("Reached by phone");
    case LeadOutcome::ManualCallback: return Words::tr("To call back");
    }
    return {};
}

QString word(engine::fact::CallbackResult result)
{
    using enum engine::fact::CallbackResult;
    switch (result) {
    case SpokeBooked: return Words::tr("Spoke, booked");
    case SpokeWillThink: return Words::tr("Spoke, will think");
    case NoAnswer: return Words::tr("No answer");
    case LeftVoicemail: return Words::tr("Left voicemail");
    case WrongNumber: return Words::tr("Wrong number");
    case DoNotCall: return Words::tr("Do not call again");
    case Later: return Words::tr("Later");
    }
    return {};
}

QString callbackResultOfCode(const QString &code)
{
    using enum engine::fact::CallbackResult;
    static const std::array<std::pair<const char16_t *, engine::fact::CallbackResult>, 7> codes{
        {{u"spoke_booked", SpokeBooked}, {u"spoke_will_think", SpokeWillThink}, {u"no_answer", NoAnswer},
            {u"left_voicemail", LeftVoicemail}, {u"wrong_number", WrongNumber}, {u"do_not_call", DoNotCall},
            {u"later", Later}}};
    for (const auto &[known, result] : codes) {
        if (code == QStringView(known))
            return word(result);
    }
    return sentence(readable(code));
}

QString word(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Planned: return Words::tr("waiting to be sent");
    case Delivery::Sending: return Words::tr("sending");
    case Delivery::Unclear: return Words::tr("checking if it went out");
    case Delivery::Accepted:
    case Delivery::Sent: return Words::tr("sent");
    case Delivery::Delivered: return Words::tr("delivered");
    case Delivery::Read: return Words::tr("read");
    case Delivery::Failed: return Words::tr("failed");
    case Delivery::Cancelled: return Words::tr("not sent");
    }
    return {};
}

QString failureSentence(int errorCode)
{
    switch (errorCode) {
    case 30006: return Words::tr("Not delivered: this number cannot receive texts.");
    case 30003: return Words::tr("Not delivered: the phone is off or out of reach.");
    case 30004: return Words::tr("Not delivered: the caller's phone blocks our texts.");
    case 30005: return Words::tr("Not delivered: this number does not exist.");
    case 30007: return Words::tr("Not delivered: the caller's network filtered the text as spam.");
    case 30034: return Words::tr("Not sent: our number is not registered for texting yet. Ask your phone provider.");
    case 21610: return Words::tr("Not sent: this caller has said STOP to our number.");
    case 21211: return Words::tr("Not sent: the provider does not accept this number.");
    case 63016: return Words::tr("Not sent: WhatsApp allows only an approved message now.");
    case 0: return Words::tr("Not delivered. Call instead, or try again.");
    default: return Words::tr("Not delivered (provider code %1). Call instead, or try again.").arg(errorCode);
    }
}

} // namespace deskbell::ui
