// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/link/intake.h"
#include "core/link/listwalk.h"

#include <deque>

namespace deskbell::link {

/// Looks for texts of unknown fate in the provider's list. A few at a time: after an outage there may be hundreds.
class TextFinder : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<runtime::LookAnswer>)>;
    TextFinder(http::Client &client, const TwilioWriter &writer, const SkewMeter &skew, Intake &intake, bool loopback,
        ListWalk::Heard heard, QObject *parent = nullptr);
    ~TextFinder() override;

    /// Errors: what kept the list from being read. Never calls \p done inside look().
    void look(const runtime::LookQuestion &question, Done done);

private:
    struct Search;
    void startNext();
    void readControl(Search &search);
    void readTexts(Search &search);
    Result<QString> takePage(Search &search, const QByteArray &body);
    void finish(Search &search, Result<runtime::LookAnswer> answer);
    [[nodiscard]] bool isFresh(const runtime::LookQuestion &question) const;

    http::Client &m_client;
    const TwilioWriter &m_writer;
    const SkewMeter &m_skew;
    Intake &m_intake;
    bool m_loopback;
    ListWalk::Heard m_heard;
    std::deque<std::unique_ptr<Search>> m_waiting;
    std::vector<std::unique_ptr<Search>> m_running;
};

} // namespace deskbell::link
