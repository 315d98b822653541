// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/rowfields.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {
namespace {

using CallDirection = CallRecord::Direction;
using Status = CallRecord::Status;

struct CallField {
    enum { Sid, Parent, From, To, DirectionField, StatusField, Started, Created, Ended, Talked, Name, AnsweredBy };
};

CallDirection callDirection(QStringView word)
{
    if (word == u"inbound")
        return CallDirection::Inbound;
    if (word == u"outbound-dial")
        return CallDirection::OutboundDial;
    if (word == u"outbound-api" || word == u"outbound")
        return CallDirection::OutboundApi;
    if (word == u"trunking-originating")
        return CallDirection::TrunkIn;
    return word == u"trunking-terminating" ? CallDirection::TrunkOut : CallDirection::Unknown;
}

Status statusOf(QStringView word)
{
    struct Word {
        QLatin1String text;
        Status status;
    };
    static constexpr Word words[] = {{QLatin1String("completed"), Status::Completed},
        {QLatin1String("no-answer"), Status::NoAnswer}, {QLatin1String("ringing"), Status::Ringing},
        {QLatin1String("in-progress"), Status::InProgress}, {QLatin1String("busy"), Status::Busy},
        {QLatin1String("failed"), Status::Failed}, {QLatin1String("canceled"), Status::Canceled},
        {QLatin1String("queued"), Status::Queued}, {QLatin1String("initiated"), Status::Queued}};
    for (const Word &known : words) {
        if (word == known.text)
            return known.status;
    }
    return Status::Unknown; // not over: it is read again
}

/// A name off the network: one line, short.
QString plainName(QStringView raw)
{
    QString name = raw.left(100).toString();
    for (QChar &c : name) {
        if (!c.isPrint())
            c = u' ';
    }
    return name.trimmed();
}

bool isDevice(const QString &raw)
{
    return raw.startsWith(QLatin1String("client:")) || raw.startsWith(QLatin1String("sip:"));
}

struct CallReading {
    CallRecord call;
    Instant created;
    QString rawFrom; ///< what stood there when it was no number
};

void takeField(CallReading &r, RowFields &fields, QStringView name)
{
    CallRecord &call = r.call;
    if (name == u"sid")
        call.sid = fields.sid(CallField::Sid);
    else if (name == u"parent_call_sid")
        call.parent = fields.scalar(CallField::Parent, "parent_call_sid").toString();
    else if (name == u"from")
        call.from = fields.number(CallField::From, "from", &r.rawFrom);
    else if (name == u"to")
        call.to = fields.number(CallField::To, "to");
    else if (name == u"direction")
        call.direction = callDirection(fields.scalar(CallField::DirectionField, "direction"));
    else if (name == u"status")
        call.status = statusOf(fields.scalar(CallField::StatusField, "status"));
    else if (name == u"start_time")
        call.startedAt = fields.date(CallField::Started, "start_time");
    else if (name == u"date_created")
        r.created = fields.date(CallField::Created, "date_created");
    else if (name == u"end_time")
        call.endedAt = fields.date(CallField::Ended, "end_time");
    else if (name == u"duration")
        call.talked = fields.seconds(CallField::Talked, "duration");
    else if (name == u"caller_name")
        call.callerName = plainName(fields.scalar(CallField::Name, "caller_name"));
    else if (name == u"answered_by") {
        const QStringView who = fields.scalar(CallField::AnsweredBy, "answered_by");
        call.machine = who.startsWith(u"machine") || who.startsWith(u"fax");
    } else
        fields.skip();
}

void judge(const CallReading &r, RowFields &fields)
{
    if (!fields.wasSaid(CallField::Sid))
        fields.spoil("sid", "is missing");
    if (!fields.wasSaid(CallField::StatusField))
        fields.spoil("status", "is missing");
    if (r.call.direction == CallDirection::Unknown)
        fields.spoil("direction", fields.wasSaid(CallField::DirectionField) ? "is an unknown word" : "is missing");
    if (r.call.direction == CallDirection::Inbound && r.call.to.isWithheld() && !isDevice(r.rawFrom))
        fields.spoil("to", "is no number");
}

} // namespace

tl::expected<CallRecord, BadRow> scanCall(JsonScan &scan)
{
    RowFields fields(scan);
    CallReading r;
    if (scan.kind() != JsonScan::Kind::Object) {
        scan.skip();
        return tl::make_unexpected(BadRow{{}, QStringLiteral("is no object")});
    }
    scan.enterObject();
    for (QStringView name; fields.next(&name);)
        takeField(r, fields, name);
    judge(r, fields);
    if (!fields.isGood())
        return tl::make_unexpected(fields.bad());
    if (!r.call.startedAt.isSet())
        r.call.startedAt = r.created;
    r.call.fromDevice = isDevice(r.rawFrom);
    return r.call;
}

} // namespace deskbell::link
