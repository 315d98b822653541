// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chatitem.h"

#include <QHash>
#include <QRectF>
#include <QTextLayout>
#include <QVector>

#include <memory>
#include <vector>

namespace deskbell::ui {

/// Where the parts of one message are, y from the top of its slot, x in the view. Empty where a part is not there.
struct ChatFrame
{
    QRectF day; ///< separator "Thu 12 Jun"
    QRectF unread; ///< line "New since you left"
    QRectF heading;
    QRectF bubble;
    QRectF words; ///< the text inside the bubble, or the system line
    QRectF footer; ///< NextReply: countdown; Person: undo line; inside the bubble
    QRectF sentence; ///< failed: under the bubble
    QRectF retry, callBack; ///< failed: what one can do
    QRectF why; ///< beside the bubble
    qreal height = 0;
};

/// The conversation as a column of slots with heights: guessed before a message is seen, real after. Geometry only; it
/// neither paints nor scrolls. Ten thousand messages cost ten thousand guesses and no text layout.
class ChatColumn
{
public:
    void setItems(QVector<ChatItem> items, qint64 firstUnread);
    void prepend(const QVector<ChatItem> &older);
    void append(const ChatItem &item);
    /// False where the id is unknown.
    bool replace(const ChatItem &item);
    bool remove(qint64 id);

    /// Everything is guessed anew for a new width or new fonts.
    void setViewWidth(int width);
    void forgetLayouts();

    [[nodiscard]] int count() const { return int(m_items.size()); }
    [[nodiscard]] const ChatItem &item(int index) const { return m_items.at(index); }
    [[nodiscard]] int indexOf(qint64 id) const { return m_places.value(id, -1); }
    [[nodiscard]] qint64 firstUnread() const { return m_firstUnread; }

    /// Lays out [first, last]; true when a height changed by it.
    bool makeReal(int first, int last);
    [[nodiscard]] bool isReal(int index) const { return m_slots[size_t(index)].real != nullptr; }
    /// Top of a slot; offset(count()) is the height of all.
    [[nodiscard]] qreal offset(int index) const { return m_offsets[size_t(index)]; }
    [[nodiscard]] qreal total() const { return m_offsets.back(); }
    [[nodiscard]] int indexAt(qreal y) const; ///< clamped to what is there; -1 when empty

    /// Only for real slots.
    [[nodiscard]] const ChatFrame &frame(int index) const { return m_slots[size_t(index)].real->frame; }
    [[nodiscard]] const QTextLayout &text(int index) const { return m_slots[size_t(index)].real->text; }

    /// Column of text: at most 780 wide, in the middle.
    [[nodiscard]] const QRectF &column() const { return m_column; }
    /// A message that goes on under the heading of the one before: same sender, within 2 minutes.
    [[nodiscard]] bool goesOn(int index) const;

private:
    struct Real {
        QTextLayout text;
        ChatFrame frame;
    };
    struct Slot { // ten thousand of them: what is not seen stays two words long
        qreal height = 0;
        std::unique_ptr<Real> real;
    };

    void indexAll();
    void guess(int index);
    void guessAll();
    void measure();
    void stackFrom(int index);
    void layOut(int index);
    qreal layOutLead(int index, ChatFrame &frame) const;
    void layOutSystem(int index, Real &real, qreal top) const;
    void layOutBubble(int index, Real &real, qreal top) const;
    qreal layOutTrouble(const ChatItem &item, ChatFrame &frame) const;
    [[nodiscard]] bool startsDay(int index) const;

    QVector<ChatItem> m_items;
    QHash<qint64, int> m_places;
    std::vector<Slot> m_slots;
    std::vector<qreal> m_offsets{0.0};
    qint64 m_firstUnread = 0;
    int m_width = 600;
    QRectF m_column;
    qreal m_widestText = 0;
};

} // namespace deskbell::ui
