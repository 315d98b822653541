// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announcer.h"

#include <QAccessibleWidget>

using namespace std::chrono_literals;

namespace deskbell::ui {

namespace {

QAccessibleInterface *asAlert(const QString &className, QObject *object)
{
    if (className != QLatin1String("deskbell::ui::Announcer"))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
}

} // namespace

Announcer::Announcer(QWidget *parent)
    : QLabel(parent)
{
    QAccessible::installFactory(asAlert); // installing the same one twice is ignored by Qt
    setTextFormat(Qt::PlainText);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(1, 1);
    hide();
    m_pace.setSingleShot(true);
    m_pace.setInterval(5s);
    connect(&m_pace, &QTimer::timeout, this, &Announcer::flush);
}

void Announcer::say(const QString &sentence)
{
    m_waiting << sentence;
    if (!m_pace.isActive())
        m_pace.start();
}

void Announcer::sayNow(const QString &sentence)
{
    hide(); // only the step from hidden to shown is told to the reader
    setText(sentence);
    setAccessibleName(sentence);
    show();
    Q_EMIT said(sentence);
}

void Announcer::flush()
{
    sayNow(m_waiting.join(u' '));
    m_waiting.clear();
}

} // namespace deskbell::ui
