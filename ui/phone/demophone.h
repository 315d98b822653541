// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QLineEdit;

namespace deskbell::ui {

class Button;
class ChatView;
class ElidedLabel;
class Segments;

/// The caller's side of the demo shop: a phone to ring and to type on. It sends nothing anywhere; whoever owns it hands
/// its signals to the demo's phone company and shows what comes back.
class DemoPhone : public QWidget
{
    Q_OBJECT
public:
    /// What kind of number the caller has.
    enum class Caller { Mobile, Landline, Withheld };

    explicit DemoPhone(QWidget *parent = nullptr);

    void setShop(const QString &name, const QString &number);
    [[nodiscard]] Caller caller() const;
    void setCaller(Caller caller);
    /// A new caller: an empty screen.
    void clear();
    void focusText();

public Q_SLOTS:
    /// A text as the caller sees it, oldest first; `time` ready to read. What was typed here is on the screen at once;
    /// when it comes back with fromShop false it only gets its time and is not shown twice.
    void showText(const QString &body, const QString &time, bool fromShop);

Q_SIGNALS:
    void rang(deskbell::ui::DemoPhone::Caller kind);
    void texted(const QString &text);
    /// The caller lets the shop wait: nudges are wanted in seconds.
    void silenceRequested();
    void callerChanged(deskbell::ui::DemoPhone::Caller kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makePhone();
    QWidget *makeScreen();
    QWidget *makeActs();
    void ring();
    void text(const QString &body);
    void tellWhatHappened(const QString &line);
    void follow();

    Segments *m_kind;
    QWidget *m_body = nullptr; // the phone's case is painted around it
    ElidedLabel *m_shop;
    ElidedLabel *m_number;
    ChatView *m_chat;
    QLineEdit *m_text;
    Button *m_send;
    QVector<Button *> m_texting; // what needs a number that can be texted
    QMultiHash<QString, qint64> m_unconfirmed; // typed here, not yet come back: text and its id on the screen
    qint64 m_last = 0;
};

} // namespace deskbell::ui
