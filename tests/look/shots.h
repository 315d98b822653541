// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

#include <set>

namespace deskbell::shots {

// Every page is painted in every look. With DESKBELL_SHOTS=FOLDER the pictures are kept there to be looked at.

inline void looks()
{
    QTest::addColumn<ui::Look>("look");
    QTest::addColumn<QSize>("size");
    using Choice = ui::Look::Choice;
    QTest::newRow("light-1366") << ui::Look{Choice::Light, false, 100, false} << QSize(1366, 768);
    QTest::newRow("dark-1366") << ui::Look{Choice::Dark, false, 100, false} << QSize(1366, 768);
    QTest::newRow("light-1920") << ui::Look{Choice::Light, false, 100, false} << QSize(1920, 1080);
    QTest::newRow("dark-1920") << ui::Look{Choice::Dark, false, 100, false} << QSize(1920, 1080);
    QTest::newRow("light-1024") << ui::Look{Choice::Light, false, 100, false} << QSize(1024, 640);
    QTest::newRow("large-text-1366") << ui::Look{Choice::Light, false, 130, false} << QSize(1366, 768);
    QTest::newRow("high-contrast-1366") << ui::Look{Choice::Dark, true, 100, false} << QSize(1366, 768);
}

/// Puts the test row's look in force and returns its window size.
inline QSize apply()
{
    QFETCH(ui::Look, look);
    QFETCH(QSize, size);
    static bool styled = false;
    if (!styled)
        ui::theme().applyTo(*qApp);
    styled = true;
    ui::theme().setLook(look);
    return size;
}

/// Grabs the widget; false when the picture is one flat colour. The look goes back to normal.
inline bool isPainted(QWidget &widget, const QString &name)
{
    QCoreApplication::processEvents();
    const QImage picture = widget.grab().toImage();
    if (const QString folder = qEnvironmentVariable("DESKBELL_SHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, QString::fromUtf8(QTest::currentDataTag())));
    }
    std::set<QRgb> seen;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            seen.insert(picture.pixel(x, y));
    }
    ui::theme().setLook({});
    return seen.size() > 4;
}

} // namespace deskbell::shots
