// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plansheet.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/words/planwords.h"
#include "ui/words/when.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int mostRows = 10; ///< the rest is told as a number: further ones come up as these leave
constexpr int cardWidth = 720;

} // namespace

PlanSheet::PlanSheet(NameOf nameOf, QWidget *parent)
    : QWidget(parent)
    , m_nameOf(std::move(nameOf))
    , m_card(new Card(Tone::Neutral, this))
    , m_rows(new QVBoxLayout)
    , m_summary(new Label(Type::Body, Token::Text2, {}, m_card))
    , m_stopButton(new Button(Button::Kind::Danger, Icon::Pause, tr("Stop all automatic texts"), m_card))
{
    setAccessibleName(tr("Planned texts"));
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new Label(Type::ScreenTitle, Token::Text, tr("Automatic texts of the next 24 hours"), m_card));
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_rows->setSpacing(6);
    column->addLayout(m_rows);
    column->addWidget(m_stopButton, 0, Qt::AlignLeft);
    connect(m_stopButton, &Button::clicked, this, [this] { Q_EMIT stopWanted(!m_stop.on); });
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void PlanSheet::open()
{
    if (isVisible()) {
        leave();
        return;
    }
    m_before = QApplication::focusWidget();
    m_leftOut.clear();
    rebuild();
    show();
    raise();
    setFocus(Qt::OtherFocusReason); // on no button: one Enter too many must not stop the shop's texts
    Q_EMIT opened();
}

void PlanSheet::showTexts(const std::vector<engine::PlannedText> &texts, Instant now)
{
    m_texts = texts;
    m_now = now;
    // What was put back is planned again.
    std::erase_if(m_leftOut, [&](const engine::PlannedText &gone) {
        return std::any_of(texts.begin(), texts.end(), [&](const auto &text) { return text.order == gone.order; });
    });
    if (isVisible())
        rebuild();
}

void PlanSheet::showStop(const runtime::TextsStop &stop)
{
    m_stop = stop;
    m_stopButton->setLabel(stop.on ? tr("Let automatic texts go again") : tr("Stop all automatic texts"));
    m_stopButton->setKind(stop.on ? Button::Kind::Good : Button::Kind::Danger);
    m_stopButton->setSign(stop.on ? Icon::Play : Icon::Pause);
    rebuild();
}

void PlanSheet::addRow(const engine::PlannedText &text, bool leftOut)
{
    auto *row = new QWidget(m_card);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    const QString name = m_nameOf(text.thread);
    const QString head = tr("%1 · %2 · %3").arg(dayTime(text.at, m_now, m_zone), name, plannedWhy(text.rule, text.waiting));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(Type::Name, leftOut ? Token::Text2 : Token::Text, leftOut ? tr("Left out: %1").arg(head) : head, row));
    words->addWidget(new ElidedLabel(Type::Meta, Token::Text2, text.body, row));
    line->addLayout(words, 1);
    auto *act = new Button(Button::Kind::Outline, leftOut ? Icon::Undo : Icon::MinusCircle, leftOut ? tr("Put back") : tr("Leave out"), row);
    act->setSize(Button::Size::Header);
    act->setAccessibleDescription(head);
    line->addWidget(act);
    connect(act, &Button::clicked, this, [this, text, leftOut] {
        if (!leftOut)
            m_leftOut.push_back(text);
        std::erase_if(m_texts, [&](const engine::PlannedText &one) { return one.order == text.order; });
        Q_EMIT leaveOutWanted(text.thread, text.order, leftOut);
        setFocus(Qt::OtherFocusReason);
        rebuild();
    });
    m_rows->addWidget(row);
    row->show(); // else the layout shows it a moment later, and the first Tab finds nothing
}

void PlanSheet::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was just pressed
        delete item;
    }
    if (m_stop.on)
        m_summary->setText(tr("All are stopped since %1 by %2. Callers go to the call-back list or to a person.")
                               .arg(dayTime(m_stop.since, m_now, m_zone), m_stop.seat));
    else if (m_texts.empty())
        m_summary->setText(tr("None. Answers to callers are not planned: they follow what the caller writes."));
    else
        m_summary->setText(m_texts.size() > mostRows ? tr("%1 in all; the next %2:").arg(m_texts.size()).arg(mostRows)
                                                     : tr("They leave unless the caller writes, calls, or a person takes over."));
    for (size_t i = 0; i < std::min<size_t>(m_texts.size(), mostRows); ++i)
        addRow(m_texts[i], false);
    for (const engine::PlannedText &text : m_leftOut) {
        if (!text.waiting) // a text taken out of the outbox is gone
            addRow(text, true);
    }
    place();
}

void PlanSheet::place()
{
    setGeometry(parentWidget()->rect());
    m_card->setFixedWidth(std::min(cardWidth, width() - 48));
    m_card->layout()->activate();
    m_card->adjustSize();
    m_card->move((width() - m_card->width()) / 2, std::max(12, (height() - m_card->height()) / 2));
}

void PlanSheet::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

/// The keys stay on the sheet: what lies behind it cannot be seen to work.
bool PlanSheet::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops;
    for (Button *button : m_card->findChildren<Button *>()) {
        if (button->isVisible())
            stops << button;
    }
    const auto height = [this](const QWidget *button) { return button->mapTo(m_card, QPoint()).y(); };
    std::sort(stops.begin(), stops.end(), [&](const QWidget *one, const QWidget *other) { return height(one) < height(other); });
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype from = at < 0 && !next ? 0 : at; // from the sheet itself: to the first, or back to the last
    if (!stops.isEmpty())
        stops[(from + (next ? 1 : -1) + stops.size()) % stops.size()]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void PlanSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
}

void PlanSheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        leave();
}

void PlanSheet::paintEvent(QPaintEvent *)
{
    QColor scrim = color(Token::RailBg);
    scrim.setAlphaF(0.45F);
    QPainter(this).fillRect(rect(), scrim);
}

} // namespace deskbell::ui
