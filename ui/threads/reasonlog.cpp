// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threads/reasonlog.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/words/when.h"

#include <QPainter>
#include <QVBoxLayout>

namespace deskbell::ui {

namespace {

constexpr int few = 6; ///< reasons shown before "Show all"

struct Sign {
    Icon icon;
    Token ink;
};

Sign reasonSign(Mark mark)
{
    switch (mark) {
    case Mark::Urgent: return {Icon::Alert, Token::Urgent};
    case Mark::Person: return {Icon::Person, Token::Accent};
    case Mark::Call: return {Icon::Phone, Token::Call};
    case Mark::Calendar: return {Icon::Calendar, Token::Ok};
    case Mark::Check: return {Icon::Check, Token::Text2};
    case Mark::Stop: return {Icon::MinusCircle, Token::Text2};
    case Mark::Clock: return {Icon::Clock, Token::Text2};
    case Mark::Note: return {Icon::Note, Token::Warn};
    case Mark::Text:
    case Mark::Assistant:
    case Mark::None: return {Icon::StarFilled, Token::Ai};
    }
    return {Icon::StarFilled, Token::Ai};
}

} // namespace

ReasonLog::ReasonLog(QWidget *parent)
    : QWidget(parent)
    , m_heading(new SectionHeading(tr("Why the AI did that"), QString(), this))
    , m_more(new Button(Button::Kind::Ghost, QString(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    m_more->setSize(Button::Size::Chip);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] { setWhole(!m_whole); });
}

void ReasonLog::showLines(const std::vector<engine::JournalLine> &lines, const Profile &profile, Instant now)
{
    std::vector<Entry> entries;
    for (const engine::JournalLine &line : lines)
        entries.push_back({journalWords(line, profile), dayTime(line.at, now, profile.zone)});
    if (entries == m_entries) // most changes of a thread add no reason
        return;
    m_entries = std::move(entries);
    rebuild();
}

void ReasonLog::setWhole(bool whole)
{
    if (m_whole == whole)
        return;
    m_whole = whole;
    rebuild();
}

int ReasonLog::shown() const
{
    return m_rows->count();
}

void ReasonLog::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::vector<const Entry *> chosen;
    for (const Entry &entry : m_entries) {
        if (m_whole || (!entry.words.minor && int(chosen.size()) < few))
            chosen.push_back(&entry);
    }
    for (const Entry *entry : chosen)
        m_rows->addWidget(new ReasonRow(entry->words, entry->time, entry == chosen.back(), this));
    setVisible(!m_entries.empty());
    m_more->setVisible(m_whole || chosen.size() < m_entries.size());
    m_more->setLabel(m_whole ? tr("Show the important ones") : tr("Show all %1").arg(m_entries.size()));
}

ReasonRow::ReasonRow(const JournalWords &words, const QString &time, bool last, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_time(time)
    , m_last(last)
{
    QStringList said{m_time, m_words.what, m_words.why};
    said.removeAll(QString());
    setAccessibleName(said.join(tr(", ")));
    setToolTip(said.join(u'\n'));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ReasonRow::sizeHint() const
{
    return {px(200), m_words.why.isEmpty() ? px(32) : px(50)};
}

QSize ReasonRow::minimumSizeHint() const
{
    return {px(120), sizeHint().height()};
}

void ReasonRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Sign sign = reasonSign(m_words.mark);
    const int disc = px(20);
    const QRectF mark(0, px(3), disc, disc);
    if (!m_last)
        painter.fillRect(
            QRectF(mark.center().x() - 1, mark.bottom(), 2, height() - mark.bottom() + px(3)), color(Token::Line));
    drawBox(painter, mark, disc / 2.0, color(sign.ink == Token::Ai ? Token::AiSoft : Token::Sunken));
    drawIcon(painter, mark, sign.icon, color(sign.ink), px(12));
    const qreal left = disc + px(9);
    const qreal timeWidth = textWidth(m_time, textFont(Type::Caption));
    const qreal line = px(22);
    drawLine(painter, QRectF(width() - timeWidth - 1, px(2), timeWidth + 1, line), m_time, textFont(Type::Caption),
        color(Token::Text3), Qt::AlignRight | Qt::AlignVCenter);
    drawLine(painter, QRectF(left, px(2), width() - left - timeWidth - 8, line), m_words.what, textFont(Type::Button),
        color(Token::Text));
    drawLine(painter, QRectF(left, px(2) + line - px(1), width() - left, px(20)), m_words.why, textFont(Type::Meta),
        color(Token::Text2));
}

} // namespace deskbell::ui
