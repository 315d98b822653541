// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assist/rulesmind.h"
#include "core/base/manualclock.h"
#include "core/calendar/localcalendar.h"
#include "tests/support/memorybook.h"

namespace deskbell {

/// A conversation held with the rules mind alone: the engine's part (learn, find, book, remember) in its simplest form.
class Talk
{
public:
    Talk(const Profile &profile, Instant start);

    /// The caller writes; answers what was said to them, with the engine's own sentences in brackets.
    QString say(const QString &text);
    void visit(const QString &service, const char *start, const QString &name, int resource = 1);

    [[nodiscard]] QString booked() const; ///< "ceramic 2026-12-11T09:00 SUV or truck Dana Reyes"
    [[nodiscard]] QString did() const; ///< the last proposal in words

    engine::Turn last;
    engine::ThreadState state;
    std::vector<engine::HistoryLine> history;
    ManualClock clock;

private:
    QString carryOut(const engine::Turn &turn);
    QString find(const ServiceId &service, const QString &variant, const engine::Wish &wish);
    QString book(const Hold &hold);
    void add(engine::Author author, const QString &text, const QString &rule = {},
        const std::vector<engine::Source> &sources = {});

    Profile m_profile;
    support::MemoryBook m_book;
    calendar::LocalCalendar m_calendar;
};

} // namespace deskbell
