// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowcommand.h"

#include "app/headless/runcommand.h"
#include "app/window/demophonewire.h"
#include "app/window/look.h"
#include "app/window/noticerelay.h"
#include "app/window/onewindow.h"
#include "app/window/settingswire.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

namespace deskbell::app {
namespace {

int fail(const QString &sentence)
{
    QTextStream(stderr) << "deskbell: " << sentence << Qt::endl;
    return 1;
}

Instant wallNow() { return {QDateTime::currentMSecsSinceEpoch()}; }

/// "painted" on stdout once the first frame is on the screen; for measuring a start.
class PaintTeller : public QObject
{
public:
    explicit PaintTeller(QWidget &window)
        : QObject(&window)
    {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_told) {
            m_told = true;
            QTimer::singleShot(0, this, [] { QTextStream(stdout) << "painted" << Qt::endl; });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_told = false;
};

struct WindowOptions {
    QString folder;
    bool tellWhenPainted = false;
};

Result<WindowOptions> readDemoOptions(const QStringList &arguments, const QString &usualFolder)
{
    WindowOptions options{usualFolder, false};
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--tell-when-painted"))
            options.tellWhenPainted = true;
        else if (arguments[i] == QLatin1String("--data") && i + 1 < arguments.size())
            options.folder = arguments[++i];
        else
            return failure(ErrorKind::Unusable, QStringLiteral("there is no option %1; only --data FOLDER").arg(arguments[i]));
    }
    return options;
}

ui::ShellOptions shellOptions(const QString &folder, bool demo)
{
    ui::ShellOptions options;
    options.now = wallNow;
    options.memoryFile = QDir(folder).filePath(QStringLiteral("window.ini"));
    options.demo = demo;
    return options;
}

int show(QApplication &application, ui::MainWindow &window, OneWindow &one, bool tellWhenPainted)
{
    if (tellWhenPainted)
        new PaintTeller(window);
    QObject::connect(&one, &OneWindow::raiseWanted, &window, [&window] { window.raiseFromTray(); });
    QObject::connect(&window, &ui::ShellWindow::quitWanted, &application, [] { QApplication::quit(); });
    one.listen();
    window.showRestored();
    return QApplication::exec();
}

} // namespace

QString whyNoWindow()
{
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"))
        return {};
    return QStringLiteral("there is no display here. Use \"deskbell run --headless\", or \"deskbell rehearse --story FILE\" to see it work in the terminal");
}

int runDemo(QApplication &application, const QStringList &arguments)
{
    const QString usual = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("demo"));
    const auto options = readDemoOptions(arguments, usual);
    if (!options) {
        QTextStream(stderr) << "deskbell demo: " << options.error().detail << Qt::endl;
        return 2;
    }
    OneWindow one(options->folder);
    if (one.raiseOther())
        return 0;
    ProgramLook look(application);
    DemoShop shop;
    if (auto opened = shop.open(); !opened)
        return fail(opened.error().detail);
    HouseOptions house = shop.houseOptions(options->folder);
    NoticeRelay notices;
    CoreThread core;
    notices.addTo(house);
    const auto desk = core.start(std::move(house));
    if (!desk)
        return fail(desk.error().detail);
    ui::MainWindow window(**desk, shellOptions(options->folder, true));
    new SettingsWire(window, **desk, look.theme(), options->folder, true);
    notices.connectTo(window);
    if (window.phone())
        connectPhone(*window.phone(), shop, core);
    return show(application, window, one, options->tellWhenPainted);
}

int runShop(QApplication &application, const QStringList &arguments)
{
    auto options = readRunOptions(arguments);
    if (!options) {
        QTextStream(stderr) << "deskbell: " << options.error().detail << Qt::endl << runUsage() << Qt::endl;
        return 2;
    }
    auto house = houseOptionsFor(*options);
    if (!house)
        return fail(house.error().detail % QStringLiteral("\nTo look around first: deskbell demo"));
    const QString folder = house->folder;
    OneWindow one(folder);
    if (one.raiseOther())
        return 0;
    ProgramLook look(application);
    NoticeRelay notices;
    CoreThread core;
    notices.addTo(*house);
    const auto desk = core.start(std::move(*house));
    if (!desk)
        return fail(desk.error().detail);
    ui::MainWindow window(**desk, shellOptions(folder, false));
    new SettingsWire(window, **desk, look.theme(), folder, false);
    notices.connectTo(window);
    return show(application, window, one, false);
}

} // namespace deskbell::app
