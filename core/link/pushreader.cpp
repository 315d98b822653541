// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/pushreader.h"

#include "core/link/jsonscan.h"
#include "core/link/twilioreader.h"

namespace deskbell::link {
namespace {

struct FrameParts {
    QString type;
    std::optional<quint64> seq;
    std::optional<tl::expected<CallRecord, BadRow>> call;
    std::optional<tl::expected<TextRecord, BadRow>> text;
};

void takeSeq(JsonScan &scan, FrameParts &parts)
{
    const auto kind = scan.kind();
    if (kind != JsonScan::Kind::Number && kind != JsonScan::Kind::Text) {
        scan.skip();
        return;
    }
    bool isNumber = false;
    const quint64 seq = (kind == JsonScan::Kind::Number ? scan.number() : scan.text()).toULongLong(&isNumber);
    if (isNumber)
        parts.seq = seq;
}

void takeMember(JsonScan &scan, QStringView name, FrameParts &parts)
{
    if (name == u"type" && scan.kind() == JsonScan::Kind::Text)
        parts.type = scan.text().left(60).toString();
    else if (name == u"seq")
        takeSeq(scan, parts);
    else if (name == u"call")
        parts.call = scanCall(scan);
    else if (name == u"message")
        parts.text = scanText(scan);
    else
        scan.skip();
}

QString printable(QString type)
{
    for (QChar &c : type) {
        if (!c.isPrint())
            c = u'?';
    }
    return type;
}

PushFrame::Spoilt spoilt(const char *why)
{
    return {{{}, QLatin1String(why)}};
}

template<class Frame, class Row>
void takeRow(PushFrame &frame, std::optional<tl::expected<Row, BadRow>> &row, const char *missing)
{
    if (!row)
        frame.what = spoilt(missing);
    else if (!*row)
        frame.what = PushFrame::Spoilt{row->error()};
    else
        frame.what = Frame{std::move(**row)};
}

} // namespace

Result<PushFrame> readFrame(QStringView text)
{
    JsonScan scan(text);
    FrameParts parts;
    if (scan.kind() != JsonScan::Kind::Object)
        return failure(ErrorKind::Malformed, QStringLiteral("the frame is no JSON object"));
    scan.enterObject();
    for (QStringView name; scan.nextKey(&name);)
        takeMember(scan, name, parts);
    if (!scan.finished())
        return failure(ErrorKind::Malformed, QString(QStringLiteral("no good JSON: ") % scan.trouble()));
    if (!parts.seq)
        return failure(ErrorKind::Malformed, QStringLiteral("field \"seq\" is missing or no number"));
    PushFrame frame;
    frame.seq = *parts.seq;
    if (parts.type == u"call.missed")
        takeRow<PushFrame::CallMissed>(frame, parts.call, "field \"call\" is missing");
    else if (parts.type == u"call.updated")
        takeRow<PushFrame::CallUpdated>(frame, parts.call, "field \"call\" is missing");
    else if (parts.type == u"message.received" || parts.type == u"message.updated")
        takeRow<PushFrame::Text>(frame, parts.text, "field \"message\" is missing");
    else
        frame.what = PushFrame::Skipped{printable(parts.type)};
    return frame;
}

} // namespace deskbell::link
