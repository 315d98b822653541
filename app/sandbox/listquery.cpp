// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/listquery.h"

namespace deskbell::sandbox {
namespace {

constexpr int largestPage = 1000;

bool readDay(const QByteArray &text, qint64 &day, QByteArray &why)
{
    if (text.isEmpty())
        return true;
    const auto read = readUtcDay({text.constData(), std::size_t(text.size())});
    if (!read) {
        why = "Invalid date value";
        return false;
    }
    day = *read;
    return true;
}

bool readDays(const FormFields &fields, const QByteArray &name, DayFilter &filter, QByteArray &why)
{
    const auto value = [&](const char *sign) {
        const QByteArray whole = QByteArray(name).append(sign);
        return fields.value({whole.constData(), std::size_t(whole.size())});
    };
    if (!readDay(value("<"), filter.until, why) || !readDay(value(">"), filter.from, why))
        return false;
    qint64 day = 0;
    if (!readDay(value(""), day, why))
        return false;
    if (day != 0)
        filter = {day, day + dayMs};
    return true;
}

bool readNumber(const QByteArray &text, int &number, QByteArray &why)
{
    if (text.isEmpty())
        return true;
    bool ok = false;
    number = text.toInt(&ok);
    if (!ok || number < 0)
        why = "Invalid number";
    return ok && number >= 0;
}

bool readPaging(const FormFields &fields, ListQuery &query, QByteArray &why)
{
    if (!readNumber(fields.value("PageSize"), query.pageSize, why)
        || !readNumber(fields.value("Page"), query.page, why))
        return false;
    query.pageSize = qBound(1, query.pageSize, largestPage);
    const QByteArray &token = fields.value("PageToken");
    if (query.page > 0 && token.isEmpty()) {
        why = "AfterSid is required for paging";
        return false;
    }
    if (!token.isEmpty() && !token.startsWith("PA")) {
        why = "Invalid page token";
        return false;
    }
    query.afterSid = token.mid(2);
    return true;
}

bool isEqualOrOpen(const QByteArray &wish, const QByteArray &value)
{
    return wish.isEmpty() || wish == value;
}

bool fits(const Call &call, const ListQuery &query)
{
    return isEqualOrOpen(query.to, call.to) && isEqualOrOpen(query.from, call.from)
        && isEqualOrOpen(query.parentSid, call.parentSid) && isEqualOrOpen(query.status, word(call.now.status))
        && (!query.start.isSet() || query.start.lets(call.startMs))
        && (!query.end.isSet() || query.end.lets(call.now.endMs));
}

bool fits(const Message &message, const ListQuery &query)
{
    return message.listed && isEqualOrOpen(query.to, message.to) && isEqualOrOpen(query.from, message.from)
        && (!query.start.isSet() || query.start.lets(message.now.sentMs));
}

/// The shortest index that holds all candidates: a look for one caller must not walk through a day's texts.
template<class Record> const TimeOrder &candidates(const Book<Record> &book, const ListQuery &query)
{
    const TimeOrder *shortest = &book.everything();
    for (const QByteArray *number : {&query.to, &query.from}) {
        if (!number->isEmpty() && book.about(*number).size() < shortest->size())
            shortest = &book.about(*number);
    }
    return *shortest;
}

template<class Record> std::optional<Page> pageOf(const Book<Record> &book, const ListQuery &query, qint64 now)
{
    const TimeOrder &order = candidates(book, query);
    std::size_t place = order.size();
    if (!query.afterSid.isEmpty()) {
        const auto last = book.find(query.afterSid);
        if (!last)
            return {};
        place = order.placeOf({book.at(*last).createdMs, *last});
    }
    Page page;
    while (place-- > 0) {
        const RecordIndex index = order.record(place);
        const Record &record = book.at(index);
        if (record.hiddenUntilMs > now || !fits(record, query))
            continue;
        if (int(page.rows.size()) == query.pageSize) {
            page.more = true;
            break;
        }
        page.rows.push_back(index);
    }
    return page;
}

} // namespace

bool readListQuery(const FormFields &fields, ListQuery &query, QByteArray &why)
{
    query.to = fields.value("To");
    query.from = fields.value("From");
    query.status = fields.value("Status");
    query.parentSid = fields.value("ParentCallSid");
    return readDays(fields, "StartTime", query.start, why) && readDays(fields, "DateSent", query.start, why)
        && readDays(fields, "EndTime", query.end, why) && readPaging(fields, query, why);
}

std::optional<Page> callsPage(const Works &works, const ListQuery &query)
{
    return pageOf(works.ledger.calls, query, works.now());
}

std::optional<Page> messagesPage(const Works &works, const ListQuery &query)
{
    return pageOf(works.ledger.messages, query, works.now());
}

QByteArray pageUri(std::string_view path, const FormFields &fields, int pageSize, int page, const QByteArray &lastSid)
{
    QByteArray uri(path.data(), qsizetype(path.size()));
    char mark = '?';
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        uri += mark;
        mark = '&';
        appendPercentEncoded(uri, name);
        uri += '=';
        appendPercentEncoded(uri, value);
    };
    for (const FormFields::Field &field : fields.all()) {
        if (!field.name.startsWith("Page"))
            add(field.name, field.value);
    }
    add("PageSize", QByteArray::number(pageSize));
    add("Page", QByteArray::number(page));
    if (!lastSid.isEmpty())
        add("PageToken", QByteArray("PA").append(lastSid));
    return uri;
}

} // namespace deskbell::sandbox
