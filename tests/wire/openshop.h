// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/house.h"
#include "app/sandbox/phonecompany.h"
#include "core/runtime/engineloop.h"
#include "tests/support/shiftedclock.h"

#include <QJsonObject>
#include <QTemporaryDir>

/// A whole house and a phone company on real sockets: the demo shop with its own folder, at an hour of the test's own.
struct OpenShop {
    struct Wishes {
        deskbell::support::OtherTime time{deskbell::Instant::fromDateTime(QDateTime::currentDateTimeUtc())};
        bool push = true;
        bool tls = false;
        deskbell::sandbox::Settings company = {};
    };
    explicit OpenShop(Wishes wishes);
    ~OpenShop();

    /// What the house is built from; change what a test needs before open().
    deskbell::app::HouseOptions options;
    void open();
    void close() { house.reset(); }

    void fault(const QJsonObject &fault);
    void ring(const QString &from);
    void text(const QString &from, const QString &body);
    /// What the shop's texts on that handset say, oldest first: the company's truth.
    [[nodiscard]] QStringList texts(const QString &number) const;
    [[nodiscard]] int counter(const char *name) const;
    /// The company accepted the same words for one number more than once.
    [[nodiscard]] bool saidTwice() const;
    [[nodiscard]] deskbell::Instant now() const { return wishes.time.now(); }

    // What the house thinks.
    [[nodiscard]] deskbell::runtime::LinkState link() const { return house->loop().linkState(); }
    [[nodiscard]] bool isLive() const { return link().kind == deskbell::runtime::LinkState::Kind::Live; }
    [[nodiscard]] deskbell::engine::ThreadState thread(const QString &caller) const;
    /// No text is under way or of unknown fate.
    [[nodiscard]] bool nothingInDoubt() const;
    /// And none waits to be sent, now or later: what the company has is all it will get.
    [[nodiscard]] bool isAtRest() const;

    const QString line = QStringLiteral("+15125550100");
    const Wishes wishes;
    QTemporaryDir folder;
    std::unique_ptr<deskbell::sandbox::PhoneCompany> company;
    std::unique_ptr<deskbell::app::House> house;
};
