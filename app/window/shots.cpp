// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/demophonewire.h"
#include "app/window/look.h"
#include "app/window/settingswire.h"
#include "app/window/windowcommand.h"
#include "ui/phone/demophone.h"
#include "ui/shell/mainwindow.h"
#include "ui/threads/threadspage.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

namespace deskbell::app {
namespace {

using Screen = ui::ShellWindow::Screen;

void letPass(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What happened in the shop before the pictures are taken: one caller of every kind.
void playMorning(DemoShop &shop, ui::DemoPhone &phone)
{
    using Caller = DemoShop::Caller;
    constexpr int answered = 3200; // ring, text, gather and answer, at the demo's pace
    shop.ringAndHangUp(Caller::Landline);
    letPass(answered);
    shop.newCaller();
    shop.ringAndHangUp(Caller::Withheld);
    letPass(answered);
    shop.newCaller();
    shop.ringAndHangUp(Caller::Mobile);
    letPass(answered);
    shop.text(QStringLiteral("You scratched my door and nobody picks up. I want to talk to a real person"));
    letPass(answered);
    shop.newCaller();
    shop.ringAndHangUp(Caller::Mobile);
    letPass(answered);
    shop.newCaller();
    phone.clear();
    Q_EMIT phone.rang(ui::DemoPhone::Caller::Mobile);
    letPass(answered);
    for (const char *text : {"Hi, how much is ceramic coating for an SUV?", "It's a 2021 Tahoe. The 3-year one. What times do you have?"}) {
        phone.showText(QString::fromLatin1(text), QDateTime::currentDateTime().toTimeZone(shop.profile().zone).toString(QStringLiteral("hh:mm")), false);
        shop.text(QString::fromLatin1(text));
        letPass(answered);
    }
}

struct Picture {
    QSize size;
    ui::Look::Choice choice;
    const char *name;
};

bool save(QWidget &window, const QDir &folder, const QString &name)
{
    QApplication::processEvents();
    return window.grab().save(folder.filePath(name % QStringLiteral(".png")));
}

int picture(ui::MainWindow &window, ui::Theme &theme, const QDir &folder)
{
    const Picture pictures[] = {{{1366, 768}, ui::Look::Choice::Light, "light-1366"}, {{1366, 768}, ui::Look::Choice::Dark, "dark-1366"},
        {{1920, 1080}, ui::Look::Choice::Light, "light-1920"}, {{1920, 1080}, ui::Look::Choice::Dark, "dark-1920"}};
    const std::pair<Screen, const char *> screens[] = {{Screen::Threads, "threads"}, {Screen::CallBack, "callback"}, {Screen::Calendar, "calendar"}, {Screen::Settings, "settings"}};
    int saved = 0;
    window.threads().setFocus();
    for (const Picture &one : pictures) {
        ui::Look look;
        look.choice = one.choice;
        theme.setLook(look);
        window.resize(one.size);
        for (const auto &[screen, name] : screens) {
            window.go(screen);
            letPass(400);
            saved += save(window, folder, QString::fromLatin1(name) % u'-' % QString::fromLatin1(one.name));
        }
    }
    return saved;
}

} // namespace

int runShots(QApplication &application, const QStringList &arguments)
{
    if (arguments.size() != 1) {
        QTextStream(stderr) << "deskbell shots: name the folder for the pictures" << Qt::endl;
        return 2;
    }
    const QDir folder(arguments.first());
    if (!folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << "deskbell shots: cannot make the folder " << arguments.first() << Qt::endl;
        return 1;
    }
    QTemporaryDir data;
    ProgramLook look(application);
    DemoShop shop;
    CoreThread core;
    if (auto opened = shop.open(); !opened) {
        QTextStream(stderr) << "deskbell shots: " << opened.error().detail << Qt::endl;
        return 1;
    }
    const auto desk = core.start(shop.houseOptions(data.path()));
    if (!desk) {
        QTextStream(stderr) << "deskbell shots: " << desk.error().detail << Qt::endl;
        return 1;
    }
    ui::ShellOptions options;
    options.now = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; };
    options.demo = true;
    options.tray = false;
    ui::MainWindow window(**desk, options);
    addSettings(window, **desk, look.theme(), data.path(), false); // with the cards a demo leaves out
    window.resize(1366, 768);
    window.show();
    letPass(1500);
    save(window, folder, QStringLiteral("threads-empty-light-1366"));
    if (window.phone()) {
        connectPhone(*window.phone(), shop, core);
        playMorning(shop, *window.phone());
        window.openThread(shop.threadOnPhone());
        letPass(300);
    }
    const int saved = picture(window, look.theme(), folder);
    QTextStream(stdout) << saved << " pictures in " << folder.absolutePath() << Qt::endl;
    return 0;
}

} // namespace deskbell::app
