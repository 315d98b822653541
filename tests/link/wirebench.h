// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/phonecompany.h"
#include "core/base/systemclock.h"
#include "core/http/networkclient.h"
#include "core/link/twiliolink.h"
#include "tests/link/linkfixture.h"

#include <QJsonObject>

/// A link and a phone company on real sockets. The company is quick: what takes seconds there takes a hundredth.
struct WireBench {
    struct Answer {
        bool there = false;
        int times = 0;
        deskbell::runtime::SendAnswer send;
    };
    struct Looked {
        bool there = false;
        deskbell::Result<deskbell::runtime::LookAnswer> answer;
    };

    explicit WireBench(deskbell::sandbox::Settings company = {});
    ~WireBench();

    /// Settings of a link to this company; change what a test needs before connectLink().
    deskbell::link::LinkSettings settings;
    void connectLink();
    /// As after a restart: memory is gone, what the inbox kept is there.
    void restartLink();

    std::shared_ptr<Answer> send(
        const QString &to, const QString &body, const QString &order = QStringLiteral("order"));
    std::shared_ptr<Looked> look(const QString &to, const QString &body, deskbell::Instant since,
        const QString &order = QStringLiteral("order"));
    void fault(const char *name, QJsonObject more = {});
    [[nodiscard]] int counter(const char *name) const;
    [[nodiscard]] bool isUp() const { return inbox.state().kind == deskbell::runtime::LinkState::Kind::Live; }

    const QString line = QStringLiteral("+15550100200");
    const QString handset = QStringLiteral("+13125550142");
    std::unique_ptr<deskbell::sandbox::PhoneCompany> company;
    deskbell::SystemClock clock;
    FakeInbox inbox;
    std::unique_ptr<deskbell::http::NetworkClient> sends;
    std::unique_ptr<deskbell::http::NetworkClient> reads;
    std::unique_ptr<deskbell::link::TwilioLink> link;
    int wakes = 0;
};

/// TLS for the company, and the certificate a client must trust for it.
[[nodiscard]] QSslConfiguration companyTls();
[[nodiscard]] QByteArray companyCertificate();
