// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/rowfields.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {
namespace {

using TextDirection = TextRecord::Direction;

struct TextField {
    enum { Sid, From, To, DirectionField, StatusField, Body, Created, Sent, Code, Media };
};

TextDirection textDirection(QStringView word)
{
    if (word == u"inbound")
        return TextDirection::Inbound;
    if (word == u"outbound-api" || word == u"outbound")
        return TextDirection::OutboundApi;
    if (word == u"outbound-reply")
        return TextDirection::OutboundReply;
    return word == u"outbound-call" ? TextDirection::OutboundCall : TextDirection::Unknown;
}

struct Standing {
    QLatin1String word;
    Delivery delivery;
    bool settled;
};

void takeStatus(TextRecord &text, QStringView word)
{
    static constexpr Standing table[] = {{QLatin1String("delivered"), Delivery::Delivered, true},
        {QLatin1String("received"), Delivery::Delivered, true}, {QLatin1String("sent"), Delivery::Sent, false},
        {QLatin1String("queued"), Delivery::Accepted, false}, {QLatin1String("sending"), Delivery::Accepted, false},
        {QLatin1String("accepted"), Delivery::Accepted, false}, {QLatin1String("scheduled"), Delivery::Accepted, false},
        {QLatin1String("undelivered"), Delivery::Failed, true}, {QLatin1String("failed"), Delivery::Failed, true},
        {QLatin1String("read"), Delivery::Read, true}, {QLatin1String("canceled"), Delivery::Cancelled, true},
        {QLatin1String("partially_delivered"), Delivery::Delivered, true}};
    text.receiving = word == u"receiving";
    for (const Standing &known : table) {
        if (word == known.word) {
            text.delivery = known.delivery;
            text.settled = known.settled;
            return;
        }
    }
}

/// A code nobody can read is no reason to lose the text it belongs to: the state says enough.
int codeOf(QStringView written)
{
    return std::max(0, written.toInt());
}

void takeField(TextRecord &text, RowFields &fields, QStringView name)
{
    if (name == u"sid")
        text.sid = fields.sid(TextField::Sid);
    else if (name == u"direction")
        text.direction = textDirection(fields.scalar(TextField::DirectionField, "direction"));
    else if (name == u"status")
        takeStatus(text, fields.scalar(TextField::StatusField, "status"));
    else if (name == u"from")
        text.from = fields.number(TextField::From, "from");
    else if (name == u"to")
        text.to = fields.number(TextField::To, "to");
    else if (name == u"body") {
        const QStringView body = fields.scalar(TextField::Body, "body");
        text.bodyHidden = body.isNull();
        text.body = body.toString();
    } else if (name == u"date_created")
        text.createdAt = fields.date(TextField::Created, "date_created");
    else if (name == u"date_sent")
        text.sentAt = fields.date(TextField::Sent, "date_sent");
    else if (name == u"error_code")
        text.errorCode = codeOf(fields.scalar(TextField::Code, "error_code"));
    else if (name == u"num_media")
        text.media = fields.count(TextField::Media, "num_media");
    else
        fields.skip();
}

void judge(const TextRecord &text, RowFields &fields)
{
    if (!fields.wasSaid(TextField::Sid))
        fields.spoil("sid", "is missing");
    if (text.direction == TextDirection::Unknown)
        fields.spoil("direction", fields.wasSaid(TextField::DirectionField) ? "is an unknown word" : "is missing");
    if (!fields.wasSaid(TextField::StatusField))
        fields.spoil("status", "is missing");
    if (!fields.wasSaid(TextField::Body))
        fields.spoil("body", "is missing");
    if (text.to.isWithheld())
        fields.spoil("to", "is no number");
}

} // namespace

tl::expected<TextRecord, BadRow> scanText(JsonScan &scan)
{
    RowFields fields(scan);
    TextRecord text;
    if (scan.kind() != JsonScan::Kind::Object) {
        scan.skip();
        return tl::make_unexpected(BadRow{{}, QStringLiteral("is no object")});
    }
    scan.enterObject();
    for (QStringView name; fields.next(&name);)
        takeField(text, fields, name);
    judge(text, fields);
    if (!fields.isGood())
        return tl::make_unexpected(fields.bad());
    return text;
}

} // namespace deskbell::link
