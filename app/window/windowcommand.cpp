// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowcommand.h"

#include "app/headless/runcommand.h"
#include "app/settings/keptconnections.h"
#include "app/window/demophonewire.h"
#include "app/window/look.h"
#include "app/window/noticerelay.h"
#include "app/window/onewindow.h"
#include "app/window/settingswire.h"
#include "app/window/startwindow.h"
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
    window.showRestored();
    return QApplication::exec();
}

/// How a start goes on.
struct Opening {
    enum class Choice { Shop, Demo, Quit };
    Choice choice = Choice::Quit;
    HouseOptions house; ///< of the shop
};

StartWindow::About aboutStart(const RunOptions &options, const Error &why)
{
    StartWindow::About about;
    about.folder = runFolder(options);
    about.profileFile = options.profileFile.isEmpty() ? profileFile(about.folder) : options.profileFile;
    about.wantsProvider = options.providerUrl.isEmpty();
    about.nothingYet = why.kind == ErrorKind::Missing;
    about.trouble = about.nothingYet ? QString() : why.detail;
    return about;
}

/// The window in which what is missing is set up, until the shop can be opened or the person wants something else.
Opening askToStart(QApplication &application, const RunOptions &options, const Error &why, OneWindow &one)
{
    Opening opening;
    ProgramLook look(application);
    StartWindow window(aboutStart(options, why), look.theme());
    QObject::connect(&one, &OneWindow::raiseWanted, &window, [&window] {
        window.raise();
        window.activateWindow();
    });
    QObject::connect(&window, &StartWindow::closed, &application, &QApplication::quit);
    QObject::connect(&window, &StartWindow::demoChosen, &application, [&opening] {
        opening.choice = Opening::Choice::Demo;
        QApplication::quit();
    });
    QObject::connect(&window, &StartWindow::shopReady, &window, [&](const Connections &connections) {
        auto house = houseOptionsFor(options, [&connections](const QString &) { return Result<Connections>(connections); });
        if (!house)
            return window.showTrouble(house.error().detail);
        opening = {Opening::Choice::Shop, std::move(*house)};
        QApplication::quit();
    });
    window.show();
    (void)QApplication::exec();
    return opening;
}

/// A second start is answered from now on; a shop that is set up opens at once.
Opening openingOf(QApplication &application, const RunOptions &options, OneWindow &one)
{
    one.listen();
    auto house = houseOptionsFor(options, [](const QString &folder) { return keptConnections(folder, nullptr); });
    if (house)
        return {Opening::Choice::Shop, std::move(*house)};
    return askToStart(application, options, house.error(), one);
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
    one.listen();
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
    addSettings(window, **desk, look.theme(), options->folder, true);
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
    OneWindow one(runFolder(*options));
    if (one.raiseOther())
        return 0;
    auto opening = openingOf(application, *options, one);
    if (opening.choice == Opening::Choice::Demo)
        return runDemo(application, {});
    if (opening.choice == Opening::Choice::Quit)
        return 0;
    ProgramLook look(application);
    NoticeRelay notices;
    CoreThread core;
    notices.addTo(opening.house);
    const QString folder = opening.house.folder;
    const auto desk = core.start(std::move(opening.house));
    if (!desk)
        return fail(desk.error().detail);
    ui::MainWindow window(**desk, shellOptions(folder, false));
    addSettings(window, **desk, look.theme(), folder, false);
    notices.connectTo(window);
    return show(application, window, one, false);
}

} // namespace deskbell::app
