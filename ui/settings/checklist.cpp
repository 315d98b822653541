// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checklist.h"

#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QHBoxLayout>

namespace deskbell::ui {

namespace {

StatePill *markOf(CheckLine::State state)
{
    switch (state) {
    case CheckLine::State::Works: return new StatePill(Tone::Ok, CheckList::tr("Works"), Icon::Check);
    case CheckLine::State::Note: return new StatePill(Tone::Neutral, CheckList::tr("Note"), Icon::About);
    case CheckLine::State::Fails: return new StatePill(Tone::Warn, CheckList::tr("Fails"), Icon::Alert);
    }
    return nullptr;
}

Label *sentence(const QString &text, Token token)
{
    auto *label = new Label(Type::Body, token, text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget *lineOf(const CheckLine &line)
{
    auto *row = new QWidget;
    row->setAccessibleName(QStringLiteral("%1, %2").arg(line.name, line.what));
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    StatePill *mark = markOf(line.state);
    mark->setFixedWidth(px(76));
    columns->addWidget(mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Label(Type::Name, Token::Text, line.name));
    words->addWidget(sentence(line.what, Token::Text2));
    if (!line.todo.isEmpty())
        words->addWidget(sentence(line.todo, Token::Text));
    columns->addLayout(words, 1);
    return row;
}

} // namespace

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    setVisible(false);
}

void CheckList::show(const QVector<CheckLine> &lines)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CheckLine &line : lines)
        m_column->addWidget(lineOf(line));
    setVisible(!lines.isEmpty());
}

} // namespace deskbell::ui
