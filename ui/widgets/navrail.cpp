// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navrail.h"
#include "ui/theme/paint.h"
#include "ui/widgets/navitem.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace deskbell::ui {

namespace {

constexpr int logoTop = 14;
constexpr int logoSide = 32;

} // namespace

NavRail::NavRail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_top(new QVBoxLayout)
    , m_bottom(new QVBoxLayout)
{
    setAccessibleName(tr("Screens"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, logoTop + logoSide + 18, 0, 8);
    all->setSpacing(6);
    for (auto *part : {m_top, m_bottom})
        part->setSpacing(6);
    all->addLayout(m_top);
    all->addStretch();
    all->addLayout(m_bottom);
    connect(m_group, &QButtonGroup::idClicked, this, &NavRail::chosen);
    connect(m_group, &QButtonGroup::idToggled, this, qOverload<>(&QWidget::update)); // the bar moves along
}

void NavRail::add(int id, Icon icon, const QString &label, const QString &key, Place place)
{
    auto *entry = new NavItem(icon, label, key, this);
    entry->setNarrow(m_narrow);
    m_group->addButton(entry, id);
    (place == Place::Top ? m_top : m_bottom)->addWidget(entry, 0, Qt::AlignHCenter);
}

NavItem *NavRail::item(int id) const
{
    return static_cast<NavItem *>(m_group->button(id));
}

void NavRail::setCurrent(int id)
{
    if (NavItem *entry = item(id))
        entry->setChecked(true);
}

int NavRail::current() const
{
    return m_group->checkedId();
}

void NavRail::setBadge(int id, int count, Tone tone, const QString &words)
{
    const QString shown = count > 99 ? QStringLiteral("99+") : count > 0 ? QString::number(count) : QString();
    if (NavItem *entry = item(id))
        entry->setBadge(shown, tone, count > 0 ? words : QString());
}

void NavRail::setDot(int id, Tone tone, const QString &words)
{
    if (NavItem *entry = item(id))
        entry->setBadge(words.isEmpty() ? QString() : QStringLiteral(" "), tone, words);
}

void NavRail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    const auto all = m_group->buttons();
    for (auto *button : all)
        static_cast<NavItem *>(button)->setNarrow(narrow);
    updateGeometry();
    update();
}

QSize NavRail::sizeHint() const
{
    return {m_narrow ? 64 : px(80), QWidget::sizeHint().height()};
}

void NavRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::RailBg));
    const QRectF logo((width() - logoSide) / 2.0, logoTop, logoSide, logoSide);
    drawBox(painter, logo, radius::control, color(Token::AccentFill));
    drawIcon(painter, logo, Icon::Callback, color(Token::OnFill), 20);
    if (auto *entry = m_group->checkedButton()) {
        // The bar at the window's edge: the choice is seen without its colour.
        const QRect at(entry->mapTo(this, QPoint()), entry->size());
        const qreal length = at.height() * 0.45;
        drawBox(painter, QRectF(-4, at.center().y() - length / 2 + 1, 8, length), 4,
                theme().scheme() == Scheme::Light ? mixed(color(Token::AccentFill), Qt::white, 0.5)
                                                  : color(Token::Accent));
    }
}

} // namespace deskbell::ui
