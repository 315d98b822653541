// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/rowfields.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {
namespace {

using Direction = CallRecord::Direction;
using Status = CallRecord::Status;

enum Field { Sid, Parent, From, To, DirectionField, StatusField, Started, Created, Ended, Talked, Name, AnsweredBy };

Direction directionOf(QStringView word)
{
    if (word == u"inbound")
        return Direction::Inbound;
    if (word == u"outbound-dial")
        return Direction::OutboundDial;
    if (word == u"outbound-api" || word == u"outbound")
        return Direction::OutboundApi;
    if (word == u"trunking-originating")
        return Direction::TrunkIn;
    return word == u"trunking-terminating" ? Direction::TrunkOut : Direction::Unknown;
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
        call.sid = fields.sid(Sid);
    else if (name == u"parent_call_sid")
        call.parent = fields.scalar(Parent, "parent_call_sid").toString();
    else if (name == u"from")
        call.from = fields.number(From, "from", &r.rawFrom);
    else if (name == u"to")
        call.to = fields.number(To, "to");
    else if (name == u"direction")
        call.direction = directionOf(fields.scalar(DirectionField, "direction"));
    else if (name == u"status")
        call.status = statusOf(fields.scalar(StatusField, "status"));
    else if (name == u"start_time")
        call.startedAt = fields.date(Started, "start_time");
    else if (name == u"date_created")
        r.created = fields.date(Created, "date_created");
    else if (name == u"end_time")
        call.endedAt = fields.date(Ended, "end_time");
    else if (name == u"duration")
        call.talked = fields.seconds(Talked, "duration");
    else if (name == u"caller_name")
        call.callerName = plainName(fields.scalar(Name, "caller_name"));
    else if (name == u"answered_by") {
        const QStringView who = fields.scalar(AnsweredBy, "answered_by");
        call.machine = who.startsWith(u"machine") || who.startsWith(u"fax");
    } else
        fields.skip();
}

void judge(const CallReading &r, RowFields &fields)
{
    if (!fields.wasSaid(Sid))
        fields.spoil("sid", "is missing");
    if (!fields.wasSaid(StatusField))
        fields.spoil("status", "is missing");
    if (r.call.direction == Direction::Unknown)
        fields.spoil("direction", fields.wasSaid(DirectionField) ? "is an unknown word" : "is missing");
    if (r.call.direction == Direction::Inbound && r.call.to.isWithheld() && !isDevice(r.rawFrom))
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
