// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chatcolumn.h"
#include "ui/theme/paint.h"
#include "ui/widgets/chatwords.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace deskbell::ui {

namespace {

constexpr int sideRoom = 20;
constexpr int widestColumn = 780;
constexpr int widestBubble = 520;
constexpr int padX = 14;
constexpr int padY = 9;
constexpr int groupMinutes = 2;

bool atLeft(const ChatItem &item)
{
    return item.kind == ChatItem::Kind::Caller;
}

bool hasFooter(const ChatItem &item)
{
    return item.kind == ChatItem::Kind::NextReply;
}

/// Breaks lines of the given height by hand: Inter's own 17 px at 14 px type is too tight to read.
QSizeF breakLines(QTextLayout &layout, qreal width, qreal lineHeight, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal y = 0;
    qreal used = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const qreal high = std::max(lineHeight, line.height()); // other scripts and smileys may stand higher
        line.setPosition({0, y + (high - line.height()) / 2});
        used = std::max(used, line.naturalTextWidth());
        y += high;
    }
    layout.endLayout();
    return {std::ceil(used), y};
}

void setWords(QTextLayout &layout, QString text, const QFont &font)
{
    layout.setText(text.replace(u'\n', QChar::LineSeparator));
    layout.setFont(font);
    layout.setCacheEnabled(true);
}

} // namespace

void ChatColumn::setItems(QVector<ChatItem> items, qint64 firstUnread)
{
    m_items = std::move(items);
    m_firstUnread = firstUnread;
    m_slots = std::vector<Slot>(size_t(m_items.size()));
    indexAll();
    guessAll();
}

void ChatColumn::prepend(const QVector<ChatItem> &older)
{
    m_items = older + m_items;
    std::vector<Slot> joined(size_t(older.size()));
    std::move(m_slots.begin(), m_slots.end(), std::back_inserter(joined));
    m_slots = std::move(joined);
    indexAll();
    for (int i = 0; i <= older.size() && i < count(); ++i)
        guess(i); // the first one of before may lose its day separator
    stackFrom(0);
}

void ChatColumn::append(const ChatItem &item)
{
    m_items << item;
    m_slots.emplace_back();
    m_places.insert(item.id, count() - 1);
    guess(count() - 1);
    stackFrom(count() - 1);
}

bool ChatColumn::replace(const ChatItem &item)
{
    const int index = indexOf(item.id);
    if (index < 0)
        return false;
    m_items[index] = item;
    for (int i = index; i <= index + 1 && i < count(); ++i)
        guess(i); // the next one may lose or win its heading
    stackFrom(index);
    return true;
}

bool ChatColumn::remove(qint64 id)
{
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_items.removeAt(index);
    m_slots.erase(m_slots.begin() + index);
    indexAll();
    if (index < count())
        guess(index);
    stackFrom(index);
    return true;
}

void ChatColumn::setViewWidth(int width)
{
    if (std::exchange(m_width, width) != width)
        forgetLayouts();
}

void ChatColumn::forgetLayouts()
{
    guessAll();
}

void ChatColumn::indexAll()
{
    m_places.clear();
    m_places.reserve(m_items.size());
    for (int i = 0; i < count(); ++i)
        m_places.insert(m_items.at(i).id, i);
}

void ChatColumn::guessAll()
{
    measure();
    for (int i = 0; i < count(); ++i)
        guess(i);
    stackFrom(0);
}

void ChatColumn::guess(int index)
{
    const ChatItem &item = m_items.at(index);
    Slot &slot = m_slots[size_t(index)];
    slot.real.reset();
    ChatFrame lead;
    const qreal top = layOutLead(index, lead);
    const qreal letters = std::max(8.0, m_widestText / (px(14) * 0.5));
    const qreal lines = 1 + std::floor(item.text.size() / letters) + item.text.count(u'\n');
    slot.height = top + lines * px(20) + (item.kind == ChatItem::Kind::System ? 0 : 2 * padY)
        + (hasFooter(item) ? px(32) : 0) + (item.failed ? px(50) : 0);
}

void ChatColumn::stackFrom(int index)
{
    m_offsets.resize(m_slots.size() + 1, 0);
    for (size_t i = size_t(index); i < m_slots.size(); ++i)
        m_offsets[i + 1] = m_offsets[i] + m_slots[i].height;
}

bool ChatColumn::makeReal(int first, int last)
{
    int lowest = -1;
    for (int i = std::max(first, 0); i <= last && i < count(); ++i) {
        if (isReal(i))
            continue;
        const qreal guessed = m_slots[size_t(i)].height;
        layOut(i);
        if (lowest < 0 && m_slots[size_t(i)].height != guessed)
            lowest = i;
    }
    if (lowest >= 0)
        stackFrom(lowest);
    return lowest >= 0;
}

int ChatColumn::indexAt(qreal y) const
{
    const auto after = std::upper_bound(m_offsets.begin() + 1, m_offsets.end(), y);
    return std::min(int(after - m_offsets.begin()) - 1, count() - 1);
}

void ChatColumn::measure()
{
    const qreal wide = std::min<qreal>(px(widestColumn), m_width - 2 * sideRoom);
    m_column = {std::floor((m_width - wide) / 2), 0, wide, 0};
    m_widestText = std::floor(std::min<qreal>(px(widestBubble), wide * 0.74)) - 2 * padX;
}

bool ChatColumn::startsDay(int index) const
{
    return index == 0 || m_items.at(index).at.date() != m_items.at(index - 1).at.date();
}

bool ChatColumn::goesOn(int index) const
{
    if (index == 0 || startsDay(index) || m_items.at(index).id == m_firstUnread)
        return false;
    const ChatItem &before = m_items.at(index - 1);
    const ChatItem &now = m_items.at(index);
    // Wall times of one day compare without a look at the zone table, which costs a microsecond each.
    const int apart = before.at.time().msecsTo(now.at.time());
    return before.kind == now.kind && now.kind != ChatItem::Kind::NextReply && before.heading == now.heading
        && before.delivery == now.delivery && !before.failed && apart >= 0 && apart <= groupMinutes * 60'000;
}

/// Day, unread line and heading; returns where the bubble begins.
qreal ChatColumn::layOutLead(int index, ChatFrame &frame) const
{
    const ChatItem &item = m_items.at(index);
    const QRectF &all = m_column;
    qreal y = 0;
    if (item.at.isValid() && startsDay(index)) {
        frame.day = QRectF(all.left(), y + px(10), all.width(), px(24));
        y = frame.day.bottom();
    }
    if (item.id == m_firstUnread && m_firstUnread > 0) {
        frame.unread = QRectF(all.left(), y + px(8), all.width(), px(24));
        y = frame.unread.bottom();
    }
    if (item.kind == ChatItem::Kind::System)
        return y + px(12);
    if (goesOn(index))
        return y + px(6);
    frame.heading = QRectF(all.left() + 2, y + px(12), all.width() - 4, px(18));
    return frame.heading.bottom() + 3;
}

void ChatColumn::layOut(int index)
{
    auto real = std::make_unique<Real>();
    const qreal top = layOutLead(index, real->frame);
    if (item(index).kind == ChatItem::Kind::System)
        layOutSystem(index, *real, top);
    else
        layOutBubble(index, *real, top);
    if (index == count() - 1)
        real->frame.height += px(16); // air under the last one
    m_slots[size_t(index)] = {real->frame.height, std::move(real)};
}

void ChatColumn::layOutSystem(int index, Real &real, qreal top) const
{
    const QRectF &all = m_column;
    const ChatItem &item = m_items.at(index);
    const qreal sign = item.sign == Icon::None ? 0 : px(20);
    const qreal room = all.width() - px(72) - sign;
    setWords(real.text, chatwords::systemLine(item), textFont(Type::Caption));
    const QSizeF size = breakLines(real.text, room, px(18), Qt::AlignLeft);
    const qreal left = std::round(all.center().x() - (size.width() + sign) / 2) + sign;
    real.frame.words = QRectF(QPointF(left, top), size);
    real.frame.bubble = real.frame.words.adjusted(-sign - 8, -2, 8, 2);
    if (item.hasWhy)
        real.frame.why = QRectF(all.right() - px(28), real.frame.words.center().y() - px(14), px(28), px(28));
    real.frame.height = real.frame.words.bottom() + px(2);
}

void ChatColumn::layOutBubble(int index, Real &real, qreal top) const
{
    const ChatItem &item = m_items.at(index);
    const QRectF &all = m_column;
    setWords(real.text, item.text, textFont(Type::Body));
    const QSizeF size = breakLines(real.text, m_widestText, px(20), Qt::AlignLeft);
    const qreal least = hasFooter(item) ? std::min<qreal>(px(260), m_widestText) : 0;
    const qreal wide = std::max(size.width(), least) + 2 * padX;
    const qreal footer = hasFooter(item) ? px(32) : 0;
    ChatFrame &frame = real.frame;
    frame.bubble = QRectF(atLeft(item) ? all.left() : all.right() - wide, top, wide, size.height() + 2 * padY + footer);
    frame.words = QRectF(frame.bubble.topLeft() + QPointF(padX, padY), size);
    if (footer > 0)
        frame.footer = QRectF(frame.words.left(), frame.words.bottom() + 4, wide - 2 * padX, footer + padY - 8);
    if (item.hasWhy)
        frame.why = QRectF(frame.bubble.left() - px(32), frame.bubble.center().y() - px(14), px(28), px(28));
    frame.height = item.failed ? layOutTrouble(item, frame) : frame.bubble.bottom();
}

qreal ChatColumn::layOutTrouble(const ChatItem &item, ChatFrame &frame) const
{
    const QRectF &all = m_column;
    const qreal room = std::max(frame.bubble.width(), m_widestText);
    const QRectF under(all.right() - room, frame.bubble.bottom() + 4, room, 0);
    QTextLayout sentence;
    setWords(sentence, item.reason, textFont(Type::Caption));
    const qreal high = breakLines(sentence, room - px(20), 0, Qt::AlignLeft).height();
    frame.sentence = QRectF(under.left(), under.top(), room, high);
    const QFont &label = textFont(Type::Label);
    const qreal again = textWidth(chatwords::tryAgain(), label) + 20;
    const qreal list = textWidth(chatwords::putOnList(), label) + 20;
    frame.callBack = QRectF(all.right() - list, frame.sentence.bottom() + 4, list, px(28));
    frame.retry = QRectF(frame.callBack.left() - 6 - again, frame.callBack.top(), again, px(28));
    return frame.callBack.bottom();
}

} // namespace deskbell::ui
