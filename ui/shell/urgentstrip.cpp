// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/urgentstrip.h"

#include "ui/theme/paint.h"
#include "ui/widgets/button.h"
#include "ui/words/reasons.h"
#include "ui/words/words.h"

#include <QPainter>

namespace deskbell::ui {

using engine::ThreadRow;

namespace {

bool isUrgent(const ThreadRow &row)
{
    return row.urgent && row.section == engine::Section::NeedsPerson && !row.acknowledged;
}

QString headline(const ThreadRow &row)
{
    return UrgentStrip::tr("%1 needs a person now").arg(callerName(row.name, row.caller));
}

QString detail(const ThreadRow &row)
{
    QStringList parts;
    if (const QString kind = escalationKind(row.reasonDetail); !kind.isEmpty())
        parts << UrgentStrip::tr("Rule “%1”").arg(kind);
    else
        parts << sentence(word(row.reason));
    if (row.lastTextInbound && !row.lastText.isEmpty())
        parts << UrgentStrip::tr("“%1”").arg(row.lastText.simplified());
    parts.removeAll(QString());
    return parts.join(UrgentStrip::tr(": "));
}

/// "Sam is called in 0:12". Empty when nobody is named in the rules.
QString nextCall(const ThreadRow &row, Instant now)
{
    if (!row.nextPage.isSet() || row.nextPerson.isEmpty())
        return {};
    return UrgentStrip::tr("%1 is called in %2").arg(row.nextPerson, clockWords(std::max<qint64>(0, (row.nextPage - now) / 1s)));
}

} // namespace

UrgentStrip::UrgentStrip(QWidget *parent)
    : QWidget(parent)
    , m_before(new Button(Button::Kind::StripGhost, Icon::ChevronLeft, tr("Urgent caller before"), this))
    , m_after(new Button(Button::Kind::StripGhost, Icon::ChevronRight, tr("Next urgent caller"), this))
    , m_call(new Button(Button::Kind::StripOutline, Icon::Phone, tr("Call"), this))
    , m_seen(new Button(Button::Kind::StripOutline, Icon::Check, tr("I deal with it"), this))
    , m_take(new Button(Button::Kind::StripMain, Icon::Hand, tr("Take it now"), this))
{
    for (Button *one : {m_before, m_after, m_call, m_seen, m_take}) {
        one->setSize(Button::Size::Strip);
        one->setFocusPolicy(Qt::NoFocus);
    }
    m_before->setLabelShown(false);
    m_after->setLabelShown(false);
    m_take->setKeyCap(QStringLiteral("F8"));
    m_seen->setKeyCap(QStringLiteral("F9"));
    connect(m_seen, &QPushButton::clicked, this, [this] { Q_EMIT acknowledgeWanted(ThreadId(m_shown.thread)); });
    connect(m_before, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { turn(1); });
    connect(m_call, &QPushButton::clicked, this, [this] { Q_EMIT callWanted(m_shown.thread, m_shown.caller); });
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT takeWanted(ThreadId(m_shown.thread)); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

QSize UrgentStrip::sizeHint() const
{
    return {px(600), px(60)};
}

std::vector<ThreadRow> UrgentStrip::inOrder() const
{
    std::vector<ThreadRow> rows(m_rows.begin(), m_rows.end());
    std::sort(rows.begin(), rows.end(), [](const ThreadRow &left, const ThreadRow &right) {
        return std::tie(left.waitsSince, left.thread) < std::tie(right.waitsSince, right.thread);
    });
    return rows;
}

ThreadId UrgentStrip::mostUrgent() const
{
    const std::vector<ThreadRow> rows = inOrder();
    return rows.empty() ? ThreadId{} : rows.front().thread;
}

void UrgentStrip::resetRows(const std::vector<ThreadRow> &rows)
{
    m_rows.clear();
    for (const ThreadRow &row : rows) {
        if (isUrgent(row))
            m_rows.insert(row.thread, row);
    }
    settle();
}

void UrgentStrip::changeRow(const ThreadRow &row)
{
    const bool known = m_rows.contains(row.thread);
    if (isUrgent(row))
        m_rows.insert(row.thread, row);
    else if (!known)
        return;
    else
        m_rows.remove(row.thread);
    settle();
    if (isUrgent(row) && !known)
        Q_EMIT raised(headline(row));
}

void UrgentStrip::turn(int step)
{
    m_at += step;
    settle();
}

void UrgentStrip::settle()
{
    const std::vector<ThreadRow> rows = inOrder();
    setVisible(!rows.empty());
    if (rows.empty()) {
        m_at = 0;
        return;
    }
    m_at = (m_at + int(rows.size())) % int(rows.size());
    m_shown = rows[size_t(m_at)];
    m_which = rows.size() == 1 ? QString() : tr("%1 of %2").arg(m_at + 1).arg(rows.size());
    m_call->setLabel(tr("Call %1").arg(firstName(m_shown.name, m_shown.caller)));
    m_call->setVisible(!m_shown.caller.isWithheld());
    m_seen->setVisible(m_shown.alert.has_value());
    m_before->setVisible(rows.size() > 1);
    m_after->setVisible(rows.size() > 1);
    setAccessibleName(tr("%1. %2").arg(headline(m_shown), detail(m_shown)));
    placeButtons();
    update();
}

void UrgentStrip::tick(Instant now)
{
    m_now = now;
    if (isVisible()) // the second line counts too, when somebody is next
        m_shown.nextPage.isSet() ? update() : update(clockBox().toAlignedRect());
}

QRectF UrgentStrip::clockBox() const
{
    return {qreal(px(52)), 0, tickingWidth(QStringLiteral("00:00"), textFont(Type::BigNumeral)), qreal(height())};
}

void UrgentStrip::placeButtons()
{
    int right = width() - 16;
    m_call->setLabelShown(width() >= px(1000));
    for (Button *one : {m_take, m_seen, m_call, m_after, m_before}) {
        if (!one->isVisibleTo(this))
            continue;
        one->resize(one->sizeHint());
        one->move(right - one->width(), (height() - one->height()) / 2);
        right = one->x() - 10;
    }
}

void UrgentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void UrgentStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Strip));
    const QColor &ink = color(Token::OnFill);
    drawIcon(painter, QRectF(16, 0, px(24), height()), Icon::Alert, ink, px(24));
    const QString waited = clockWords(std::max<qint64>(0, (m_now - m_shown.waitsSince) / 1s));
    drawTicking(painter, clockBox(), waited, textFont(Type::BigNumeral), ink);
    qreal right = width() - 16;
    for (const Button *one : {m_take, m_seen, m_call, m_after, m_before}) {
        if (one->isVisibleTo(this))
            right = std::min<qreal>(right, one->x() - 12);
    }
    const qreal left = clockBox().right() + 14;
    const qreal middle = height() / 2.0;
    const qreal line = px(22);
    const QString first = m_which.isEmpty() ? headline(m_shown) : tr("%1 · %2").arg(headline(m_shown), m_which);
    drawLine(painter, QRectF(left, middle - line, right - left, line), first, textFont(Type::Title), ink);
    const QString next = nextCall(m_shown, m_now);
    const QString second = next.isEmpty() ? detail(m_shown) : tr("%1 · %2").arg(next, detail(m_shown));
    drawLine(painter, QRectF(left, middle, right - left, line), second, textFont(Type::Meta), ink);
}

} // namespace deskbell::ui
