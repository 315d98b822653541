// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/callbacks/callbackwords.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QVBoxLayout;

namespace deskbell::ui {

class Button;
class Card;
class ElidedLabel;
class Label;
class StatePill;

/// The person to call, right of the queue: who, the number in large, what to know, and six ways it can go.
class CallbackPane : public QWidget
{
    Q_OBJECT
public:
    explicit CallbackPane(QWidget *parent = nullptr);

    /// \p seat: whose window this is, to tell its own call from somebody else's.
    void showRow(const engine::CallbackRow &row, Instant now, const Profile &profile, const QString &seat);
    /// Where the menu of times opens.
    [[nodiscard]] Button *laterButton() const { return m_later; }

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void callWanted();
    void copyWanted();
    void laterWanted();
    void outcome(deskbell::engine::fact::CallbackResult result);
    void takeBackWanted();

private:
    void addHead(QVBoxLayout &column);
    void addActs(QVBoxLayout &column);
    void addCard(QVBoxLayout &column);
    void addOutcomes(QVBoxLayout &column);
    void placeOutcomes(int columns);
    void showCard(const engine::CallbackRow &row, const CallbackWords &words);

    StatePill *m_pill;
    Label *m_promise;
    ElidedLabel *m_name;
    Label *m_number;
    Label *m_called;
    Button *m_call;
    Button *m_copy;
    Button *m_later;
    Button *m_takeBack;
    Card *m_card;
    std::array<Label *, 4> m_cardLines{};
    Label *m_question;
    QWidget *m_outcomes;
    QGridLayout *m_outcomeGrid;
    std::array<Button *, 6> m_outcomeKeys{};
    Label *m_after;
};

} // namespace deskbell::ui
