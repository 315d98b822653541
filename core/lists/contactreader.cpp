// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lists/contactreader.h"

#include "core/base/redact.h"
#include "core/lists/csvrows.h"

#include <QHash>
#include <optional>

namespace deskbell::lists {
namespace {

constexpr int longestName = 80;

std::optional<ContactTag> tagOf(const QString &word)
{
    static const QHash<QString, ContactTag> tags{{QString(), ContactTag::Customer},
        {QStringLiteral("customer"), ContactTag::Customer}, {QStringLiteral("staff"), ContactTag::Staff},
        {QStringLiteral("supplier"), ContactTag::Supplier}, {QStringLiteral("blocked"), ContactTag::Blocked},
        {QStringLiteral("none"), ContactTag::None}};
    const auto known = tags.constFind(word.toLower());
    return known == tags.cend() ? std::nullopt : std::optional(*known);
}

int firstColumn(const CsvRows &head, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const int at = head.column(name); at >= 0)
            return at;
    }
    return -1;
}

QString plain(QString name)
{
    return name.simplified().left(longestName);
}

} // namespace

Result<ContactList> readContacts(const QByteArray &csv)
{
    CsvRows rows(csv);
    if (!rows.next())
        return failure(ErrorKind::Malformed, QStringLiteral("the contact list is empty"));
    const int number = firstColumn(rows, {"number", "phone", "phone_number", "mobile"});
    const int name = firstColumn(rows, {"name", "full_name"});
    const int tag = firstColumn(rows, {"tag", "kind"});
    if (number < 0)
        return failure(ErrorKind::Malformed,
            QStringLiteral("line %1: a contact list begins with its column names, and there is no number among them (number,name,tag)").arg(rows.line()));
    ContactList list;
    QHash<PhoneNumber, size_t> places;
    while (rows.next()) {
        Contact contact;
        contact.number = readPhoneNumber(rows.text(size_t(number)));
        const auto known = tag < 0 ? std::optional(ContactTag::Customer) : tagOf(rows.text(size_t(tag)));
        if (rows.isTorn()) {
            list.faults.add(rows.line(), QStringLiteral("a quote is opened and never closed"));
            continue;
        }
        if (contact.number.isWithheld()) {
            list.faults.add(rows.line(), QStringLiteral("\"%1\" is no phone number").arg(maskNumber(rows.text(size_t(number)).left(20))));
            continue;
        }
        if (!known) {
            list.faults.add(rows.line(), QStringLiteral("the tag must be customer, staff, supplier, blocked or none, found \"%1\"").arg(plain(rows.text(size_t(tag))).left(20)));
            continue;
        }
        contact.tag = *known;
        contact.name = name < 0 ? QString() : plain(rows.text(size_t(name)));
        contact.by = QStringLiteral("import");
        const auto place = places.constFind(contact.number);
        if (place == places.cend()) {
            places.insert(contact.number, list.contacts.size());
            list.contacts.push_back(std::move(contact));
        } else {
            list.contacts[*place] = std::move(contact);
        }
    }
    return list;
}

} // namespace deskbell::lists
