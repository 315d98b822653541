// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string_view>
#include <vector>

namespace deskbell::sandbox {

/// Fields of a query or of an `application/x-www-form-urlencoded` body, in their order, decoded. Bytes that are no
/// UTF-8 become U+FFFD, as the provider stores text only.
class FormFields {
public:
    struct Field {
        QByteArray name;
        QByteArray value;
    };

    explicit FormFields(std::string_view encoded);

    /// The first value of that name; empty when absent.
    [[nodiscard]] const QByteArray& value(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] int count(std::string_view name) const;
    [[nodiscard]] const std::vector<Field>& all() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

/// In a form or query `+` is a blank, in a path it is a plus.
enum class Plus { Blank, Plus };
[[nodiscard]] QByteArray percentDecoded(std::string_view encoded, Plus plus = Plus::Blank);
void appendPercentEncoded(QByteArray& out, const QByteArray& text);

} // namespace deskbell::sandbox
