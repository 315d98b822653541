// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/conversationheader.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/words/reasons.h"

#include <QHBoxLayout>
#include <QPainter>

namespace deskbell::ui {

ConversationHeader::ConversationHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(Type::ScreenTitle, Token::Text, QString(), this))
    , m_meta(new ElidedLabel(Type::Meta, Token::Text2, QString(), this))
    , m_call(new Button(Button::Kind::Outline, Icon::Phone, tr("Call"), this))
    , m_list(new Button(Button::Kind::Outline, Icon::Callback, tr("Call back later"), this))
    , m_done(new Button(Button::Kind::Outline, Icon::Check, tr("Done"), this))
    , m_rescue(new Button(Button::Kind::Outline, Icon::Sms, tr("No robocall"), this))
    , m_details(new Button(Button::Kind::Ghost, Icon::About, tr("Details (Ctrl I)"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 8, 16, 8);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_meta);
    row->addLayout(words, 1);
    for (Button *one : {m_call, m_list, m_done, m_rescue, m_details}) {
        one->setSize(Button::Size::Header);
        row->addWidget(one);
    }
    m_call->setKeyCap(QStringLiteral("F3"));
    m_list->setKeyCap(QStringLiteral("Ctrl L"));
    m_done->setKeyCap(QStringLiteral("Ctrl D"));
    m_rescue->setKeyCap(QStringLiteral("Ctrl R"));
    m_rescue->setToolTip(tr("Takes this caller off the quiet list: texted if it is still in time, else called back"));
    m_rescue->hide();
    m_details->setLabelShown(false);
    m_details->hide();
    connect(m_call, &QPushButton::clicked, this, &ConversationHeader::callWanted);
    connect(m_list, &QPushButton::clicked, this, &ConversationHeader::callbackListWanted);
    connect(m_done, &QPushButton::clicked, this, &ConversationHeader::doneWanted);
    connect(m_rescue, &QPushButton::clicked, this, &ConversationHeader::rescueWanted);
    connect(m_details, &QPushButton::clicked, this, &ConversationHeader::detailsWanted);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ConversationHeader::showRow(const engine::ThreadRow &row, int episodes)
{
    m_name->setText(callerName(row.name, row.caller));
    QStringList meta;
    if (!row.name.isEmpty())
        meta << numberOf(row.caller);
    meta << tr("SMS");
    if (episodes == 1)
        meta << tr("new caller");
    else if (episodes > 1)
        meta << tr("called %1 times").arg(episodes);
    m_meta->setText(meta.join(tr(" · ")));
    const bool canCall = !row.caller.isWithheld();
    m_call->setEnabled(canCall);
    m_list->setEnabled(canCall);
    const bool isQuiet = row.section == engine::Section::QuietList;
    m_done->setVisible(row.section != engine::Section::Done && !isQuiet);
    m_rescue->setVisible(isQuiet);
    fit();
}

void ConversationHeader::clear()
{
    m_name->setText({});
    m_meta->setText({});
}

void ConversationHeader::setDetailsShown(bool shown)
{
    m_details->setVisible(shown);
    fit();
}

void ConversationHeader::fit()
{
    const int name = std::max(
        textWidth(m_name->text(), textFont(Type::ScreenTitle)), textWidth(m_meta->text(), textFont(Type::Meta)));
    const auto room = [this, name] {
        int used = 36 + 8 * 4 + name;
        for (const Button *one : {m_call, m_list, m_done, m_rescue, m_details})
            used += one->isVisibleTo(this) ? one->sizeHint().width() : 0;
        return width() - used;
    };
    for (Button *one : {m_call, m_list, m_done, m_rescue}) {
        one->setLabelShown(true);
        one->setKeyCapShown(true);
    }
    for (Button *one : {m_list, m_call, m_done, m_rescue}) {
        if (room() < 0)
            one->setKeyCapShown(false);
    }
    for (Button *one : {m_list, m_call, m_done, m_rescue}) {
        if (room() < 0)
            one->setLabelShown(false);
    }
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ConversationHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    drawHairline(painter, QLineF(0, height() - 1, width(), height() - 1), color(Token::Line));
}

} // namespace deskbell::ui
