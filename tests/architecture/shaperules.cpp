// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/complaint.h"
#include "tests/architecture/rules.h"

#include <QRegularExpression>

namespace deskbell::architecture {

namespace {

constexpr int longestFile = 500;

bool isCpp(const QString &path)
{
    return path.endsWith(QStringLiteral(".cpp")) || path.endsWith(QStringLiteral(".h"));
}

QStringList machinePathComplaints(const SourceFile &file)
{
    static const QRegularExpression folder(QStringLiteral(R"((?<![\w./:%-])/(work|home|root|tmp|Users)/)"));
    QStringList complaints;
    for (auto it = folder.globalMatch(file.text); it.hasNext();) {
        const auto match = it.next();
        complaints << complaint(file.path, lineAt(file.text, match.capturedStart()),
            QStringLiteral("a folder of one machine: %1").arg(match.captured()));
    }
    return complaints;
}

QStringList licenceComplaints(const SourceFile &file)
{
    const QString wanted = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
    const QString mark = isCpp(file.path) ? QStringLiteral("// ") : QStringLiteral("# ");
    const QString first = file.text.section(u'\n', 0, 0);
    const bool script = first.startsWith(QStringLiteral("#!"));
    if ((script ? file.text.section(u'\n', 1, 1) : first) == QString(mark + wanted))
        return {};
    return {
        complaint(file.path, script ? 2 : 1, QStringLiteral("the licence line comes first: %1%2").arg(mark, wanted))};
}

} // namespace

QStringList shapeComplaints(const SourceFile &file)
{
    QStringList complaints = licenceComplaints(file) + machinePathComplaints(file);
    const auto lines = file.text.count(u'\n');
    if (isCpp(file.path) && lines > longestFile)
        complaints << complaint(file.path, longestFile + 1,
            QStringLiteral("%1 lines: split it by concern before it passes %2").arg(lines).arg(longestFile));
    if (file.path.endsWith(QStringLiteral(".h")) && file.text.section(u'\n', 1, 1) != QStringLiteral("#pragma once"))
        complaints << complaint(file.path, 2, QStringLiteral("a header's second line is #pragma once"));
    return complaints;
}

QStringList describedComplaints(const QString &architecture, const LayerTable &table)
{
    static const QRegularExpression row(QStringLiteral("^\\| ([^|]+) \\|"), QRegularExpression::MultilineOption);
    static const QRegularExpression name(QStringLiteral("\\b(core|ui|app)_[a-z]+\\b"));
    QSet<QString> described;
    for (auto rows = row.globalMatch(architecture); rows.hasNext();) {
        const QString cell = rows.next().captured(1);
        for (auto names = name.globalMatch(cell); names.hasNext();)
            described << names.next().captured();
    }
    const auto modules = table.modules();
    const QSet<QString> declared(modules.cbegin(), modules.cend());
    QStringList complaints;
    for (const auto &module : declared - described)
        complaints << complaint(
            QStringLiteral("ARCHITECTURE.md"), 1, QStringLiteral("the table does not describe %1").arg(module));
    for (const auto &module : described - declared)
        complaints << complaint(
            QStringLiteral("ARCHITECTURE.md"), 1, QStringLiteral("describes %1, which is not declared").arg(module));
    complaints.sort();
    return complaints;
}

} // namespace deskbell::architecture
