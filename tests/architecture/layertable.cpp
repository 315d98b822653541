// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/layertable.h"

#include <QRegularExpression>

namespace deskbell::architecture {

LayerTable LayerTable::read(const QString &cmakeText)
{
    static const QRegularExpression comment(QStringLiteral("#[^\n]*"));
    static const QRegularExpression line(QStringLiteral(R"(deskbell_module\(\s*(\w+)(?:\s+USES\s+([^)]*))?\))"));
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    QString text = cmakeText;
    text.remove(comment);
    LayerTable table;
    for (auto it = line.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        table.m_modules << match.captured(1);
        table.m_uses[match.captured(1)] = match.captured(2).split(blanks, Qt::SkipEmptyParts);
    }
    return table;
}

QSet<QString> LayerTable::reach(const QString &module) const
{
    QSet<QString> reached{module};
    QStringList open{module};
    while (!open.isEmpty()) {
        for (const auto &used : m_uses.value(open.takeLast())) {
            if (reached.contains(used))
                continue;
            reached << used;
            open << used;
        }
    }
    return reached;
}

QString LayerTable::moduleOf(const QString &path)
{
    const auto parts = path.split(u'/');
    static const QSet<QString> tops{QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")};
    if (parts.size() < 3 || !tops.contains(parts.first()))
        return {};
    return QStringList{parts.at(0), parts.at(1)}.join(u'_');
}

QSet<QString> qtModulesOf(const QSet<QString> &linkNames)
{
    static const QHash<QString, QStringList> brings{
        {QStringLiteral("Qt6::Core"), {QStringLiteral("QtCore")}},
        {QStringLiteral("Qt6::Gui"), {QStringLiteral("QtCore"), QStringLiteral("QtGui")}},
        {QStringLiteral("Qt6::Widgets"),
            {QStringLiteral("QtCore"), QStringLiteral("QtGui"), QStringLiteral("QtWidgets")}},
        {QStringLiteral("Qt6::Svg"), {QStringLiteral("QtCore"), QStringLiteral("QtGui"), QStringLiteral("QtSvg")}},
        {QStringLiteral("Qt6::Network"), {QStringLiteral("QtCore"), QStringLiteral("QtNetwork")}},
        {QStringLiteral("Qt6::WebSockets"),
            {QStringLiteral("QtCore"), QStringLiteral("QtNetwork"), QStringLiteral("QtWebSockets")}},
        {QStringLiteral("Qt6::DBus"), {QStringLiteral("QtCore"), QStringLiteral("QtDBus")}},
    };
    QSet<QString> modules;
    for (const auto &name : linkNames) {
        if (!name.startsWith(QStringLiteral("Qt6::")))
            continue;
        const QStringList plain{QStringLiteral("QtCore"), QStringLiteral("Qt") + name.mid(5)};
        for (const auto &module : brings.value(name, plain))
            modules << module;
    }
    return modules;
}

} // namespace deskbell::architecture
