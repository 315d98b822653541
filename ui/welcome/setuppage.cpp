// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/setuppage.h"

#include "ui/settings/settingspage.h"
#include "ui/welcome/shopcard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>

namespace deskbell::ui {

SetupPage::SetupPage(QWidget *parent)
    : QWidget(parent)
    , m_trouble(new Banner(Tone::Warn, Icon::Alert, {}))
    , m_shop(new ShopCard)
    , m_settings(new SettingsPage)
    , m_missing(new Label(Type::Body, Token::Text2))
    , m_start(new Button(Button::Kind::Primary, Icon::Play, tr("Start Deskbell")))
{
    setAccessibleName(tr("Set up my shop"));
    auto *back = new Button(Button::Kind::Outline, Icon::ChevronLeft, tr("Back"));
    back->setKeyCap(tr("Esc"));
    m_start->setKeyCap(tr("Ctrl Enter"));
    m_missing->setWordWrap(true);
    m_settings->putFirst(m_shop, tr("Set up my shop"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 12, 20, 12);
    foot->setSpacing(12);
    foot->addWidget(back);
    foot->addWidget(m_missing, 1);
    foot->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_settings, 1);
    column->addLayout(foot);
    showTrouble({});
    connect(back, &QPushButton::clicked, this, &SetupPage::backWanted);
    connect(m_start, &QPushButton::clicked, this, &SetupPage::startWanted);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &SetupPage::backWanted);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | enter), this), &QShortcut::activated, m_start, &QPushButton::click);
    setFocusProxy(m_shop);
}

void SetupPage::showMissing(const QString &sentence)
{
    m_missing->setText(sentence.isEmpty() ? tr("Everything is there. From the start on, missed callers get a text.") : sentence);
    m_start->setEnabled(sentence.isEmpty());
}

void SetupPage::showTrouble(const QString &sentence)
{
    m_trouble->setSentence(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void SetupPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    painter.setPen(color(Token::Line));
    const int line = m_settings->geometry().bottom() + 1;
    painter.drawLine(0, line, width(), line);
}

} // namespace deskbell::ui
