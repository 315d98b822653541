// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

class QPainter;

namespace deskbell::ui {

/// Plain text in one of the type scale's cuts and one token colour; follows theme and text size. Never reads markup:
/// callers' words go through here.
class Label : public QLabel
{
    Q_OBJECT
public:
    Label(Type type, Token token, const QString &text = {}, QWidget *parent = nullptr);

    void setToken(Token token);

private:
    Token m_token;
};

/// One line that is shortened at its end instead of asking for room; the whole text stays as tooltip and name.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    ElidedLabel(Type type, Token token, const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setToken(Token token);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();

    Type m_type;
    Token m_token;
    QString m_text;
};

/// "Needs a person  2": 12/600 on a canvas band with lines above and below; 30 high in lists.
void drawSectionHeading(QPainter &painter, const QRectF &box, const QString &text, const QString &count, Token ink);

/// Heading inside a panel ("What the caller told us"), with a hint at its right end ("Ctrl I").
class SectionHeading : public QWidget
{
    Q_OBJECT
public:
    explicit SectionHeading(const QString &text, const QString &hint = {}, QWidget *parent = nullptr);

    void setText(const QString &text, const QString &hint = {});
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_hint;
};

} // namespace deskbell::ui
