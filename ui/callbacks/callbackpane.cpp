// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callbacks/callbackpane.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/words/reasons.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace deskbell::ui {

using engine::fact::CallbackResult;

namespace {

struct Outcome {
    CallbackResult result;
    Icon icon;
};

constexpr std::array<Outcome, 6> outcomes{
    {{CallbackResult::SpokeBooked, Icon::Calendar}, {CallbackResult::SpokeWillThink, Icon::Threads},
        {CallbackResult::NoAnswer, Icon::PhoneMissed}, {CallbackResult::LeftVoicemail, Icon::Voicemail},
        {CallbackResult::WrongNumber, Icon::Cross}, {CallbackResult::DoNotCall, Icon::MinusCircle}}};

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets, int spacing)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    for (QWidget *one : widgets)
        row->addWidget(one);
    row->addStretch(1);
    return row;
}

} // namespace

CallbackPane::CallbackPane(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 20, 32, 20);
    column->setSpacing(0);
    addHead(*column);
    addActs(*column);
    addCard(*column);
    addOutcomes(*column);
    column->addStretch(1);
}

void CallbackPane::addHead(QVBoxLayout &column)
{
    m_pill = new StatePill(Tone::Call, QString(), Icon::None, this);
    m_promise = new Label(Type::Meta, Token::Urgent, QString(), this);
    m_name = new ElidedLabel(Type::Heading, Token::Text, QString(), this);
    m_number = new Label(Type::BigNumeral, Token::Text, QString(), this);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_called = new Label(Type::Meta, Token::Text2, QString(), this);
    column.addLayout(rowOf({m_pill, m_promise}, 10));
    column.addSpacing(8);
    column.addWidget(m_name);
    column.addSpacing(6);
    column.addLayout(rowOf({m_number, m_called}, 22));
    column.addSpacing(8);
}

void CallbackPane::addActs(QVBoxLayout &column)
{
    m_call = new Button(Button::Kind::Primary, Icon::Phone, tr("Call now"), this);
    m_call->setKeyCap(tr("F3"));
    m_copy = new Button(Button::Kind::Outline, Icon::Copy, tr("Copy number"), this);
    m_copy->setKeyCap(tr("Ctrl C"));
    m_later = new Button(Button::Kind::Outline, Icon::Clock, tr("Later"), this);
    m_later->setKeyCap(QStringLiteral("7"));
    m_takeBack = new Button(Button::Kind::Outline, Icon::Undo, tr("Put back on the list"), this);
    for (Button *one : {m_call, m_copy, m_later, m_takeBack})
        one->setSize(Button::Size::Queue);
    connect(m_call, &QPushButton::clicked, this, &CallbackPane::callWanted);
    connect(m_copy, &QPushButton::clicked, this, &CallbackPane::copyWanted);
    connect(m_later, &QPushButton::clicked, this, &CallbackPane::laterWanted);
    connect(m_takeBack, &QPushButton::clicked, this, &CallbackPane::takeBackWanted);
    column.addLayout(rowOf({m_call, m_copy, m_later, m_takeBack}, 10));
    column.addSpacing(22);
}

void CallbackPane::addCard(QVBoxLayout &column)
{
    m_card = new Card(Tone::Neutral, this);
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(20, 14, 20, 16);
    inside->setSpacing(8);
    inside->addWidget(new Label(Type::Label, Token::Text2, tr("Before you dial"), m_card));
    for (Label *&line : m_cardLines) {
        line = new Label(Type::Body, Token::Text, QString(), m_card);
        line->setWordWrap(true);
        inside->addWidget(line);
    }
    column.addWidget(m_card);
    column.addSpacing(22);
}

void CallbackPane::addOutcomes(QVBoxLayout &column)
{
    m_question =
        new Label(Type::Label, Token::Text2, tr("How did it go? One key saves it and opens the next call"), this);
    column.addWidget(m_question);
    column.addSpacing(8);
    m_outcomes = new QWidget(this);
    m_outcomeGrid = new QGridLayout(m_outcomes);
    m_outcomeGrid->setContentsMargins(0, 0, 0, 0);
    m_outcomeGrid->setSpacing(10);
    for (int at = 0; at < int(outcomes.size()); ++at) {
        const CallbackResult result = outcomes[size_t(at)].result;
        auto *button = new Button(Button::Kind::Outline, outcomes[size_t(at)].icon, word(result), m_outcomes);
        button->setSize(Button::Size::Queue);
        button->setKeyCap(QString::number(at + 1));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, result] { Q_EMIT outcome(result); });
        m_outcomeKeys[size_t(at)] = button;
    }
    placeOutcomes(3);
    column.addWidget(m_outcomes);
    column.addSpacing(12);
    m_after = new Label(Type::Meta, Token::Text2,
        tr("No answer and voicemail plan the next try by themselves. Ctrl Z takes back the last outcome."), this);
    m_after->setWordWrap(true);
    column.addWidget(m_after);
}

void CallbackPane::placeOutcomes(int columns)
{
    if (m_outcomeGrid->property("columns").toInt() == columns)
        return;
    m_outcomeGrid->setProperty("columns", columns);
    for (int at = 0; at < int(m_outcomeKeys.size()); ++at)
        m_outcomeGrid->addWidget(m_outcomeKeys[size_t(at)], at / columns, at % columns);
    for (int column = 0; column < 3; ++column)
        m_outcomeGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

void CallbackPane::showRow(const engine::CallbackRow &row, Instant now, const Profile &profile, const QString &seat)
{
    const CallbackWords words = callbackWords(row, now, profile);
    const Tone solid = row.urgent ? Tone::UrgentSolid : words.tone;
    m_pill->setState(solid, words.pill, words.icon);
    const bool promised = !words.promise.isEmpty();
    m_promise->setText(promised ? words.promise : row.done ? words.outcome : words.due);
    keepColor(m_promise, promised || words.overdue ? Token::Urgent : Token::Text2);
    m_name->setText(words.name);
    m_name->setVisible(!row.name.isEmpty() || !words.canDial); // else the number below says it all
    m_number->setText(words.canDial ? numberOf(row.caller) : tr("No number"));
    m_called->setText(words.called);
    const bool mine = !row.claimedBy.isEmpty() && row.claimedBy == seat;
    m_call->setLabel(row.claimedBy.isEmpty() ? tr("Call now") : mine ? tr("Not calling after all") : tr("%1 is calling").arg(row.claimedBy));
    m_call->setEnabled(words.canDial && (row.claimedBy.isEmpty() || mine));
    m_copy->setEnabled(words.canDial);
    for (QWidget *open : std::initializer_list<QWidget *>{m_later, m_question, m_outcomes, m_after})
        open->setVisible(!row.done);
    m_takeBack->setVisible(row.done);
    showCard(row, words);
}

void CallbackPane::showCard(const engine::CallbackRow &row, const CallbackWords &words)
{
    QStringList lines;
    if (!words.canDial) {
        lines << tr("The number is withheld, so it cannot be called or texted. Answer when it rings again.");
        if (!words.called.isEmpty())
            lines << words.called;
    }
    for (const QString &line : row.beforeYouDial)
        lines << dialLine(line);
    if (lines.isEmpty() && !row.context.isEmpty())
        lines << row.context;
    m_card->setVisible(!lines.isEmpty());
    for (int at = 0; at < int(m_cardLines.size()); ++at) {
        m_cardLines[size_t(at)]->setVisible(at < lines.size());
        m_cardLines[size_t(at)]->setText(tr("•  %1").arg(lines.value(at)));
    }
}

void CallbackPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Narrow windows give their room to the outcome keys first.
    const int side = width() >= 800 ? 32 : 18;
    layout()->setContentsMargins(side, 20, side, 20);
    placeOutcomes(width() >= px(680) ? 3 : 2);
}

} // namespace deskbell::ui
