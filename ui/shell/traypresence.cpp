// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/traypresence.h"

#include "ui/theme/paint.h"

#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

namespace deskbell::ui {

QIcon programIcon(bool alarmed)
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        drawBox(painter, QRectF(0, 0, side, side), side / 4.0, color(Token::AccentFill));
        drawIcon(painter, QRectF(0, 0, side, side), Icon::Callback, color(Token::OnFill), side * 5 / 8);
        if (alarmed) {
            const qreal dot = side * 0.42;
            drawBox(painter, QRectF(side - dot, 0, dot, dot), dot / 2, color(Token::UrgentFill), color(Token::OnFill));
        }
        icon.addPixmap(picture);
    }
    return icon;
}

TrayPresence::TrayPresence(QObject *parent)
    : QObject(parent)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_menu = new QMenu;
    connect(m_menu->addAction(tr("Open Deskbell")), &QAction::triggered, this, &TrayPresence::openWanted);
    connect(m_menu->addAction(tr("Quit (callers get no texts any more)")), &QAction::triggered, this,
        &TrayPresence::quitWanted);
    m_icon = new QSystemTrayIcon(this);
    m_icon->setContextMenu(m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT openWanted();
    });
    connect(&theme(), &Theme::changed, this, &TrayPresence::draw);
    setCount(0);
    m_icon->show();
}

TrayPresence::~TrayPresence()
{
    delete m_menu;
}

void TrayPresence::setCount(int needPerson)
{
    if (!m_icon || m_count == needPerson)
        return;
    m_count = needPerson;
    m_icon->setToolTip(needPerson == 0 ? tr("Deskbell: nobody waits for a person")
            : needPerson == 1          ? tr("Deskbell: 1 caller needs a person")
                                       : tr("Deskbell: %n callers need a person", nullptr, needPerson));
    draw();
}

void TrayPresence::draw()
{
    m_icon->setIcon(programIcon(m_count > 0));
}

} // namespace deskbell::ui
