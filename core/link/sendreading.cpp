// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/sendreading.h"

#include "core/base/redact.h"
#include "core/link/textmatch.h"
#include "core/link/twilioerrors.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {
namespace {

using Ending = runtime::SendAnswer::Kind;
using Wait = SendReading::Wait;

SendReading reading(Ending kind, const QString &detail, Wait wait = Wait::None)
{
    SendReading r;
    r.answer.kind = kind;
    r.answer.detail = detail;
    r.wait = wait;
    return r;
}

SendReading alarming(const QString &detail)
{
    SendReading r = reading(Ending::Unclear, detail);
    r.alarm = detail;
    return r;
}

SendReading readAccepted(const http::Response &response, const runtime::OutgoingText &text)
{
    const auto row = readText(response.body);
    if (!row)
        return alarming(
            QStringLiteral("the provider answered %1 with %2").arg(response.status).arg(row.error().detail));
    if (row->to != text.to)
        return alarming(QStringLiteral("the provider took a text for %1 instead of %2")
                            .arg(maskNumber(row->to.e164), maskNumber(text.to.e164)));
    if (!sameWords(*row, text.body))
        return alarming(QStringLiteral("the provider took other words than ours"));
    SendReading r = reading(Ending::Accepted, {});
    r.answer.text = ProviderId{row->sid};
    return r;
}

SendReading readRefusal(const ProviderError &error, int status)
{
    const QString words = QStringLiteral("%1: %2").arg(error.code).arg(error.words);
    switch (consequenceOf(error.code)) {
    case Consequence::SignIn:
    case Consequence::Setup:
    case Consequence::NotRegistered: return reading(Ending::SignInNeeded, words, Wait::SignIn);
    case Consequence::Later: return reading(Ending::NotNow, words, Wait::TooMany);
    case Consequence::Unclear:
    case Consequence::MaybeSent: return reading(Ending::Unclear, words);
    default: break;
    }
    if (status == 401 || status == 403)
        return reading(Ending::SignInNeeded, words, Wait::SignIn);
    return reading(Ending::Refused, words);
}

SendReading readStatus(const http::Response &response, const runtime::OutgoingText &text)
{
    const int status = response.status;
    if (status >= 200 && status < 300)
        return readAccepted(response, text);
    if (status == 429) // by the provider's word never processed, whatever stands in the body
        return reading(Ending::NotNow, QStringLiteral("too many requests"), Wait::TooMany);
    const auto error = readError(response.body);
    const QString bare = QStringLiteral("answered %1").arg(status);
    if (status >= 500 || status == 408)
        return reading(Ending::Unclear, error ? QString(bare % u", " % error->words) : bare);
    if (status >= 300 && status < 400)
        return alarming(QString(bare % u": sent elsewhere"));
    if (error)
        return readRefusal(*error, status);
    if (status == 401) // checked before anything else is
        return reading(Ending::SignInNeeded, bare, Wait::SignIn);
    return reading(Ending::Unclear, QString(bare % u" by something that is not the provider"));
}

SendReading readTrouble(const http::Trouble &trouble)
{
    if (trouble.reach == http::Reach::MayHaveArrived)
        return reading(Ending::Unclear, trouble.error.detail);
    if (trouble.error.kind == ErrorKind::Unusable)
        return reading(Ending::SignInNeeded, trouble.error.detail, Wait::SignIn);
    return reading(Ending::NotNow, trouble.error.detail, Wait::Unreachable);
}

} // namespace

SendReading readSendAnswer(const http::Reply &reply, const runtime::OutgoingText &text)
{
    if (!reply)
        return readTrouble(reply.error());
    SendReading r = readStatus(*reply, text);
    r.retryAfter = reply->retryAfter();
    if (r.answer.kind == Ending::Refused || r.answer.kind == Ending::SignInNeeded) {
        if (const auto error = readError(reply->body))
            r.answer.errorCode = error->code;
    }
    return r;
}

} // namespace deskbell::link
