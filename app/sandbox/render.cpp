// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/render.h"

#include "app/sandbox/jsontext.h"
#include "app/sandbox/stamps.h"

namespace deskbell::sandbox {
namespace {

/// `"/2010-04-01/Accounts/AC…/Calls/CA…<rest>"`
void appendPath(QByteArray &out, const QByteArray &account, const char *list, const QByteArray &sid, const char *rest)
{
    out += "\"/2010-04-01/Accounts/";
    out += account;
    out += list;
    out += sid;
    out += rest;
    out += '"';
}

void addErrorMessage(JsonObject &object, int code)
{
    switch (code) {
    case 0: object.null("error_message"); return;
    case 30003: object.text("error_message", "Unreachable destination handset"); return;
    case 30006: object.text("error_message", "Landline or unreachable carrier"); return;
    case 30007: object.text("error_message", "Message filtered"); return;
    case 30036: object.text("error_message", "Validity Period Expired"); return;
    default: object.text("error_message", "Delivery failed");
    }
}

const char *direction(const Message &message)
{
    if (message.inbound)
        return "inbound";
    return message.fromCompany ? "outbound-reply" : "outbound-api";
}

} // namespace

void appendCall(QByteArray &out, const QByteArray &account, const Call &call, const CallState &state)
{
    JsonObject object(out);
    object.text("sid", call.sid);
    object.textOrNull("parent_call_sid", call.parentSid);
    object.text("account_sid", account);
    object.null("phone_number_sid");
    object.text("to", call.to);
    object.text("to_formatted", nationalForm(call.to));
    object.text("from", call.from);
    object.text("from_formatted", nationalForm(call.from));
    object.member("direction") += call.parentSid.isEmpty() ? "\"inbound\"" : "\"outbound-dial\"";
    object.text("status", word(state.status));
    object.date("start_time", call.startMs);
    object.date("end_time", state.endMs);
    object.textOrNull("duration", state.durationS < 0 ? QByteArray() : QByteArray::number(state.durationS));
    object.date("date_created", call.createdMs);
    object.date("date_updated", state.updatedMs);
    for (const char *unset : {"answered_by", "forwarded_from", "caller_name", "group_sid", "trunk_sid", "price"})
        object.null(unset);
    object.text("queue_time", "0");
    object.text("price_unit", "USD");
    object.text("api_version", "2010-04-01");
    appendPath(object.member("uri"), account, "/Calls/", call.sid, ".json");
    JsonObject more(object.member("subresource_uris"));
    appendPath(more.member("recordings"), account, "/Calls/", call.sid, "/Recordings.json");
    appendPath(more.member("events"), account, "/Calls/", call.sid, "/Events.json");
    appendPath(more.member("notifications"), account, "/Calls/", call.sid, "/Notifications.json");
}

void appendMessage(QByteArray &out, const QByteArray &account, const Message &message, const MessageState &state)
{
    JsonObject object(out);
    object.text("sid", message.sid);
    object.text("account_sid", account);
    object.textOrNull("messaging_service_sid", message.serviceSid);
    object.text("direction", direction(message));
    object.text("status", word(state.status));
    object.textOrNull("from", message.from);
    object.text("to", message.to);
    object.text("body", message.body);
    object.text("num_segments", QByteArray::number(message.segments));
    object.text("num_media", QByteArray::number(message.media));
    object.date("date_created", message.createdMs);
    object.date("date_sent", state.sentMs);
    object.date("date_updated", state.updatedMs);
    if (state.errorCode == 0)
        object.null("error_code");
    else
        object.number("error_code", state.errorCode);
    addErrorMessage(object, state.errorCode);
    object.null("price");
    object.text("price_unit", "USD");
    object.text("api_version", "2010-04-01");
    appendPath(object.member("uri"), account, "/Messages/", message.sid, ".json");
    JsonObject more(object.member("subresource_uris"));
    appendPath(more.member("media"), account, "/Messages/", message.sid, "/Media.json");
}

QByteArray errorBody(int status, int code, const QByteArray &message)
{
    QByteArray out;
    {
        JsonObject object(out);
        object.number("code", code);
        object.text("message", message);
        object.text("more_info", QByteArray("https://www.twilio.com/docs/errors/").append(QByteArray::number(code)));
        object.number("status", status);
    }
    return out;
}

namespace {

void addLineType(JsonObject &object, LineType type)
{
    JsonObject line(object.member("line_type_intelligence"));
    line.null("error_code");
    line.text("mobile_country_code", "310");
    line.text("mobile_network_code", "000");
    line.text("carrier_name", "Sandbox Wireless");
    line.text("type", word(type));
}

} // namespace

QByteArray lookupBody(const QByteArray &number, LineType type, bool withLineType)
{
    const bool valid = isDialable(number);
    const bool american = valid && number.startsWith("+1");
    QByteArray out;
    {
        JsonObject object(out);
        object.textOrNull("calling_country_code", american ? QByteArray("1") : QByteArray());
        object.textOrNull("country_code", american ? QByteArray("US") : QByteArray());
        object.text("phone_number", number);
        object.textOrNull("national_format", valid ? nationalForm(number) : QByteArray());
        object.boolean("valid", valid);
        if (valid)
            object.null("validation_errors");
        else
            object.member("validation_errors") += number.size() > 12 ? "[\"TOO_LONG\"]" : "[\"TOO_SHORT\"]";
        if (valid && withLineType)
            addLineType(object, type);
        else
            object.null("line_type_intelligence");
        for (const char *unset : {"caller_name", "sim_swap", "call_forwarding", "line_status", "identity_match",
                 "reassigned_number", "sms_pumping_risk", "phone_number_quality_score", "pre_fill"})
            object.null(unset);
        object.text("url", QByteArray("https://lookups.twilio.com/v2/PhoneNumbers/").append(number));
    }
    return out;
}

} // namespace deskbell::sandbox
