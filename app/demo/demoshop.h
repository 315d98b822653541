// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/house/house.h"
#include "app/sandbox/companythread.h"

#include <QObject>

namespace deskbell::app {

/// The demo shop: its own data folder, its own phone company on this machine, a week of visits in its book. Nothing
/// leaves the machine. Lives on the window's thread; the company and the house have theirs.
class DemoShop : public QObject
{
    Q_OBJECT
public:
    enum class Caller { Mobile, Landline, Withheld };

    explicit DemoShop(QObject *parent = nullptr);

    /// Starts the phone company. Error: Unusable, in plain words.
    [[nodiscard]] Result<void> open();
    /// What the house is built from; \p folder is the demo's own, never the real shop's.
    [[nodiscard]] HouseOptions houseOptions(const QString &folder) const;
    [[nodiscard]] const Profile &profile() const { return m_profile; }

    void ringAndHangUp(Caller caller);
    void text(const QString &body);
    /// The conversation of the caller on the phone.
    [[nodiscard]] ThreadId threadOnPhone() const;
    /// Another number, as a new caller would have.
    void newCaller();
    /// Nudges and review come in seconds from now on, until the caller does something again.
    [[nodiscard]] Profile impatientProfile() const;

Q_SIGNALS:
    /// A text appeared on the caller's phone.
    void textReached(const QString &body);

private:
    [[nodiscard]] QString numberOf(Caller caller) const;

    Profile m_profile;
    sandbox::CompanyThread m_company;
    int m_caller = 0;
    Caller m_kind = Caller::Mobile;
};

} // namespace deskbell::app
