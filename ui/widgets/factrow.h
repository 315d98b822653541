// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/pressable.h"

namespace deskbell::ui {

/// One fact about the caller with where it comes from: tick = caller's words, star = AI's guess (press to fix),
/// calendar = our records, "to ask" = still missing. Only a guess can be pressed.
class FactRow : public Pressable
{
    Q_OBJECT
public:
    enum class Source { CallersWords, AiGuess, OurRecords, ToAsk };

    explicit FactRow(QWidget *parent = nullptr);

    /// An empty value reads "Not answered yet".
    void setFact(const QString &name, const QString &value, Source source);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString sourceWords() const;
    void paintSource(QPainter &painter, const QRectF &box) const;

    QString m_name;
    QString m_value;
    Source m_source = Source::ToAsk;
};

} // namespace deskbell::ui
