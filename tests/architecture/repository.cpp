// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/repository.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>

#include <algorithm>

namespace deskbell::architecture {

SourceFile fileAt(const QString &top, const QString &path)
{
    QFile file(QDir(top).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {path, {}};
    return {path, QString::fromUtf8(file.readAll())};
}

QList<SourceFile> filesIn(const QString &top, const QStringList &folders, const QStringList &patterns)
{
    const QDir topFolder(top);
    QList<SourceFile> files;
    for (const auto &folder : folders) {
        QDirIterator it(topFolder.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files << fileAt(top, topFolder.relativeFilePath(it.next()));
    }
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return files;
}

QtHeaders installedQtHeaders()
{
    QtHeaders headers;
    const QDir top(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const auto &module : top.entryList({QStringLiteral("Qt*")}, QDir::Dirs)) {
        for (const auto &header : QDir(top.filePath(module)).entryList(QDir::Files))
            headers.insert(header, module);
    }
    return headers;
}

} // namespace deskbell::architecture
