// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace deskbell::architecture {

/// The layer table as the top CMakeLists.txt declares it: which module may use what.
class LayerTable
{
public:
    /// Reads every `deskbell_module(NAME USES A B ...)` of the text, comments left out.
    [[nodiscard]] static LayerTable read(const QString &cmakeText);

    [[nodiscard]] QStringList modules() const { return m_modules; }
    [[nodiscard]] bool has(const QString &module) const { return m_uses.contains(module); }

    /// The module itself and everything it reaches by USES, ours (core_base) and foreign (Qt6::Core).
    [[nodiscard]] QSet<QString> reach(const QString &module) const;

    /// "core/engine/decide.cpp" lies in "core_engine"; empty for files directly in app/ and outside core, ui and app.
    [[nodiscard]] static QString moduleOf(const QString &path);

private:
    QStringList m_modules;
    QHash<QString, QStringList> m_uses;
};

/// Which Qt modules ("QtGui") a set of link names ("Qt6::Widgets") lets a source include.
[[nodiscard]] QSet<QString> qtModulesOf(const QSet<QString> &linkNames);

} // namespace deskbell::architecture
