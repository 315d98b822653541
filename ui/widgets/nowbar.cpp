// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/nowbar.h"
#include "ui/theme/paint.h"
#include "ui/widgets/counter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchbox.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr int wideFrom = 1500 - 80; // the window's 1500 less the rail
constexpr int dotRoom = 14;
constexpr int barSpacing = 16;

} // namespace

NowBar::NowBar(QWidget *parent)
    : QWidget(parent)
    , m_shop(new ElidedLabel(Type::Title, Token::Text))
    , m_state(new ElidedLabel(Type::Meta, Token::Text2))
    , m_search(new SearchBox(tr("Find or do"), tr("Ctrl K")))
    , m_muted(new StatePill(Tone::Neutral, {}, Icon::BellOff))
    , m_link(new LinkPill)
    , m_person(new PersonButton)
    , m_left(new QWidget)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *words = new QVBoxLayout(m_left);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_shop);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(dotRoom, 0, 0, 0);
    second->addWidget(m_state);
    words->addLayout(second);
    words->addStretch();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 18, 1);
    row->setSpacing(barSpacing);
    row->setSizeConstraint(QLayout::SetNoConstraint); // fit() makes room, so the row never holds the window open
    row->addWidget(m_left);
    addCounters(*row);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addWidget(m_muted);
    row->addWidget(m_link);
    row->addWidget(m_person);
    m_muted->hide();

    connect(m_search, &QLineEdit::textEdited, this, &NowBar::searchEdited);
    connect(m_search, &SearchBox::entered, this, [this] { Q_EMIT searchEntered(m_search->text()); });
    connect(m_search, &SearchBox::left, this, &NowBar::searchLeft);
    connect(m_link, &QAbstractButton::clicked, this, &NowBar::linkPressed);
    connect(m_person, &QAbstractButton::clicked, this, &NowBar::personPressed);
    connect(&theme(), &Theme::changed, this, &NowBar::fit);
}

void NowBar::addCounters(QHBoxLayout &row)
{
    m_counters = {new Counter(Token::Urgent, tr("need a person")), new Counter(Token::Ai, tr("AI answering")),
                  new Counter(Token::Call, tr("to call back")), new Counter(Token::Ok, tr("booked today"))};
    for (size_t i = 0; i < m_counters.size(); ++i) {
        row.addWidget(m_counters[i]);
        connect(m_counters[i], &QAbstractButton::clicked, this, [this, i] { Q_EMIT counterPressed(Count(i)); });
    }
}

void NowBar::setShopName(const QString &name)
{
    m_shop->setText(name);
    fit();
}

void NowBar::setOpenState(bool open, const QString &line)
{
    m_open = open;
    m_state->setText(line);
    update();
}

void NowBar::setCount(Count which, int count)
{
    counter(which).setCount(count);
    fit();
}

void NowBar::setLink(LinkPill::State state, const QString &words)
{
    m_link->setState(state, words);
    fit();
}

void NowBar::setPerson(const QString &initials, const QString &name, const QString &role)
{
    m_person->setPerson(initials, name, role);
    fit();
}

void NowBar::setMuted(const QString &words)
{
    m_muted->setState(Tone::Neutral, words, Icon::BellOff);
    m_muted->setVisible(!words.isEmpty());
    fit();
}

void NowBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QSize NowBar::sizeHint() const
{
    return {px(1286), px(64)};
}

QSize NowBar::minimumSizeHint() const
{
    return {px(640), px(64)};
}

int NowBar::needed() const
{
    int width = 20 + 18 + m_left->minimumWidth() + m_search->minimumWidth() + m_link->sizeHint().width()
        + m_person->sizeHint().width() + 4 * barSpacing;
    if (!m_muted->isHidden())
        width += m_muted->sizeHint().width() + barSpacing;
    for (const Counter *each : m_counters)
        if (!each->isHidden())
            width += each->sizeHint().width() + barSpacing;
    return width;
}

void NowBar::fit()
{
    const bool wide = width() >= wideFrom;
    for (Counter *each : m_counters) {
        each->setBig(wide);
        each->setWordsShown(true);
        each->setVisible(true);
    }
    m_person->setNameShown(wide);
    m_search->setPlaceholderText(wide ? tr("Find a caller or a command") : tr("Find or do"));
    m_search->setFixedWidth(px(wide ? 280 : 190));
    // The counters start where the list below ends: one edge less for the eye.
    const int listEdge = wide ? 388 : 312;
    m_left->setFixedWidth(listEdge);
    const auto tooWide = [this] { return needed() > width(); };
    if (tooWide())
        m_left->setFixedWidth(std::min(std::max(m_shop->sizeHint().width(), m_state->sizeHint().width() + dotRoom) + 2,
                                       listEdge));
    if (tooWide())
        counter(Count::AiAnswering).setVisible(false);
    if (tooWide())
        m_search->setFixedWidth(px(120)); // its key still shows: "Ctrl K" is worth more than the words
    if (tooWide())
        counter(Count::BookedToday).setVisible(false); // a number without its word would say nothing
    for (size_t i = m_counters.size(); i-- > 0 && tooWide();) // who needs a person keeps the words longest
        m_counters[i]->setWordsShown(false);
    if (tooWide())
        m_left->setFixedWidth(px(140));
    if (m_search->width() <= px(120))
        m_search->setPlaceholderText({});
}

void NowBar::resizeEvent(QResizeEvent *)
{
    fit();
}

void NowBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    drawHairline(painter, QLineF(0, height() - 1, width(), height() - 1), color(Token::Line));
    const QPointF at = m_state->mapTo(this, QPointF(0, m_state->height() / 2.0));
    drawBox(painter, QRectF(at.x() - dotRoom, at.y() - 4, 8, 8), 4, color(m_open ? Token::OkFill : Token::Control));
    for (size_t i = 1; i < m_counters.size(); ++i) {
        const Counter &next = *m_counters[i];
        if (next.isHidden())
            continue;
        const qreal x = next.x() - barSpacing / 2.0;
        drawHairline(painter, QLineF(x, px(18), x, height() - px(18)), color(Token::Line));
    }
}

} // namespace deskbell::ui
