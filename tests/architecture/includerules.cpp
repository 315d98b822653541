// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/complaint.h"
#include "tests/architecture/rules.h"

namespace deskbell::architecture {

namespace {

const QStringList &pureModules()
{
    static const QStringList names{QStringLiteral("core_base"), QStringLiteral("core_domain"),
        QStringLiteral("core_numbering"), QStringLiteral("core_language"), QStringLiteral("core_engine")};
    return names;
}

bool isScreen(const QString &qtModule)
{
    static const QSet<QString> screen{
        QStringLiteral("QtGui"), QStringLiteral("QtWidgets"), QStringLiteral("QtSvg"), QStringLiteral("QtSvgWidgets")};
    return screen.contains(qtModule);
}

/// Foreign headers and the link name that brings them.
QString foreignLinkName(const QString &target)
{
    if (target == QStringLiteral("sqlite3.h"))
        return QStringLiteral("PkgConfig::SQLITE");
    if (target == QStringLiteral("sodium.h") || target.startsWith(QStringLiteral("sodium/")))
        return QStringLiteral("PkgConfig::SODIUM");
    if (target.startsWith(QStringLiteral("curl/")))
        return QStringLiteral("PkgConfig::CURL");
    if (target.startsWith(QStringLiteral("qt6keychain/")))
        return QStringLiteral("Qt6Keychain::Qt6Keychain");
    if (target.startsWith(QStringLiteral("tl/")))
        return QStringLiteral("tl::expected");
    return {};
}

bool isOurs(const QString &target)
{
    return target.startsWith(QStringLiteral("core/")) || target.startsWith(QStringLiteral("ui/"))
        || target.startsWith(QStringLiteral("app/")) || target.startsWith(QStringLiteral("tests/"));
}

bool isGenerated(const QString &target)
{
    return target.endsWith(QStringLiteral(".moc")) || target.startsWith(QStringLiteral("moc_"));
}

/// Holds what one file may see; asks it of each include.
class Sight
{
public:
    Sight(const QString &path, const LayerTable &table, const QtHeaders &qt)
        : m_path(path)
        , m_module(LayerTable::moduleOf(path))
        , m_qt(qt)
        , m_reach(table.has(m_module) ? table.reach(m_module) : QSet<QString>{})
        , m_bounded(table.has(m_module))
    {
        if (path.startsWith(QStringLiteral("tests/support/"))) {
            m_reach = table.reach(QStringLiteral("core_runtime")) + table.reach(QStringLiteral("app_sandbox"));
            m_ownRoomsOnly = true;
        }
    }

    /// Empty when the include is fine.
    [[nodiscard]] QString objection(const Include &include) const
    {
        if (isOurs(include.target))
            return objectionToOurs(include.target);
        if (isGenerated(include.target))
            return {};
        const bool fromTests = m_path.startsWith(QStringLiteral("tests/"));
        if (include.quoted && fromTests && !include.target.contains(u'/'))
            return {}; // a test's neighbour
        if (include.quoted)
            return QStringLiteral("write the include \"%1\" as a full path from the top folder").arg(include.target);
        const auto qtModules = qtModulesHolding(include.target);
        return qtModules.isEmpty() ? objectionToForeign(include.target) : objectionToQt(include.target, qtModules);
    }

private:
    [[nodiscard]] QString objectionToOurs(const QString &target) const
    {
        const bool fromTests = m_path.startsWith(QStringLiteral("tests/"));
        if (target.startsWith(QStringLiteral("tests/")))
            return fromTests ? QString() : QStringLiteral("the product may not include a test (%1)").arg(target);
        const QString module = LayerTable::moduleOf(target);
        if (m_ownRoomsOnly && !m_reach.contains(module))
            return QStringLiteral("a fake shares no code with the product's adapters: %1").arg(target);
        if (m_bounded && !m_reach.contains(module))
            return QStringLiteral("%1 may not see %2 (layer table in CMakeLists.txt)").arg(m_module, target);
        return {};
    }

    [[nodiscard]] QString objectionToQt(const QString &target, const QSet<QString> &holders) const
    {
        if (!m_bounded)
            return {};
        const auto seen = qtModulesOf(m_reach) & holders;
        if (seen.isEmpty())
            return QStringLiteral("%1 may not see <%2> (%3)").arg(m_module, target, *holders.cbegin());
        if (m_path.startsWith(QStringLiteral("core/")) && isScreen(*seen.cbegin()))
            return QStringLiteral("nothing in core/ may see the screen: <%1>").arg(target);
        return {};
    }

    [[nodiscard]] QString objectionToForeign(const QString &target) const
    {
        const QString needed = foreignLinkName(target);
        if (m_bounded && !needed.isEmpty() && !m_reach.contains(needed))
            return QStringLiteral("%1 may not see <%2>: it does not use %3").arg(m_module, target, needed);
        static const QSet<QString> impure{QStringLiteral("fstream"), QStringLiteral("iostream"),
            QStringLiteral("filesystem"), QStringLiteral("random"), QStringLiteral("thread"), QStringLiteral("mutex"),
            QStringLiteral("ctime"), QStringLiteral("time.h"), QStringLiteral("cstdio"), QStringLiteral("stdio.h"),
            QStringLiteral("unistd.h")};
        if (pureModules().mid(1).contains(m_module) && impure.contains(target))
            return QStringLiteral("%1 is pure: <%2> has no place in it").arg(m_module, target);
        return {};
    }

    /// <QWidget>, <QtWidgets/QWidget> and <QtWidgets> all lead to QtWidgets.
    [[nodiscard]] QSet<QString> qtModulesHolding(const QString &target) const
    {
        const QString first = target.section(u'/', 0, 0);
        if (first.startsWith(QStringLiteral("Qt")) && m_qt.contains(first, first))
            return {first};
        const auto holders = m_qt.values(target);
        return {holders.cbegin(), holders.cend()};
    }

    const QString &m_path;
    QString m_module;
    const QtHeaders &m_qt;
    QSet<QString> m_reach;
    bool m_bounded;
    bool m_ownRoomsOnly = false;
};

} // namespace

QStringList tableComplaints(const LayerTable &table)
{
    QStringList complaints;
    for (const auto &module : table.modules()) {
        for (const auto &qtModule : qtModulesOf(table.reach(module))) {
            const bool pure = pureModules().contains(module) && qtModule != QStringLiteral("QtCore");
            const bool screenInCore = module.startsWith(QStringLiteral("core_")) && isScreen(qtModule);
            const bool widgetsInModels =
                module == QStringLiteral("ui_models") && qtModule == QStringLiteral("QtWidgets");
            if (pure || screenInCore || widgetsInModels)
                complaints << complaint(
                    QStringLiteral("CMakeLists.txt"), 1, QStringLiteral("%1 may not use %2").arg(module, qtModule));
        }
    }
    complaints.sort();
    return complaints;
}

QStringList includeComplaints(const SourceFile &file, const LayerTable &table, const QtHeaders &qt)
{
    const Sight sight(file.path, table, qt);
    QStringList complaints;
    for (const auto &include : includesOf(file.text)) {
        const QString objection = sight.objection(include);
        if (!objection.isEmpty())
            complaints << complaint(file.path, include.line, objection);
    }
    return complaints;
}

QStringList ownHeaderComplaints(const SourceFile &file, bool hasOwnHeader)
{
    if (!hasOwnHeader)
        return {};
    const QString own = file.path.chopped(4) + QStringLiteral(".h");
    const auto includes = includesOf(file.text);
    const QString neighbour = own.section(u'/', -1);
    const bool test = file.path.startsWith(QStringLiteral("tests/"));
    if (!includes.isEmpty() && (includes.first().target == own || (test && includes.first().target == neighbour)))
        return {};
    return {complaint(file.path, includes.isEmpty() ? 1 : includes.first().line,
        QStringLiteral("include \"%1\" first: that proves it stands alone").arg(own))};
}

QStringList undeclaredComplaints(const QStringList &paths, const LayerTable &table)
{
    QStringList complaints;
    for (const auto &path : paths) {
        const QString module = LayerTable::moduleOf(path);
        const bool belongsToTheRoot = path.startsWith(QStringLiteral("app/")); // app builds its own rooms
        if (!module.isEmpty() && !belongsToTheRoot && !table.has(module))
            complaints << complaint(path.section(u'/', 0, 1), 1,
                QStringLiteral("no deskbell_module(%1 ...) in CMakeLists.txt").arg(module));
    }
    complaints.removeDuplicates();
    return complaints;
}

} // namespace deskbell::architecture
