// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarpage.h"

#include "ui/calendar/calendargrid.h"
#include "ui/calendar/legend.h"
#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"
#include "ui/words/reasons.h"
#include "ui/words/when.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace deskbell::ui {

CalendarPage::CalendarPage(QWidget *parent)
    : QWidget(parent)
    , m_grid(new CalendarGrid(this))
    , m_empty(new EmptyState(Icon::Calendar, tr("No bookings this week"), m_grid))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addSpacing(1);
    column->addWidget(m_grid, 1);
    m_detail = makeDetail();
    column->addSpacing(1); // a hairline
    column->addWidget(m_detail);
    m_empty->hide();
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_grid, &CalendarGrid::selectionChanged, this, &CalendarPage::showSelection);
    connect(m_grid, &CalendarGrid::opened, this, &CalendarPage::openSelected);
    showSelection();
}

QWidget *CalendarPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(px(56));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(8);
    m_range = new ElidedLabel(Type::ScreenTitle, Token::Text, QString(), bar);
    row->addWidget(m_range);
    row->addSpacing(8);
    const auto add = [&](Icon icon, const QString &label, bool shown, auto act) {
        auto *button = new Button(Button::Kind::Outline, icon, label, bar);
        button->setSize(Button::Size::Header);
        button->setLabelShown(shown);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    add(Icon::ChevronLeft, tr("Earlier (Ctrl PgUp)"), false, [this] { turn(-1); });
    add(Icon::ChevronRight, tr("Later (Ctrl PgDn)"), false, [this] { turn(1); });
    add(Icon::None, tr("Today"), true, [this] { goToday(); })->setToolTip(tr("Ctrl Home"));
    row->addSpacing(8);
    m_views = new Segments(tr("Day or week"), bar);
    m_views->add(tr("Day"));
    m_views->add(tr("Week"));
    m_views->setCurrent(int(m_view));
    connect(m_views, &Segments::currentChanged, this, [this](int view) { setView(View(view)); });
    row->addWidget(m_views);
    row->addStretch(1);
    m_legend = new Legend(bar);
    row->addWidget(m_legend);
    return bar;
}

QWidget *CalendarPage::makeDetail()
{
    auto *bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::AlternateBase);
    bar->setFixedHeight(px(60)); // always there: a click must not move what was clicked
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 10, 16, 10);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title = new Label(Type::Name, Token::Text, QString(), bar);
    m_line = new ElidedLabel(Type::Meta, Token::Text2, QString(), bar);
    words->addWidget(m_title);
    words->addWidget(m_line);
    row->addLayout(words, 1);
    m_open = new Button(Button::Kind::Outline, Icon::Threads, tr("Open conversation"), bar);
    m_open->setKeyCap(QStringLiteral("Enter"));
    connect(m_open, &QPushButton::clicked, this, &CalendarPage::openSelected);
    row->addWidget(m_open);
    return bar;
}

QDate CalendarPage::today() const
{
    return toWall(m_now, m_profile.zone).date();
}

QDate CalendarPage::firstDay() const
{
    return m_view == View::Day ? m_date : m_date.addDays(1 - m_date.dayOfWeek());
}

void CalendarPage::focusGrid()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_grid->setProfile(profile);
    if (m_date.isValid())
        showRange();
    else if (m_now.isSet())
        goToday();
}

void CalendarPage::tick(Instant now)
{
    m_now = now;
    m_grid->tick(now);
    if (!m_date.isValid() && m_profile.zone.isValid())
        goToday();
    const CalendarCard *card = m_grid->selected();
    if (card && card->kind == CalendarCard::Kind::Hold)
        showSelection();
}

void CalendarPage::showDate(QDate date)
{
    m_date = date;
    showRange();
}

void CalendarPage::setView(View view)
{
    if (m_view == view)
        return;
    m_view = view;
    m_views->setCurrent(int(view));
    if (!m_date.isValid())
        return;
    if (const CalendarCard *card = m_grid->selected(); card && view == View::Day)
        m_date = toWall(card->slot.start, m_profile.zone).date();
    showRange();
}

void CalendarPage::turn(int direction)
{
    showDate(m_date.addDays(direction * (m_view == View::Day ? 1 : 7)));
}

void CalendarPage::goToday()
{
    showDate(today());
    m_grid->scrollToNow();
}

/// The grid stands at once; cards come when the answer is there.
void CalendarPage::showRange()
{
    const int asked = m_view == View::Day ? 1 : 7;
    const Instant from = toInstant(firstDay(), QTime(0, 0), m_profile.zone);
    const Instant to = toInstant(firstDay().addDays(asked), QTime(0, 0), m_profile.zone);
    const bool sameRange = m_shown.from == from && m_shown.to == to;
    showCalendar(sameRange ? runtime::CalendarView(m_shown) : runtime::CalendarView{from, to, {}, {}});
    m_empty->hide();
    Q_EMIT rangeWanted(from, to);
}

void CalendarPage::refresh()
{
    if (m_date.isValid())
        showRange();
}

void CalendarPage::showCalendar(const runtime::CalendarView &view)
{
    const Instant wanted = toInstant(firstDay(), QTime(0, 0), m_profile.zone);
    if (view.from != wanted) // an answer to a question of before
        return;
    m_shown = view;
    std::vector<CalendarCard> cards = calendarCards(view, m_profile, m_nameOf, m_now);
    std::vector<Slot> slots;
    for (const CalendarCard &card : cards)
        slots.push_back(card.slot);
    const int days = m_view == View::Day ? 1 : daysOfWeek(firstDay(), m_profile.hours, slots, m_profile.zone);
    m_grid->setRange(firstDay(), days);
    m_range->setText(rangeWords(firstDay(), firstDay().addDays(days - 1)));
    m_empty->setTitle(m_view == View::Day ? tr("No bookings this day") : tr("No bookings this week"));
    m_empty->setVisible(cards.empty());
    m_grid->setCards(std::move(cards));
}

void CalendarPage::showSelection()
{
    const CalendarCard *card = m_grid->selected();
    m_open->setVisible(card && !card->thread.isEmpty());
    if (!card) {
        m_title->setText(tr("No booking chosen"));
        m_line->setText(tr("Arrow keys walk from booking to booking, Enter opens the conversation behind it"));
        return;
    }
    QStringList line{card->service, span(card->slot.start, card->slot.end, m_profile.zone),
        bayName(card->slot.resource, m_profile), card->phone.isWithheld() ? QString() : numberOf(card->phone),
        whoBooked(*card)};
    if (card->kind == CalendarCard::Kind::Hold)
        line << tr("%1 left").arg(clockWords(std::max<qint64>(0, (card->heldUntil - m_now) / 1s)));
    if (!card->clashWith.isEmpty())
        line << tr("Clash with %1").arg(card->clashWith);
    line.removeAll(QString());
    m_title->setText(card->title);
    m_line->setText(line.join(tr(" · ")));
}

void CalendarPage::openSelected()
{
    if (const CalendarCard *card = m_grid->selected(); card && !card->thread.isEmpty())
        Q_EMIT threadWanted(card->thread);
}

void CalendarPage::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_PageUp: return turn(-1);
        case Qt::Key_PageDown: return turn(1);
        case Qt::Key_Home: return goToday();
        default: break;
        }
    }
    QWidget::keyPressEvent(event);
}

void CalendarPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    for (const int y : {m_grid->y() - 1, m_detail->y() - 1})
        drawHairline(painter, QLineF(0, y, width(), y), color(Token::Line));
}

void CalendarPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_legend->setVisible(width() >= px(880));
    const QSize box(px(360), px(220));
    m_empty->setGeometry(
        QRect(QPoint((m_grid->width() - box.width()) / 2, (m_grid->height() - box.height()) / 2), box));
}

} // namespace deskbell::ui
