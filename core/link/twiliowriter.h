// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "core/link/linksettings.h"
#include "core/runtime/ports.h"

#include <QDate>

namespace deskbell::link {

/// Values in, requests out. Nothing here has a socket.
class TwilioWriter
{
public:
    /// \p settings have passed check().
    explicit TwilioWriter(const LinkSettings &settings);

    /// Goes out once and never again by itself. The first byte leaves within 5 s or not at all.
    [[nodiscard]] http::Request create(const runtime::OutgoingText &text) const;
    /// Rows of that UTC day and later, newest first: the provider knows no finer filter.
    [[nodiscard]] http::Request callList(QDate from, int pageSize) const;
    [[nodiscard]] http::Request textList(QDate from, int pageSize) const;
    /// All texts between two numbers, without a date: a text that waits to be sent has no date yet.
    [[nodiscard]] http::Request textsBetween(const PhoneNumber &from, const PhoneNumber &to) const;
    [[nodiscard]] http::Request oneCall(const QString &sid) const;
    [[nodiscard]] http::Request oneText(const QString &sid) const;
    /// \p next as the provider wrote it. Refused: it leads to another host.
    [[nodiscard]] Result<http::Request> page(const QString &next) const;
    [[nodiscard]] http::Request lineType(const PhoneNumber &number) const;

    [[nodiscard]] QUrl pushAddress(const QByteArray &after) const;
    [[nodiscard]] QByteArray authorization() const { return m_credential.authorization; }

private:
    [[nodiscard]] http::Request get(const QByteArray &resource, const QByteArray &query) const;
    [[nodiscard]] QUrl address(const QByteArray &path, const QByteArray &query) const;

    LinkSettings m_settings;
    http::Credential m_credential;
    QByteArray m_account; ///< path of the account's resources
};

} // namespace deskbell::link
