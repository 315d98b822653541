// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chatsamples.h"
#include "ui/theme/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chatview.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/controlbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/nowbar.h"
#include "ui/widgets/ring.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QTest>
#include <QVBoxLayout>

#include <functional>

using namespace deskbell::ui;

namespace {

QWidget *column(const QVector<QWidget *> &widgets)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    for (QWidget *widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignLeft);
    return page;
}

QWidget *row(const QVector<QWidget *> &widgets)
{
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return page;
}

QWidget *buttons()
{
    using Kind = Button::Kind;
    QVector<QWidget *> all;
    for (auto [kind, icon, label] :
         {std::tuple(Kind::Primary, Icon::Hand, "Take over"), {Kind::Danger, Icon::Alert, "Take it now"},
          {Kind::Good, Icon::Calendar, "Book it"}, {Kind::Outline, Icon::Phone, "Call"},
          {Kind::Soft, Icon::Calendar, "Offer a time"}, {Kind::Ghost, Icon::None, "Edit reply"},
          {Kind::AiOutline, Icon::Star, "Hand back to AI"}}) {
        auto *plain = new Button(kind, icon, QLatin1String(label));
        plain->setKeyCap(QStringLiteral("F2"));
        auto *off = new Button(kind, icon, QLatin1String(label));
        off->setEnabled(false);
        auto *queue = new Button(kind, icon, QLatin1String(label));
        queue->setSize(Button::Size::Queue);
        queue->setKeyCap(QStringLiteral("Enter"));
        auto *bare = new Button(kind, icon, QLatin1String(label));
        bare->setLabelShown(false);
        auto *chip = new Button(kind, icon, QLatin1String(label));
        chip->setSize(Button::Size::Chip);
        all << row({plain, off, queue, bare, chip});
    }
    return column(all);
}

/// The strip's buttons on the strip's red.
class Strip : public QWidget
{
public:
    Strip()
    {
        auto *layout = new QHBoxLayout(this);
        layout->addWidget(new Button(Button::Kind::StripGhost, QStringLiteral("Send to Sam")));
        layout->addWidget(new Button(Button::Kind::StripOutline, Icon::Phone, QStringLiteral("Call Dana")));
        auto *main = new Button(Button::Kind::StripMain, Icon::Hand, QStringLiteral("Take it now"));
        main->setKeyCap(QStringLiteral("F8"));
        layout->addWidget(main);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), color(Token::Strip)); }
};

QWidget *pills()
{
    QVector<QWidget *> soft;
    QVector<QWidget *> solid;
    for (auto [tone, icon, text] :
         {std::tuple(Tone::Neutral, Icon::None, "Withheld"), {Tone::Accent, Icon::None, "Sam · Desk 2"},
          {Tone::Ai, Icon::StarFilled, "AI"}, {Tone::Urgent, Icon::None, "Upset caller"},
          {Tone::Warn, Icon::Clock, "Slow, 8 s"}, {Tone::Ok, Icon::Check, "Live"}, {Tone::Call, Icon::None, "Landline"}})
        soft << new StatePill(tone, QString::fromUtf8(text), icon);
    for (auto [tone, icon, text] :
         {std::tuple(Tone::AccentSolid, Icon::Person, "You have it"), {Tone::UrgentSolid, Icon::Alert, "Urgent"},
          {Tone::WarnSolid, Icon::LinkOff, "Offline · 12 s"}, {Tone::OkSolid, Icon::Check, "Booked"},
          {Tone::CallSolid, Icon::Phone, "Due"}})
        solid << new StatePill(tone, QString::fromUtf8(text), icon);
    return column({row(soft), row(solid),
                   row({new KeyCap(QStringLiteral("F2")), new KeyCap(QStringLiteral("Ctrl K")),
                        new KeyCap(QStringLiteral("Enter")), new KeyCap(QStringLiteral("1"))})});
}

QWidget *navRail()
{
    auto *rail = new NavRail;
    rail->add(1, Icon::Threads, QStringLiteral("Threads"), QStringLiteral("Ctrl 1"));
    rail->add(2, Icon::Callback, QStringLiteral("Call back"), QStringLiteral("Ctrl 2"));
    rail->add(3, Icon::Calendar, QStringLiteral("Calendar"), QStringLiteral("Ctrl 3"));
    rail->add(4, Icon::Leads, QStringLiteral("Leads"), QStringLiteral("Ctrl 4"));
    rail->add(5, Icon::Reports, QStringLiteral("Reports"), QStringLiteral("Ctrl 5"));
    rail->add(6, Icon::Business, QStringLiteral("Business"), QStringLiteral("Ctrl 6"), NavRail::Place::Bottom);
    rail->add(7, Icon::Settings, QStringLiteral("Settings"), QStringLiteral("Ctrl 7"), NavRail::Place::Bottom);
    rail->setCurrent(1);
    rail->setBadge(1, 2, Tone::UrgentSolid, QStringLiteral("2 callers need a person"));
    rail->setBadge(2, 4, Tone::CallSolid, QStringLiteral("4 due now"));
    rail->setDot(7, Tone::WarnSolid, QStringLiteral("calendar link broken"));
    return rail;
}

NowBar *nowBar()
{
    auto *bar = new NowBar;
    bar->setShopName(QStringLiteral("Brightside Detailing"));
    bar->setOpenState(true, QStringLiteral("Open until 18:00 · Thu 12 Jun, 14:07"));
    bar->setCount(NowBar::Count::NeedPerson, 2);
    bar->setCount(NowBar::Count::AiAnswering, 4);
    bar->setCount(NowBar::Count::BookedToday, 7);
    bar->setLink(LinkPill::State::Live, QStringLiteral("Live"));
    bar->setPerson(QStringLiteral("JM"), QStringLiteral("Jess"), QStringLiteral("Front desk"));
    return bar;
}

QWidget *controlBars()
{
    using Kind = Button::Kind;
    using Look = ControlBar::Look;
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const ControlBar::Holder &holder, const QVector<ControlBar::Act> &acts) {
        auto *bar = new ControlBar;
        bar->setHolder(holder, acts);
        layout->addWidget(bar);
    };
    add({Look::Violet, Icon::StarFilled, QStringLiteral("AI is answering this caller"),
         QStringLiteral("Start typing and it pauses at once"), {}, -1},
        {{1, QStringLiteral("Edit reply"), Icon::None, {}, Kind::Ghost},
         {2, QStringLiteral("Take over"), Icon::Hand, QStringLiteral("F2"), Kind::Primary}});
    add({Look::Blue, Icon::Hand, QStringLiteral("You have this caller, AI is paused"),
         QStringLiteral("Rings again after %1 of silence"), QStringLiteral("9:42"), 0.97},
        {{3, QStringLiteral("+10 min"), Icon::None, {}, Kind::Outline},
         {4, QStringLiteral("Hand back to AI"), Icon::Star, QStringLiteral("F4"), Kind::AiOutline}});
    add({Look::Red, Icon::Alert, QStringLiteral("AI has stopped. A person must answer"),
         QStringLiteral("Waiting %1 of 1:00, then Sam's phone rings"), QStringLiteral("0:48"), 0.2},
        {{5, QStringLiteral("Take it now"), Icon::Hand, QStringLiteral("F2"), Kind::Danger}});
    add({Look::Tint, Icon::Desk, QStringLiteral("Sam at Desk 2 has this caller"), {}, {}, -1},
        {{6, QStringLiteral("Take from Sam"), Icon::None, {}, Kind::Outline},
         {7, QStringLiteral("Note to Sam"), Icon::Note, {}, Kind::Outline}});
    add({Look::Amber, Icon::Keyboard, QStringLiteral("Sam at Desk 2 is typing a reply"),
         QStringLiteral("One answer only. Your text is kept"), {}, -1},
        {{6, QStringLiteral("Take from Sam"), Icon::None, {}, Kind::Outline}});
    return page;
}

QWidget *composers()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *fresh = new Composer;
    fresh->setTo(QStringLiteral("Tom Becker"), QStringLiteral("SMS"));
    auto *typed = new Composer;
    typed->setTo(QStringLiteral("Dana Whitfield"), QStringLiteral("SMS"));
    typed->setDraft(QStringLiteral("Could you send me one photo of the door? I will call you at 14:15 🙂. If that is too "
                                   "late for you, tell me when it suits, and I will make sure that someone is here."));
    typed->setCounter(QStringLiteral("165 / 160 · 2 texts"), true);
    auto *note = new Composer;
    note->setTo(QStringLiteral("Dana Whitfield"), QStringLiteral("SMS"));
    note->setNoteMode(true);
    note->setDraft(QStringLiteral("Photos are in the job folder"));
    auto *closed = new Composer;
    closed->setClosed(QStringLiteral("This caller said STOP on 12 Jun 12:48. You may call, not text."),
                      {new Button(Button::Kind::Outline, Icon::Phone, QStringLiteral("Call"))});
    for (Composer *each : {fresh, typed, note, closed})
        layout->addWidget(each);
    return page;
}

QWidget *panel()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *segments = new Segments(QStringLiteral("Filter"));
    segments->setCount(segments->add(QStringLiteral("Open")), 10);
    segments->setCount(segments->add(QStringLiteral("Mine")), 1);
    segments->add(QStringLiteral("Done"));
    layout->addWidget(segments);
    layout->addWidget(new SearchBox(QStringLiteral("Find or do"), QStringLiteral("Ctrl K")));
    auto *card = new Card(Tone::Ok);
    auto *inside = new QVBoxLayout(card);
    inside->addWidget(new Label(Type::Label, Token::Ok, QStringLiteral("Held for Tom, 4:12 left")));
    inside->addWidget(new Label(Type::Title, Token::Text, QStringLiteral("Sat 14 Jun, 09:00 to 15:00")));
    inside->addWidget(new Label(Type::Meta, Token::Text2, QStringLiteral("Bay 2 · 5-year ceramic · $1,240")));
    layout->addWidget(card);
    layout->addWidget(new SectionHeading(QStringLiteral("What the caller told us"), QStringLiteral("Ctrl I")));
    for (auto [name, value, source] :
         {std::tuple("Wants", "Ceramic coating", FactRow::Source::CallersWords),
          {"Vehicle", "2021 Tahoe, black, with a very long description", FactRow::Source::OurRecords},
          {"Parked", "", FactRow::Source::ToAsk}, {"Package", "5-year", FactRow::Source::AiGuess}}) {
        auto *fact = new FactRow;
        fact->setFact(QLatin1String(name), QLatin1String(value), source);
        layout->addWidget(fact);
    }
    auto *ring = new Ring;
    ring->setState(0.66, Token::Accent, Icon::Hand, QStringLiteral("9:42 left"));
    layout->addWidget(ring);
    return page;
}

QWidget *banners()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new Banner(Tone::Warn, Icon::LinkOff,
                                 QStringLiteral("No link for 12 s. The AI keeps answering. Your texts wait here.")));
    auto *red = new Banner(Tone::UrgentSolid, Icon::Alert,
                           QStringLiteral("Deskbell's service has stopped. Callers get no texts."));
    red->addAct(QStringLiteral("Start it"));
    layout->addWidget(red);
    layout->addWidget(new Banner(Tone::Ai, Icon::Store, QStringLiteral("Demo shop, nothing is sent")));
    auto *empty = new EmptyState(Icon::Check, QStringLiteral("Nobody is waiting"));
    empty->setLines({QStringLiteral("Line checked 14:06. Last missed call 13:58. Next nudge 17:30."),
                     QStringLiteral("A good moment for the morning review.")});
    empty->addAct(QStringLiteral("Open the review"), Icon::Leads);
    layout->addWidget(empty, 1);
    auto *skeleton = new Skeleton(3);
    skeleton->setFixedHeight(240);
    skeleton->setVisible(true);
    layout->addWidget(skeleton);
    page->setMinimumHeight(680);
    auto *toast = new Toast(page);
    toast->show(QStringLiteral("Put on the call-back list for 16:00"), true);
    return page;
}

QWidget *chat()
{
    auto *view = new ChatView;
    view->setMinimumHeight(1150);
    view->setMessages(samples::conversation(), 4);
    view->select(6);
    return view;
}

struct Exhibit {
    const char *name;
    std::function<QWidget *()> make;
    int width;
};

const Exhibit exhibits[] = {
    {"buttons", buttons, 0}, {"strip", [] { return new Strip; }, 560}, {"pills", pills, 0}, {"rail", navRail, 0},
    {"nowbar", [] { return nowBar(); }, 1286}, {"nowbar-wide", [] { return nowBar(); }, 1840},
    {"nowbar-small", [] { return nowBar(); }, 960}, {"controlbars", controlBars, 630},
    {"controlbars-small", controlBars, 430}, {"composers", composers, 630}, {"composers-small", composers, 340},
    {"chat", chat, 630}, {"chat-small", chat, 360}, {"chat-wide", chat, 1060}, {"panel", panel, 316}, {"banners", banners, 630},
};

bool hasManyColors(const QImage &shot)
{
    QSet<QRgb> seen;
    for (int y = 0; y < shot.height(); y += 2)
        for (int x = 0; x < shot.width(); x += 2)
            seen.insert(shot.pixel(x, y));
    return seen.size() > 8;
}

} // namespace

/// Every widget in every look, kept as pictures beside the test for people to look at.
class WidgetGalleryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void everyWidgetShowsInEveryLook_data();
    void everyWidgetShowsInEveryLook();
    void nothingOverlapsInSmallRooms_data();
    void nothingOverlapsInSmallRooms();
    void everythingPressableHasANameAndAKeyboardWay_data();
    void everythingPressableHasANameAndAKeyboardWay();

private:
    Theme m_theme;
};

void WidgetGalleryTest::everyWidgetShowsInEveryLook_data()
{
    QTest::addColumn<int>("exhibit");
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("high");
    QTest::addColumn<int>("percent");
    for (int i = 0; i < int(std::size(exhibits)); ++i)
        for (auto [choice, high, percent] :
             {std::tuple(Look::Choice::Light, false, 100), {Look::Choice::Dark, false, 100},
              {Look::Choice::Light, false, 130}, {Look::Choice::Light, true, 100}, {Look::Choice::Dark, true, 115}})
            QTest::addRow("%s-%s%s-%d", exhibits[i].name, choice == Look::Choice::Dark ? "dark" : "light",
                          high ? "-high" : "", percent)
                << i << int(choice) << high << percent;
}

void WidgetGalleryTest::everyWidgetShowsInEveryLook()
{
    QFETCH(int, exhibit);
    QFETCH(int, choice);
    QFETCH(bool, high);
    QFETCH(int, percent);
    m_theme.setLook({.choice = Look::Choice(choice), .highContrast = high, .textPercent = percent});
    const std::unique_ptr<QWidget> widget(exhibits[exhibit].make());
    const int width = exhibits[exhibit].width;
    widget->resize(width > 0 ? width : widget->sizeHint().width(), std::max(widget->sizeHint().height(), 40));
    widget->show();
    QApplication::processEvents();
    const QPixmap shot = widget->grab();
    QDir().mkpath(QStringLiteral("pictures"));
    QVERIFY(shot.save(QStringLiteral("pictures/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    QVERIFY(hasManyColors(shot.toImage()));
}

void WidgetGalleryTest::nothingOverlapsInSmallRooms_data()
{
    QTest::addColumn<int>("exhibit");
    QTest::addColumn<int>("percent");
    for (int i = 0; i < int(std::size(exhibits)); ++i)
        for (int percent : {100, 130})
            QTest::addRow("%s-%d", exhibits[i].name, percent) << i << percent;
}

void WidgetGalleryTest::nothingOverlapsInSmallRooms()
{
    QFETCH(int, exhibit);
    QFETCH(int, percent);
    m_theme.setLook({.choice = Look::Choice::Light, .textPercent = percent});
    const std::unique_ptr<QWidget> widget(exhibits[exhibit].make());
    widget->resize(widget->minimumSizeHint().expandedTo({0, widget->sizeHint().height()}));
    widget->show();
    QApplication::processEvents();
    const auto pressables = widget->findChildren<QAbstractButton *>();
    for (auto *one : pressables) {
        if (!one->isVisible())
            continue;
        const QRect at(one->mapTo(widget.get(), QPoint()), one->size());
        QVERIFY2(widget->rect().adjusted(-1, -1, 1, 1).contains(at), qPrintable(one->accessibleName()));
        QVERIFY2(at.width() >= 24 && at.height() >= 24, qPrintable(one->accessibleName()));
        for (auto *other : pressables)
            if (other != one && other->isVisible() && other->window() == one->window() && !qobject_cast<Toast *>(one->parent())
                && !qobject_cast<Toast *>(other->parent()))
                QVERIFY2(!at.intersects(QRect(other->mapTo(widget.get(), QPoint()), other->size())),
                         qPrintable(one->accessibleName() + QStringLiteral(" / ") + other->accessibleName()));
    }
}

void WidgetGalleryTest::everythingPressableHasANameAndAKeyboardWay_data()
{
    QTest::addColumn<int>("exhibit");
    for (int i = 0; i < int(std::size(exhibits)); ++i)
        QTest::addRow("%s", exhibits[i].name) << i;
}

void WidgetGalleryTest::everythingPressableHasANameAndAKeyboardWay()
{
    QFETCH(int, exhibit);
    const std::unique_ptr<QWidget> widget(exhibits[exhibit].make());
    const auto pressables = widget->findChildren<QAbstractButton *>();
    for (auto *one : pressables) {
        QVERIFY(!one->accessibleName().isEmpty());
        if (!qobject_cast<FactRow *>(one)) // only a guess can be fixed, other facts are just text
            QVERIFY2(one->focusPolicy() & Qt::TabFocus, qPrintable(one->accessibleName()));
    }
}

QTEST_MAIN(WidgetGalleryTest)
#include "widgetgallerytest.moc"
