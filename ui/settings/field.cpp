// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field.h"

#include "ui/theme/paint.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace deskbell::ui {

Field::Field(const QString &name, const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_hint(hint)
    , m_edit(new QLineEdit(this))
    , m_below(new Label(Type::Caption, Token::Text2, {}, this))
{
    auto *above = new Label(Type::Label, Token::Text, name, this);
    above->setBuddy(m_edit);
    m_edit->setAccessibleName(name);
    keepFont(m_edit, Type::Body);
    m_below->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(above);
    column->addWidget(m_edit);
    column->addWidget(m_below);
    column->addStretch(1); // fields side by side stay level, whatever stands below one of them
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        setFault({});
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &Field::entered);
    connect(&theme(), &Theme::changed, this, &Field::keepHeight);
    keepHeight();
    showBelow();
}

void Field::keepHeight()
{
    m_edit->setMinimumHeight(m_edit->sizeHint().height()); // a layout that runs short would squeeze it first
}

void Field::setText(const QString &text)
{
    if (m_edit->text() != text)
        m_edit->setText(text);
    m_edit->setCursorPosition(0);
}

void Field::hideLetters()
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhHiddenText);
}

QString Field::takeText()
{
    const QString typed = text();
    m_edit->setText({}); // not clear(), which can be undone
    return typed;
}

void Field::setHint(const QString &hint)
{
    m_hint = hint;
    showBelow();
}

void Field::setFault(const QString &sentence)
{
    if (m_fault == sentence)
        return;
    m_fault = sentence;
    showBelow();
}

void Field::showBelow()
{
    m_below->setText(m_fault.isEmpty() ? m_hint : m_fault);
    m_below->setToken(m_fault.isEmpty() ? Token::Text2 : Token::Warn);
    m_below->setVisible(!m_below->text().isEmpty());
    m_below->setContentsMargins(m_fault.isEmpty() ? 0 : px(14) + 6, 0, 0, 0);
    m_edit->setAccessibleDescription(m_below->text());
    update();
}

void Field::paintEvent(QPaintEvent *)
{
    if (m_fault.isEmpty())
        return;
    QPainter painter(this);
    const QRectF box(m_below->x(), m_below->y(), px(14), QFontMetrics(m_below->font()).height());
    drawIcon(painter, box, Icon::Alert, color(Token::Warn), px(14));
}

} // namespace deskbell::ui
