// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nemesis/company.h"
#include "tests/nemesis/schedule.h"


namespace deskbell::nemesis {
namespace {

QString happening(const Step &step)
{
    const QString caller = QStringLiteral("caller %1").arg(step.who + 1);
    const QString seat = seatOf(step.seat);
    switch (step.kind) {
    case Step::Kind::MissedCall: return caller % QStringLiteral(" calls, nobody answers");
    case Step::Kind::AnsweredCall: return caller % QStringLiteral(" calls and is answered");
    case Step::Kind::CalledBack: return QStringLiteral("the shop calls ") % caller % QStringLiteral(" and they talk");
    case Step::Kind::Write: return caller % QStringLiteral(" writes \"") % sentences()[step.number] % u'"';
    case Step::Kind::Stop: return caller % QStringLiteral(" writes \"") % stopWord(step.number) % u'"';
    case Step::Kind::Start: return caller % QStringLiteral(" writes \"START\"");
    case Step::Kind::TakeOver: return seat % QStringLiteral(" takes ") % caller % QStringLiteral(" over");
    case Step::Kind::Reply: return seat % QStringLiteral(" replies to ") % caller;
    case Step::Kind::DoubleClick: return seat % QStringLiteral(" replies to ") % caller % QStringLiteral(" and presses Enter twice");
    case Step::Kind::HandBack: return seat % QStringLiteral(" hands ") % caller % QStringLiteral(" back");
    case Step::Kind::Close: return seat % QStringLiteral(" closes the thread of ") % caller;
    case Step::Kind::StaffOptOut: return seat % QStringLiteral(" notes that ") % caller % QStringLiteral(" wants no texts");
    case Step::Kind::Note: return seat % QStringLiteral(" writes a note on ") % caller;
    case Step::Kind::AskCallback: return seat % QStringLiteral(" puts ") % caller % QStringLiteral(" on the call-back list");
    case Step::Kind::CallbackDone: return seat % QStringLiteral(" notes call-back outcome %1 for ").arg(step.number % 7) % caller;
    case Step::Kind::CallbackUndone: return seat % QStringLiteral(" takes the call-back outcome back for ") % caller;
    case Step::Kind::SettleUnclear:
        return seat % (step.number % 2 ? QStringLiteral(" wants the unclear text sent again to ") : QStringLiteral(" leaves the unclear text to ")) % caller;
    case Step::Kind::ShopPhoneText: return QStringLiteral("somebody texts ") % caller % QStringLiteral(" from the shop's phone");
    case Step::Kind::Weather: return QStringLiteral("the provider is ") % wordsOf(weatherOf(step.number));
    case Step::Kind::StaffBooks: return QStringLiteral("the shop blocks a time");
    case Step::Kind::PolicyChanged: return QStringLiteral("the rules are changed");
    case Step::Kind::PowerCut: return QStringLiteral("the power will be cut at the %1th crash point from here").arg(step.number);
    case Step::Kind::Restart: return QStringLiteral("the program is killed and started again");
    case Step::Kind::Sleep: return QStringLiteral("the computer sleeps for %1 min").arg(step.number);
    case Step::Kind::ClockSet: return QStringLiteral("the wall clock is set by %1 s").arg(step.number);
    }
    return {};
}

} // namespace

QString wordsOf(const Step &step)
{
    return happening(step) % QStringLiteral("; then ") % wordsOf(step.then) % QStringLiteral(" pass");
}

} // namespace deskbell::nemesis
