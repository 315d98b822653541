// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/journalwords.h"

#include <QWidget>

class QVBoxLayout;

namespace deskbell::ui {

class Button;
class SectionHeading;

/// "Why the AI did that": newest first, the few that explain something; the whole log on demand.
class ReasonLog : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonLog(QWidget *parent = nullptr);

    void showLines(const std::vector<engine::JournalLine> &lines, const Profile &profile, Instant now);
    void setWhole(bool whole);
    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] int shown() const;

private:
    void rebuild();

    struct Entry {
        JournalWords words;
        QString time;
        bool operator==(const Entry &) const = default;
    };
    std::vector<Entry> m_entries;
    QVBoxLayout *m_rows;
    SectionHeading *m_heading;
    Button *m_more;
    bool m_whole = false;
};

/// One reason: mark on a line that leads down to the one before, what, why, time.
class ReasonRow : public QWidget
{
    Q_OBJECT
public:
    ReasonRow(const JournalWords &words, const QString &time, bool last, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    JournalWords m_words;
    QString m_time;
    bool m_last;
};

} // namespace deskbell::ui
