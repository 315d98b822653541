// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/restapi.h"

#include "app/sandbox/formfields.h"
#include "app/sandbox/jsontext.h"
#include "app/sandbox/listquery.h"
#include "app/sandbox/render.h"
#include "app/sandbox/spoil.h"

namespace deskbell::sandbox {
namespace {

constexpr std::string_view accounts = "/2010-04-01/Accounts/";
constexpr std::string_view phoneNumbers = "/v2/PhoneNumbers/";

HttpAnswer error(int status, int code, const QByteArray &message)
{
    return {status, errorBody(status, code, message)};
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

HttpAnswer notFound(std::string_view path)
{
    const QByteArray what(path.data(), qsizetype(path.size()));
    return error(404, 20404, QByteArray("The requested resource ").append(what).append(" was not found"));
}

} // namespace

bool RestApi::isFor(std::string_view path)
{
    return path.substr(0, accounts.size()) == accounts || path.substr(0, phoneNumbers.size()) == phoneNumbers;
}

RestApi::Target RestApi::targetOf(const HttpRequest &request)
{
    using Kind = Target::Kind;
    const bool post = request.method == "POST";
    if (!post && request.method != "GET")
        return {Kind::WrongMethod, {}, {}};
    if (request.path.substr(0, phoneNumbers.size()) == phoneNumbers)
        return {post ? Kind::WrongMethod : Kind::Lookup, {},
            percentDecoded(request.path.substr(phoneNumbers.size()), Plus::Plus)};
    std::string_view rest = request.path.substr(accounts.size());
    const auto slash = rest.find('/');
    Target target{Kind::None, QByteArray(rest.data(), qsizetype(std::min(slash, rest.size()))), {}};
    if (slash == std::string_view::npos || !endsWith(rest, ".json"))
        return target;
    rest = rest.substr(slash + 1, rest.size() - slash - 1 - 5);
    const auto inner = rest.find('/');
    const std::string_view list = rest.substr(0, inner);
    const bool single = inner != std::string_view::npos;
    if (single)
        target.id = QByteArray(rest.data() + inner + 1, qsizetype(rest.size() - inner - 1));
    if (list == "Calls")
        target.kind = post ? Kind::WrongMethod : single ? Kind::OneCall : Kind::CallList;
    else if (list == "Messages" && post)
        target.kind = single ? Kind::ChangeMessage : Kind::Create;
    else if (list == "Messages")
        target.kind = single ? Kind::OneMessage : Kind::MessageList;
    return target;
}

Place RestApi::placeOf(Target::Kind kind)
{
    switch (kind) {
    case Target::Kind::Create: return Place::Create;
    case Target::Kind::CallList: return Place::Calls;
    case Target::Kind::MessageList: return Place::Messages;
    case Target::Kind::Lookup: return Place::Lookup;
    default: return Place::Fetch;
    }
}

void RestApi::handle(const HttpRequest &request, int inFlight, const Reply &reply)
{
    const Target target = targetOf(request);
    const Place place = placeOf(target.kind);
    if (place == Place::Create)
        ++m_works.counters.createsArrived;
    const auto latency = m_works.faults.take(FaultKind::Latency, place);
    const auto fault = m_works.faults.takeAnswer(place, inFlight);
    HttpAnswer answer;
    if (!fault || fault->accept)
        answer = serve(request, target);
    if (fault) {
        ++m_works.counters.answersSpoilt;
        if (fault->kind == FaultKind::NeverAnswer)
            return;
        spoil(answer, *fault);
    }
    if (latency)
        m_works.wire.after(double(latency->ms), [reply, answer] { reply(answer); });
    else
        reply(std::move(answer));
}

bool RestApi::isAllowed(std::string_view authorization) const
{
    constexpr std::string_view basic = "Basic ";
    if (authorization.substr(0, basic.size()) != basic)
        return false;
    authorization.remove_prefix(basic.size());
    const QByteArray pair =
        QByteArray::fromBase64(QByteArray::fromRawData(authorization.data(), qsizetype(authorization.size())));
    if (!m_works.settings.apiKey.isEmpty())
        return pair == m_works.settings.apiKey;
    const qsizetype colon = pair.indexOf(':');
    return colon > 0 && colon + 1 < pair.size();
}

HttpAnswer RestApi::serve(const HttpRequest &request, const Target &target)
{
    using Kind = Target::Kind;
    const bool foreign = !m_works.settings.apiKey.isEmpty() && target.kind != Kind::Lookup
        && target.account != m_works.settings.accountSid;
    if (foreign || !isAllowed(request.authorization))
        return spoilt({}, {.kind = FaultKind::Unauthorized});
    switch (target.kind) {
    case Kind::Create: return create(request, target);
    case Kind::CallList:
    case Kind::MessageList: return list(request, target);
    case Kind::OneCall:
    case Kind::OneMessage: return one(target);
    case Kind::ChangeMessage: return change(request, target);
    case Kind::Lookup: return lookUp(request, target);
    case Kind::WrongMethod: return error(405, 20004, "Method not allowed");
    case Kind::None: break;
    }
    return notFound(request.path);
}

HttpAnswer RestApi::create(const HttpRequest &request, const Target &target)
{
    if (request.contentType.find("application/x-www-form-urlencoded") != 0)
        return error(415, 20415, "The body must be application/x-www-form-urlencoded.");
    const FormFields fields(request.body);
    const TextOrder order{fields.value("From"), fields.value("To"), fields.value("Body"),
        fields.value("MessagingServiceSid"), fields.count("MediaUrl"), fields.value("ValidityPeriod").toInt(),
        fields.has("ContentSid")};
    if (const auto refusal = m_texts.judge(order)) {
        ++m_works.counters.createsRefused;
        return error(refusal->status, refusal->code, refusal->message);
    }
    const Message &message = m_works.ledger.messages.at(m_texts.accept(order));
    HttpAnswer answer{201, {}};
    answer.body.reserve(1024);
    appendMessage(answer.body, target.account, message, message.now);
    return answer;
}

HttpAnswer RestApi::list(const HttpRequest &request, const Target &target)
{
    ++m_works.counters.listsServed;
    const bool calls = target.kind == Target::Kind::CallList;
    const FormFields fields(request.query);
    ListQuery query;
    QByteArray why;
    if (!readListQuery(fields, query, why))
        return error(400, 20001, why);
    const auto page = calls ? callsPage(m_works, query) : messagesPage(m_works, query);
    if (!page)
        return error(400, 20001, "Invalid page token");
    const auto lastSid = [&] {
        const RecordIndex last = page->rows.back();
        return calls ? m_works.ledger.calls.at(last).sid : m_works.ledger.messages.at(last).sid;
    };
    const int start = query.page * query.pageSize;
    HttpAnswer answer;
    answer.body.reserve(256 + qsizetype(page->rows.size()) * 1200);
    {
        JsonObject object(answer.body);
        object.number("page", query.page);
        object.number("page_size", query.pageSize);
        object.number("start", start);
        object.number("end", page->rows.empty() ? start : start + qint64(page->rows.size()) - 1);
        object.text("uri", pageUri(request.path, fields, query.pageSize, query.page, query.afterSid));
        object.text("first_page_uri", pageUri(request.path, fields, query.pageSize, 0, {}));
        object.null("previous_page_uri");
        if (page->more)
            object.text("next_page_uri", pageUri(request.path, fields, query.pageSize, query.page + 1, lastSid()));
        else
            object.null("next_page_uri");
        appendRows(object.member(calls ? "calls" : "messages"), target, page->rows);
    }
    return answer;
}

void RestApi::appendRows(QByteArray &out, const Target &target, const std::vector<RecordIndex> &rows)
{
    const bool twice =
        !rows.empty() && m_works.faults.take(FaultKind::ListDuplicates, placeOf(target.kind)).has_value();
    const char *comma = "";
    out += '[';
    for (RecordIndex row : rows) {
        for (int copy = 0; copy < (twice ? 2 : 1); ++copy) {
            out += std::exchange(comma, ",");
            appendRow(out, target, row);
        }
    }
    out += ']';
}

void RestApi::appendRow(QByteArray &out, const Target &target, RecordIndex row) const
{
    if (target.kind == Target::Kind::CallList || target.kind == Target::Kind::OneCall) {
        const Call &call = m_works.ledger.calls.at(row);
        appendCall(out, target.account, call, call.now);
    } else {
        const Message &message = m_works.ledger.messages.at(row);
        appendMessage(out, target.account, message, message.now);
    }
}

HttpAnswer RestApi::one(const Target &target) const
{
    const auto found = target.kind == Target::Kind::OneCall ? m_works.ledger.calls.find(target.id)
                                                            : m_works.ledger.messages.find(target.id);
    if (!found)
        return notFound({target.id.constData(), std::size_t(target.id.size())});
    HttpAnswer answer;
    appendRow(answer.body, target, *found);
    return answer;
}

HttpAnswer RestApi::change(const HttpRequest &request, const Target &target)
{
    const auto found = m_works.ledger.messages.find(target.id);
    if (!found)
        return notFound(request.path);
    if (FormFields(request.body).value("Status") != "canceled")
        return error(400, 20001, "Only Status=canceled is known here");
    if (!m_texts.cancel(*found))
        return error(400, 30409, "The message has left and cannot be canceled");
    return one(target);
}

HttpAnswer RestApi::lookUp(const HttpRequest &request, const Target &target)
{
    ++m_works.counters.lookups;
    const bool withLineType = FormFields(request.query).value("Fields").contains("line_type_intelligence");
    return {200, lookupBody(target.id, m_works.ledger.lineType(target.id), withLineType)};
}

} // namespace deskbell::sandbox
