// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/leadpanel.h"

#include "ui/theme/paint.h"
#include "ui/threads/iconline.h"
#include "ui/threads/reasonlog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace deskbell::ui {

namespace {

void clearRows(QVBoxLayout &rows)
{
    while (QLayoutItem *item = rows.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

Token inkOf(Tone tone)
{
    return tone == Tone::Neutral ? Token::Text2 : colorsOf(tone).ink;
}

} // namespace

LeadPanel::LeadPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_body(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // Page keys scroll it
    setAccessibleName(tr("About this caller"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(18, 14, 18, 18);
    column->setSpacing(0);
    addCard(*column);
    column->addWidget(new SectionHeading(tr("What the caller told us"), QString(), m_body));
    m_factRows = new QVBoxLayout;
    m_factRows->setSpacing(0);
    column->addLayout(m_factRows);
    column->addSpacing(16);
    m_reasons = new ReasonLog(m_body);
    column->addWidget(m_reasons);
    column->addSpacing(16);
    column->addWidget(new SectionHeading(tr("Texting"), QString(), m_body));
    m_textingRows = new QVBoxLayout;
    m_textingRows->setSpacing(2);
    column->addLayout(m_textingRows);
    column->addSpacing(6);
    m_consent = new Button(Button::Kind::Ghost, QString(), m_body);
    m_consent->setSize(Button::Size::Chip);
    m_consent->setKeyCap(tr("Ctrl U"));
    column->addWidget(m_consent, 0, Qt::AlignLeft);
    connect(m_consent, &QPushButton::clicked, this, &LeadPanel::consentWanted);
    column->addStretch(1);
    setWidget(m_body);
    clear();
}

void LeadPanel::addCard(QVBoxLayout &column)
{
    const auto lines = [](Card *card, std::initializer_list<QWidget *> widgets) {
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(14, 10, 14, 12);
        inside->setSpacing(2);
        for (QWidget *one : widgets)
            inside->addWidget(one);
    };
    m_card = new Card(Tone::Ok, m_body);
    m_head = new Label(Type::Label, Token::Ok, QString(), m_card);
    m_title = new Label(Type::Title, Token::Text, QString(), m_card);
    m_detail = new Label(Type::Meta, Token::Text2, QString(), m_card);
    m_title->setWordWrap(true);
    m_detail->setWordWrap(true);
    lines(m_card, {m_head, m_title, m_detail});
    m_whyCard = new Card(Tone::Ai, m_body);
    m_whyLines = new Label(Type::Meta, Token::Text, QString(), m_whyCard);
    m_whyLines->setWordWrap(true);
    lines(m_whyCard, {new Label(Type::Label, Token::Ai, tr("Why this text"), m_whyCard), m_whyLines});
    for (Card *card : {m_card, m_whyCard}) {
        column.addWidget(card);
        column.addSpacing(14);
    }
}

void LeadPanel::showThread(const runtime::ThreadView &view, const Profile &profile, Instant now)
{
    if (m_view.row.thread != view.row.thread)
        m_explained.clear();
    m_view = view;
    m_profile = profile;
    m_body->show();
    m_whyCard->setVisible(!m_explained.isEmpty());
    showCard(now);
    showFacts();
    m_reasons->showLines(view.journal, profile, now);
    showTexting(now);
    // The area measures its widget on layout requests only, and rows that come and go do not send it one.
    QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

void LeadPanel::clear()
{
    m_view = {};
    m_explained.clear();
    m_body->hide();
}

void LeadPanel::tick(Instant now)
{
    if (!m_view.row.thread.isEmpty())
        showCard(now);
}

void LeadPanel::showCard(Instant now)
{
    const NextStep step = nextStep(m_view, m_profile, now);
    m_card->setVisible(!step.isEmpty());
    if (step.isEmpty())
        return;
    m_card->setTone(step.tone);
    keepColor(m_head, inkOf(step.tone));
    m_head->setText(step.head);
    m_title->setText(step.title);
    QStringList details = step.more;
    details.prepend(step.detail);
    details.removeAll(QString());
    m_detail->setText(details.join(u'\n'));
    m_detail->setVisible(!details.isEmpty());
}

void LeadPanel::showFacts()
{
    std::vector<FactLine> facts = factLines(m_view.state.lead, m_profile);
    if (facts == m_facts && m_factRows->count() > 0)
        return;
    m_facts = std::move(facts);
    clearRows(*m_factRows);
    for (const FactLine &fact : m_facts) {
        auto *row = new FactRow(m_body);
        row->setFact(fact.name, fact.value, fact.source);
        // Facts are corrected by asking the caller; until a seat can write them, a press would do nothing.
        row->setAttribute(Qt::WA_TransparentForMouseEvents);
        row->setFocusPolicy(Qt::NoFocus);
        m_factRows->addWidget(row);
    }
}

void LeadPanel::showTexting(Instant now)
{
    m_consent->setVisible(!m_view.state.caller.isWithheld());
    m_consent->setLabel(m_view.state.optOut ? tr("Texts again…") : tr("Caller wants no texts…"));
    std::vector<TextingLine> lines = textingLines(m_view, m_profile, now);
    if (lines == m_texting && m_textingRows->count() > 0)
        return;
    m_texting = std::move(lines);
    clearRows(*m_textingRows);
    for (const TextingLine &line : m_texting)
        m_textingRows->addWidget(new IconLine(line.icon, line.text, m_body));
}

void LeadPanel::explain(const engine::HistoryLine &line)
{
    QStringList lines;
    if (!line.rule.isEmpty())
        lines << tr("Rule: %1").arg(readable(line.rule));
    for (const engine::Source &source : line.sources) {
        const QString from =
            source.ref.isEmpty() ? readable(source.kind) : tr("%1, %2").arg(readable(source.kind), source.ref);
        lines << (source.value.isEmpty() ? from : tr("%1: %2").arg(from, source.value));
    }
    m_explained = lines.isEmpty() ? QString() : line.id;
    m_whyLines->setText(lines.join(u'\n'));
    m_whyCard->setVisible(!lines.isEmpty());
    ensureWidgetVisible(m_whyCard);
}

void LeadPanel::setWholeLog(bool whole)
{
    m_reasons->setWhole(whole);
}

bool LeadPanel::wholeLog() const
{
    return m_reasons->isWhole();
}

} // namespace deskbell::ui
