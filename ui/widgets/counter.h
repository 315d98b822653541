// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/pressable.h"

namespace deskbell::ui {

/// A numeral and its words in the now bar; grey at zero. The numeral is what is read from two metres.
class Counter : public Pressable
{
    Q_OBJECT
public:
    Counter(Token token, const QString &words, QWidget *parent = nullptr);

    void setCount(int count);
    void setBig(bool big); ///< 40 px instead of 34
    void setWordsShown(bool shown);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] const QFont &numerals() const;

    Token m_token;
    QString m_words;
    int m_count = 0;
    bool m_big = false;
    bool m_wordsShown = true;
};

} // namespace deskbell::ui
