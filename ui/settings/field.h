// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

namespace deskbell::ui {

class Label;

/// A text box with its name above and, below, a hint or what is wrong with what stands in it.
class Field : public QWidget
{
    Q_OBJECT
public:
    explicit Field(const QString &name, const QString &hint = {}, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &edit() { return *m_edit; }
    [[nodiscard]] QString text() const { return m_edit->text().trimmed(); }
    void setText(const QString &text);
    /// For secrets: dots instead of letters, never filled in from outside.
    void hideLetters();
    /// What was typed, and the box is empty again, without an undo that would bring it back.
    [[nodiscard]] QString takeText();
    void setHint(const QString &hint);
    /// Empty: nothing is wrong. Goes by itself with the next letter.
    void setFault(const QString &sentence);
    [[nodiscard]] bool hasFault() const { return !m_fault.isEmpty(); }

Q_SIGNALS:
    void edited();
    void entered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void keepHeight();
    void showBelow();

    QString m_name;
    QString m_hint;
    QString m_fault;
    QLineEdit *m_edit;
    Label *m_below;
};

} // namespace deskbell::ui
