// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyssheet.h"

#include "ui/theme/paint.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace deskbell::ui {

namespace {

struct Entry {
    QString key;
    QString does;
};

QList<Entry> entries(bool demo)
{
    QList<Entry> all{{QStringLiteral("F2"), KeysSheet::tr("Take over the open caller")},
        {QStringLiteral("F3"), KeysSheet::tr("Call")}, {QStringLiteral("F4"), KeysSheet::tr("Hand back to AI")},
        {QStringLiteral("F6"), KeysSheet::tr("Next pane")},
        {QStringLiteral("F7"), KeysSheet::tr("Next caller who needs a person")},
        {QStringLiteral("F8"), KeysSheet::tr("Take the most urgent caller")},
        {QStringLiteral("F9"), KeysSheet::tr("I deal with it: call nobody else")},
        {QStringLiteral("Ctrl P"), KeysSheet::tr("Planned texts, and stopping them all")},
        {QStringLiteral("Alt Up / Down"), KeysSheet::tr("Thread before or after")},
        {QStringLiteral("Enter"), KeysSheet::tr("Send")}, {QStringLiteral("Shift Enter"), KeysSheet::tr("New line")},
        {QStringLiteral("Esc"), KeysSheet::tr("Leave the box, close the drawer")},
        {QStringLiteral("Ctrl D"), KeysSheet::tr("Done, go to the next")},
        {QStringLiteral("Ctrl L"), KeysSheet::tr("Put on the call-back list")},
        {QStringLiteral("Ctrl R"), KeysSheet::tr("No robocall: off the quiet list")},
        {QStringLiteral("Ctrl I"), KeysSheet::tr("All reasons, or details")},
        {QStringLiteral("Ctrl ."), KeysSheet::tr("Staff note")},
        {QStringLiteral("Ctrl U"), KeysSheet::tr("The caller wants no texts, or texts again")},
        {QStringLiteral("Ctrl F"), KeysSheet::tr("Search in the list")},
        {QStringLiteral("Ctrl K"), KeysSheet::tr("Find a caller")},
        {QStringLiteral("Ctrl Z"), KeysSheet::tr("Take back the last act")},
        {QStringLiteral("Ctrl 1 2 3 7"), KeysSheet::tr("Threads, Call back, Calendar, Settings")},
        {QStringLiteral("1 to 7"), KeysSheet::tr("Call back: how the call went")},
        {QStringLiteral("Ctrl C"), KeysSheet::tr("Call back: copy the number")},
        {QStringLiteral("Arrows"), KeysSheet::tr("Calendar: walk the bookings")},
        {QStringLiteral("Ctrl PgUp / PgDn"), KeysSheet::tr("Calendar: week before or after")},
        {QStringLiteral("Ctrl Home"), KeysSheet::tr("Calendar: today")},
        {QStringLiteral("Ctrl Q"), KeysSheet::tr("Quit: callers get no texts any more")}};
    if (demo)
        all << Entry{QStringLiteral("Ctrl T"), KeysSheet::tr("The demo caller's phone")};
    return all;
}

} // namespace

KeysSheet::KeysSheet(bool demo, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(Tone::Neutral, this))
{
    setAccessibleName(tr("Keys"));
    auto *grid = new QGridLayout(m_card);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->addWidget(new Label(Type::ScreenTitle, Token::Text, tr("Keys"), m_card), 0, 0, 1, 5);
    grid->setColumnMinimumWidth(2, 24);
    const QList<Entry> all = entries(demo);
    const int half = int(all.size() + 1) / 2;
    for (int at = 0; at < all.size(); ++at) {
        const int column = at < half ? 0 : 3;
        grid->addWidget(new KeyCap(all[at].key, m_card), 1 + at % half, column, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new Label(Type::Body, Token::Text, all[at].does, m_card), 1 + at % half, column + 1);
    }
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void KeysSheet::open()
{
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    m_card->adjustSize();
    m_card->move((width() - m_card->width()) / 2, std::max(12, (height() - m_card->height()) / 2));
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void KeysSheet::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void KeysSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1)
        leave();
    // Everything else is swallowed: a key that cannot be seen to work must not work.
}

void KeysSheet::mousePressEvent(QMouseEvent *)
{
    leave();
}

void KeysSheet::paintEvent(QPaintEvent *)
{
    QColor scrim = color(Token::RailBg);
    scrim.setAlphaF(0.45F);
    QPainter(this).fillRect(rect(), scrim);
}

} // namespace deskbell::ui
