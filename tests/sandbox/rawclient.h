// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/phonecompany.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTcpSocket>

namespace deskbell::sandbox {

/// What came back, read by the tests' own few lines: neither the sandbox's nor the product's reader is asked.
struct RawAnswer {
    int status = 0; ///< 0 = no answer: the connection ended
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QJsonObject json;
    bool whole = false;
};

/// A plain socket to a phone company on this thread.
class RawClient {
public:
    explicit RawClient(const PhoneCompany& company);

    void send(const QByteArray& bytes);
    /// Runs the event loop until the next answer is there, or the connection has ended.
    RawAnswer receive();
    RawAnswer get(const QByteArray& target);
    RawAnswer post(
        const QByteArray& target, const QByteArray& body, const QByteArray& type = "application/x-www-form-urlencoded");
    /// `To=+1…&From=…&Body=…` on the account's messages.
    RawAnswer create(const QByteArray& to, const QByteArray& body, const QByteArray& from = "+15550100200");
    RawAnswer list(const QByteArray& name, const QByteArray& query = {});

    [[nodiscard]] QByteArray account() const { return m_account; }
    QTcpSocket& socket() { return m_socket; }
    QByteArray authorization = "Basic U0tkZW1vOnNlY3JldA=="; // SKdemo:secret

private:
    [[nodiscard]] QByteArray head(const QByteArray& method, const QByteArray& target) const;
    bool readNext(RawAnswer& answer);
    void open();

    QTcpSocket m_socket;
    quint16 m_port;
    QByteArray m_account;
    QByteArray m_bytes;
};

/// A listening company that does everything in no time.
[[nodiscard]] std::unique_ptr<PhoneCompany> quickCompany(Settings settings = {});

} // namespace deskbell::sandbox
