// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/twilioreader.h"

#include "core/link/jsonscan.h"

#include <QStringDecoder>

namespace deskbell::link {
namespace {

struct Decoded {
    QString text;
    bool repaired = false;
};

Decoded decode(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(body);
    return {std::move(text), decoder.hasError()};
}

tl::unexpected<Error> unreadable(const QString &why)
{
    return failure(ErrorKind::Malformed, why);
}

/// What the other side sent instead, told without quoting it.
tl::unexpected<Error> unreadable(JsonScan &scan, const QString &text)
{
    if (QStringView(text).trimmed().startsWith(u'<'))
        return unreadable(QStringLiteral("a web page instead of JSON"));
    if (text.isEmpty())
        return unreadable(QStringLiteral("an empty answer instead of JSON"));
    return unreadable(QString(QStringLiteral("no good JSON: ") + scan.trouble()));
}

QString takeText(JsonScan &scan)
{
    if (scan.kind() == JsonScan::Kind::Text)
        return scan.text().toString();
    scan.skip();
    return {};
}

/// Newer lists tell the next page in an object of its own.
QString takeMetaNext(JsonScan &scan)
{
    QString next;
    if (scan.kind() != JsonScan::Kind::Object) {
        scan.skip();
        return next;
    }
    scan.enterObject();
    for (QStringView name; scan.nextKey(&name);) {
        if (name == u"next_page_url")
            next = takeText(scan);
        else
            scan.skip();
    }
    return next;
}

template<class Row, class ScanRow> bool takeRows(JsonScan &scan, Page<Row> &page, ScanRow scanRow)
{
    if (scan.kind() != JsonScan::Kind::Array)
        return false;
    scan.enterArray();
    while (scan.nextElement()) {
        auto row = scanRow(scan);
        if (row)
            page.rows.push_back(std::move(*row));
        else
            page.bad.push_back(row.error());
    }
    return true;
}

template<class Row, class ScanRow>
Result<Page<Row>> readPage(const QByteArray &body, QLatin1String listName, ScanRow scanRow)
{
    const Decoded decoded = decode(body);
    JsonScan scan(decoded.text);
    Page<Row> page;
    page.repaired = decoded.repaired;
    int lists = 0;
    if (scan.kind() != JsonScan::Kind::Object) {
        scan.skip();
        return unreadable(scan, decoded.text);
    }
    scan.enterObject();
    for (QStringView name; scan.nextKey(&name);) {
        if (name == listName) {
            if (++lists > 1 || !takeRows(scan, page, scanRow))
                return unreadable(
                    QStringLiteral("field \"%1\" is %2")
                        .arg(listName, lists > 1 ? QLatin1String("said twice") : QLatin1String("no list")));
        } else if (name == u"next_page_uri") {
            if (scan.kind() != JsonScan::Kind::Text && scan.kind() != JsonScan::Kind::Null)
                return unreadable(QStringLiteral("field \"next_page_uri\" is no text"));
            page.next = takeText(scan);
        } else if (name == u"meta") {
            if (const QString next = takeMetaNext(scan); !next.isEmpty())
                page.next = next;
        } else {
            scan.skip();
        }
    }
    if (!scan.finished())
        return unreadable(scan, decoded.text);
    if (lists == 0)
        return unreadable(QStringLiteral("field \"%1\" is missing").arg(listName));
    return page;
}

template<class Row, class ScanRow> Result<Row> readOne(const QByteArray &body, ScanRow scanRow)
{
    const Decoded decoded = decode(body);
    JsonScan scan(decoded.text);
    auto row = scanRow(scan);
    if (!scan.finished())
        return unreadable(scan, decoded.text);
    if (!row)
        return unreadable(row.error().why);
    return std::move(*row);
}

/// The provider's sentence may quote the number it is about.
QString withoutNumbers(QStringView words)
{
    QString out;
    int digits = 0;
    for (const QChar c : words.left(300)) {
        digits = c.isDigit() ? digits + 1 : 0;
        out += digits > 5 ? QChar(u'*') : (c.isPrint() ? c : QChar(u' '));
    }
    return out;
}

LineType lineTypeOf(QStringView word)
{
    if (word == u"mobile")
        return LineType::Mobile;
    if (word == u"landline")
        return LineType::Landline;
    if (word == u"tollFree" || word == u"toll-free" || word == u"tollfree")
        return LineType::TollFree;
    if (word == u"fixedVoip" || word == u"nonFixedVoip" || word == u"voip")
        return LineType::Voip;
    return word == u"premium" ? LineType::Premium : LineType::Unknown;
}

LineType takeLineType(JsonScan &scan)
{
    LineType type = LineType::Unknown;
    if (scan.kind() != JsonScan::Kind::Object) {
        scan.skip();
        return type;
    }
    scan.enterObject();
    for (QStringView name; scan.nextKey(&name);) {
        if (name == u"type")
            type = lineTypeOf(takeText(scan));
        else
            scan.skip();
    }
    return type;
}

} // namespace

Result<CallPage> readCalls(const QByteArray &body)
{
    return readPage<CallRecord>(body, QLatin1String("calls"), scanCall);
}

Result<TextPage> readTexts(const QByteArray &body)
{
    return readPage<TextRecord>(body, QLatin1String("messages"), scanText);
}

Result<CallRecord> readCall(const QByteArray &body)
{
    return readOne<CallRecord>(body, scanCall);
}
Result<TextRecord> readText(const QByteArray &body)
{
    return readOne<TextRecord>(body, scanText);
}

std::optional<ProviderError> readError(const QByteArray &body)
{
    const Decoded decoded = decode(body);
    JsonScan scan(decoded.text);
    ProviderError error;
    if (scan.kind() != JsonScan::Kind::Object)
        return std::nullopt;
    scan.enterObject();
    for (QStringView name; scan.nextKey(&name);) {
        if (name == u"code" && scan.kind() == JsonScan::Kind::Number)
            error.code = scan.number().toInt();
        else if (name == u"code" && scan.kind() == JsonScan::Kind::Text)
            error.code = scan.text().toInt();
        else if (name == u"message" || name == u"detail" || name == u"title")
            error.words = withoutNumbers(takeText(scan));
        else
            scan.skip();
    }
    // A gateway on the way may answer {"message": …} as well; only the provider numbers its errors.
    return scan.finished() && error.code != 0 ? std::optional(error) : std::nullopt;
}

Result<LineType> readLineType(const QByteArray &body)
{
    const Decoded decoded = decode(body);
    JsonScan scan(decoded.text);
    LineType type = LineType::Unknown;
    bool valid = true;
    if (scan.kind() != JsonScan::Kind::Object)
        return unreadable(scan, decoded.text);
    scan.enterObject();
    for (QStringView name; scan.nextKey(&name);) {
        if (name == u"line_type_intelligence")
            type = takeLineType(scan);
        else if (name == u"valid" && scan.kind() == JsonScan::Kind::Bool)
            valid = scan.boolean();
        else
            scan.skip();
    }
    if (!scan.finished())
        return unreadable(scan, decoded.text);
    return valid ? Result<LineType>(type) : failure(ErrorKind::Refused, QStringLiteral("no valid number"));
}

} // namespace deskbell::link
