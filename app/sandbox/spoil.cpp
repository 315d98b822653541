// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/spoil.h"

#include "app/sandbox/render.h"

namespace deskbell::sandbox {
namespace {

HttpAnswer tooMany(const Fault &fault)
{
    HttpAnswer answer{429, errorBody(429, 20429, "Too Many Requests")};
    if (fault.retryAfter >= 0)
        answer.moreHeaders = QByteArray("Retry-After: ").append(QByteArray::number(fault.retryAfter)).append("\r\n");
    return answer;
}

HttpAnswer webPage()
{
    HttpAnswer answer{200, "<!DOCTYPE html><html><body><h1>Please sign in to this network</h1></body></html>"};
    answer.contentType = "text/html";
    return answer;
}

/// Well-formed at every place but one: in the middle of the first text value.
QByteArray withBrokenText(QByteArray body)
{
    const qsizetype at = body.indexOf(":\"");
    return at < 0 ? QByteArray("{\"message\":\"\xff\xfe\"}") : body.insert(at + 2, "\xff\xfe\xc3");
}

} // namespace

void spoil(HttpAnswer &answer, const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::TooMany: answer = tooMany(fault); break;
    case FaultKind::Unauthorized: answer = {401, errorBody(401, 20003, "Authenticate")}; break;
    case FaultKind::Refuse:
        answer = {fault.status, errorBody(fault.status, fault.code, "Refused by the sandbox on request")};
        break;
    case FaultKind::ErrorBefore:
    case FaultKind::ErrorAfter: answer = {500, errorBody(500, 20500, "Internal Server Error")}; break;
    case FaultKind::ResetAfter: answer.ending = Ending::Reset; break;
    case FaultKind::CloseUnanswered: answer.ending = Ending::Drop; break;
    case FaultKind::CutAnswer: answer.ending = Ending::Cut; break;
    case FaultKind::Malformed: answer.body.truncate(answer.body.size() * 2 / 3); break;
    case FaultKind::Html: answer = webPage(); break;
    case FaultKind::HugeBody: answer = {200, QByteArray(qsizetype(fault.bytes), ' ')}; break;
    case FaultKind::NotUtf8: answer.body = withBrokenText(std::move(answer.body)); break;
    case FaultKind::BadEnum: answer.body.replace("\"status\":\"", "\"status\":\"un"); break;
    default: break;
    }
}

HttpAnswer spoilt(HttpAnswer answer, const Fault &fault)
{
    spoil(answer, fault);
    return answer;
}

} // namespace deskbell::sandbox
