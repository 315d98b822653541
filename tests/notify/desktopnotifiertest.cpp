// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/desktopnotifier.h"
#include "tests/support/ownsession.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QHash>
#include <QSignalSpy>
#include <QTest>

// The program starts itself again on a bus of its own, where python-dbusmock plays the desktop.

using namespace deskbell;
using namespace deskbell::tests;
using notify::DesktopNotifier;
using notify::NoticeAct;

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString python = QStringLiteral("/usr/bin/python3");
const ThreadId dana{QStringLiteral("dana")};
const ThreadId tom{QStringLiteral("tom")};

runtime::Notice notice(const ThreadId &thread, const QString &name,
    engine::order::Urgency urgency = engine::order::Urgency::Normal,
    const QString &code = QStringLiteral("needs_person"))
{
    return {thread, {urgency, code, {}}, name, {1}};
}

runtime::NoticeText words(const runtime::Notice &told)
{
    return {told.name % QStringLiteral(" needs a person"), told.name % QStringLiteral(" <b>& co</b>"),
        QStringLiteral("Take it now"), QStringLiteral("Open")};
}

/// One call the desktop got.
struct Seen {
    QVariantList arguments;
    [[nodiscard]] quint32 replaces() const { return arguments.value(1).toUInt(); }
    [[nodiscard]] QString title() const { return arguments.value(3).toString(); }
    [[nodiscard]] QString body() const { return arguments.value(4).toString(); }
    [[nodiscard]] QStringList actions() const { return qdbus_cast<QStringList>(arguments.value(5)); }
    [[nodiscard]] QVariantMap hints() const { return qdbus_cast<QVariantMap>(arguments.value(6)); }
    [[nodiscard]] int expires() const { return arguments.value(7).toInt(); }
};

/// The desktop, played by python-dbusmock in a process of its own.
class MockDesktop
{
public:
    explicit MockDesktop(const QString &capabilities = QStringLiteral("body body-markup actions"))
    {
        m_process.start(python,
            {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--template"),
                QStringLiteral("notification_daemon"), QStringLiteral("--parameters"),
                QStringLiteral("{\"capabilities\": \"%1\"}").arg(capabilities)});
        m_stands = m_process.waitForStarted() && QTest::qWaitFor([] { return isThere(); }, 20'000);
    }
    ~MockDesktop() { leave(); }

    [[nodiscard]] bool stands() const { return m_stands; }
    static bool isThere() { return QDBusConnection::sessionBus().interface()->isServiceRegistered(service); }
    void leave()
    {
        m_process.terminate();
        m_process.waitForFinished();
        m_stands = !QTest::qWaitFor([] { return !isThere(); }, 20'000);
    }

    [[nodiscard]] QList<Seen> calls(const QString &method = QStringLiteral("Notify")) const
    {
        const QDBusMessage reply = ask(QStringLiteral("GetMethodCalls"), {method});
        QList<Seen> seen;
        if (reply.arguments().isEmpty())
            return seen;
        const auto list = reply.arguments().first().value<QDBusArgument>();
        for (list.beginArray(); !list.atEnd();) {
            quint64 at = 0;
            Seen call;
            list.beginStructure();
            list >> at >> call.arguments;
            list.endStructure();
            seen << call;
        }
        return seen;
    }
    void press(quint32 id, const QString &key) const
    {
        emitSignal(QStringLiteral("ActionInvoked"), QStringLiteral("us"), {id, key});
    }
    void token(quint32 id, const QString &token) const
    {
        emitSignal(QStringLiteral("ActivationToken"), QStringLiteral("us"), {id, token});
    }
    void closed(quint32 id) const { emitSignal(QStringLiteral("NotificationClosed"), QStringLiteral("uu"), {id, 2u}); }

private:
    void emitSignal(const QString &name, const QString &signature, const QVariantList &arguments) const
    {
        ask(QStringLiteral("EmitSignal"), {service, name, signature, arguments});
    }
    static QDBusMessage ask(const QString &method, const QVariantList &arguments)
    {
        auto call = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"),
            QStringLiteral("org.freedesktop.DBus.Mock"), method);
        call.setArguments(arguments);
        return QDBusConnection::sessionBus().call(call);
    }

    QProcess m_process;
    bool m_stands = false;
};

} // namespace

class WithDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhoAndWhyAndNothingElse();
    void escapesWhereMarkupIsReadAndOnlyThere();
    void asksForNoButtonsWhereThereAreNone();
    void anUrgentOneStays();
    void newerNewsReplaceTheThreadsOlderOnes();
    void newsInQuickSuccessionReplaceEachOther();
    void aBubbleThatWasClosedIsNotReplaced();
    void digestNewsWaitForTheReview();
    void pressingAButtonLeadsToTheThread();
    void otherProgramsBubblesAreNotOurs();
    void withdrawsWhatIsDone();
    void withdrawsEvenWhileItIsBeingShown();
    void takesItsBubblesDownWhenItGoes();
    void findsADesktopThatCameBack();
    void tamesWildNames();
};

#define DESKTOP(...) \
    MockDesktop desktop{__VA_ARGS__}; \
    if (!desktop.stands()) \
    QFAIL("python-dbusmock did not start")

void WithDesktop::showsWhoAndWhyAndNothingElse()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QCOMPARE(shown.count(), 1); // at once, whatever the desktop does
    QTRY_COMPARE(desktop.calls().size(), 1);
    const Seen seen = desktop.calls().first();
    QCOMPARE(seen.arguments.first().toString(), QStringLiteral("Deskbell"));
    QCOMPARE(seen.title(), QStringLiteral("Dana needs a person"));
    QCOMPARE(seen.hints().value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("org.deskbell.Deskbell"));
    QCOMPARE(seen.hints().value(QStringLiteral("category")).toString(), QStringLiteral("im.received"));
    QCOMPARE(seen.hints().value(QStringLiteral("urgency")).typeId(), int(QMetaType::UChar));
    QCOMPARE(seen.hints().value(QStringLiteral("urgency")).toInt(), 1);
    QCOMPARE(seen.expires(), -1);
    QCOMPARE(seen.actions(),
        (QStringList{QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("take"),
            QStringLiteral("Take it now"), QStringLiteral("open"), QStringLiteral("Open")}));
    QCOMPARE(unavailable.count(), 0);
}

void WithDesktop::escapesWhereMarkupIsReadAndOnlyThere()
{
    {
        DESKTOP(QStringLiteral("body body-markup"));
        DesktopNotifier notifier(words);
        notifier.tell(notice(dana, QStringLiteral("D&D <i>")));
        QTRY_COMPARE(desktop.calls().size(), 1);
        QCOMPARE(desktop.calls().first().body(), QStringLiteral("D&amp;D &lt;i&gt; &lt;b&gt;&amp; co&lt;/b&gt;"));
        QCOMPARE(desktop.calls().first().title(), QStringLiteral("D&D <i> needs a person")); // never markup
    }
    DESKTOP(QStringLiteral("body"));
    DesktopNotifier notifier(words);
    notifier.tell(notice(dana, QStringLiteral("D&D")));
    QTRY_COMPARE(desktop.calls().size(), 1);
    QCOMPARE(desktop.calls().first().body(), QStringLiteral("D&D <b>& co</b>"));
}

void WithDesktop::asksForNoButtonsWhereThereAreNone()
{
    DESKTOP(QStringLiteral("body"));
    DesktopNotifier notifier(words);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(desktop.calls().size(), 1);
    QCOMPARE(desktop.calls().first().actions(), QStringList());
}

void WithDesktop::anUrgentOneStays()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    notifier.tell(notice(dana, QStringLiteral("Dana"), engine::order::Urgency::Critical));
    QTRY_COMPARE(desktop.calls().size(), 1);
    QCOMPARE(desktop.calls().first().hints().value(QStringLiteral("urgency")).toInt(), 2);
    QCOMPARE(desktop.calls().first().expires(), 0);
}

void WithDesktop::newerNewsReplaceTheThreadsOlderOnes()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    notifier.tell(notice(tom, QStringLiteral("Tom")));
    QTRY_COMPARE(desktop.calls().size(), 2);
    const bool danaFirst = desktop.calls().first().title().startsWith(QStringLiteral("Dana"));
    notifier.tell(notice(dana, QStringLiteral("Dana again")));
    QTRY_COMPARE(desktop.calls().size(), 3);
    QCOMPARE(desktop.calls().at(0).replaces(), 0u);
    QCOMPARE(desktop.calls().at(1).replaces(), 0u);
    QCOMPARE(desktop.calls().at(2).replaces(), danaFirst ? 1u : 2u);
}

void WithDesktop::newsInQuickSuccessionReplaceEachOther()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    for (int time = 0; time < 20; ++time)
        notifier.tell(notice(dana, QStringLiteral("Dana %1").arg(time)));
    QTRY_VERIFY(!desktop.calls().isEmpty() && desktop.calls().last().title().startsWith(QStringLiteral("Dana 19")));
    QCOMPARE(desktop.calls().size(), 2); // the first, and what was newest when its id was known
    QCOMPARE(desktop.calls().last().replaces(), 1u);
}

void WithDesktop::aBubbleThatWasClosedIsNotReplaced()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    QSignalSpy activated(&notifier, &DesktopNotifier::activated);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(desktop.calls().size(), 1);
    desktop.press(1, QStringLiteral("open")); // proves that the id has arrived
    QTRY_COMPARE(activated.count(), 1);
    desktop.closed(1);
    desktop.press(1, QStringLiteral("open")); // nobody can: it is gone
    notifier.tell(notice(tom, QStringLiteral("Tom")));
    QTRY_COMPARE(desktop.calls().size(), 2);
    desktop.press(2, QStringLiteral("open")); // what the desktop says comes in its order, so the closing is known then
    QTRY_COMPARE(activated.count(), 2);
    QCOMPARE(activated[1][0].value<ThreadId>(), tom);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(desktop.calls().size(), 3);
    QCOMPARE(desktop.calls().last().replaces(), 0u);
}

void WithDesktop::digestNewsWaitForTheReview()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    notifier.tell(notice(dana, QStringLiteral("Dana"), engine::order::Urgency::Digest, QStringLiteral("booked")));
    notifier.tell(notice(tom, QStringLiteral("Tom")));
    QCOMPARE(shown.count(), 2);
    QTRY_COMPARE(desktop.calls().size(), 1);
    QCOMPARE(desktop.calls().first().title(), QStringLiteral("Tom needs a person"));
}

void WithDesktop::pressingAButtonLeadsToTheThread()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    QSignalSpy activated(&notifier, &DesktopNotifier::activated);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(desktop.calls().size(), 1);
    desktop.token(1, QStringLiteral("raise-me"));
    desktop.press(1, QStringLiteral("take"));
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].value<ThreadId>(), dana);
    QCOMPARE(activated[0][1].value<NoticeAct>(), NoticeAct::Take);
    QCOMPARE(activated[0][2].toString(), QStringLiteral("raise-me"));
    desktop.press(1, QStringLiteral("default"));
    QTRY_COMPARE(activated.count(), 2);
    QCOMPARE(activated[1][1].value<NoticeAct>(), NoticeAct::Open);
    QCOMPARE(activated[1][2].toString(), QString()); // a token is good once
}

void WithDesktop::otherProgramsBubblesAreNotOurs()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    QSignalSpy activated(&notifier, &DesktopNotifier::activated);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(desktop.calls().size(), 1);
    desktop.press(77, QStringLiteral("open"));
    desktop.press(1, QStringLiteral("something-else"));
    desktop.press(1, QStringLiteral("open"));
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].value<ThreadId>(), dana);
}

void WithDesktop::withdrawsWhatIsDone()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    QSignalSpy withdrawn(&notifier, &DesktopNotifier::withdrawn);
    QSignalSpy activated(&notifier, &DesktopNotifier::activated);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(desktop.calls().size(), 1);
    desktop.press(1, QStringLiteral("open"));
    QTRY_COMPARE(activated.count(), 1);
    notifier.withdraw(dana);
    notifier.withdraw(dana);
    notifier.withdraw(tom);
    QTRY_COMPARE(desktop.calls(QStringLiteral("CloseNotification")).size(), 1);
    QCOMPARE(desktop.calls(QStringLiteral("CloseNotification")).first().arguments.first().toUInt(), 1u);
    QCOMPARE(withdrawn.count(), 3); // the window may still show it
}

void WithDesktop::withdrawsEvenWhileItIsBeingShown()
{
    DESKTOP();
    DesktopNotifier notifier(words);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    notifier.tell(notice(dana, QStringLiteral("Dana again")));
    notifier.withdraw(dana);
    QTRY_COMPARE(desktop.calls(QStringLiteral("CloseNotification")).size(), 1);
    QCOMPARE(desktop.calls().size(), 1);
}

void WithDesktop::takesItsBubblesDownWhenItGoes()
{
    DESKTOP();
    {
        DesktopNotifier notifier(words);
        QSignalSpy activated(&notifier, &DesktopNotifier::activated);
        notifier.tell(notice(dana, QStringLiteral("Dana")));
        QTRY_COMPARE(desktop.calls().size(), 1);
        desktop.press(1, QStringLiteral("open"));
        QTRY_COMPARE(activated.count(), 1);
    }
    QTRY_COMPARE(desktop.calls(QStringLiteral("CloseNotification")).size(), 1);
}

void WithDesktop::findsADesktopThatCameBack()
{
    DesktopNotifier notifier(words);
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    QSignalSpy activated(&notifier, &DesktopNotifier::activated);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QTRY_COMPARE(unavailable.count(), 1);
    QCOMPARE(unavailable[0][0].value<Error>().kind, ErrorKind::Missing);
    for (int life = 0; life < 2; ++life) { // a new desktop knows nothing of the old one's ids
        DESKTOP();
        notifier.tell(notice(dana, QStringLiteral("Dana")));
        QTRY_COMPARE(desktop.calls().size(), 1);
        QCOMPARE(desktop.calls().first().replaces(), 0u);
        desktop.press(1, QStringLiteral("open"));
        QTRY_COMPARE(activated.count(), life + 1);
    }
    QCOMPARE(unavailable.count(), 1);
}

void WithDesktop::tamesWildNames()
{
    DESKTOP(QStringLiteral("body"));
    DesktopNotifier notifier(words);
    notifier.tell(notice(dana, QStringLiteral("D\n\u202ena\u0007 ") % QString(5000, u'x')));
    QTRY_COMPARE(desktop.calls().size(), 1);
    const QString title = desktop.calls().first().title();
    QVERIFY2(title.startsWith(QStringLiteral("D na xxx")) && title.size() <= 201, qPrintable(title));
}

/// A server, or a session without a bus.
class WithoutBus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysSoAtOnceAndShowsItInTheWindow();
};

void WithoutBus::saysSoAtOnceAndShowsItInTheWindow()
{
    DesktopNotifier notifier(words);
    QSignalSpy shown(&notifier, &DesktopNotifier::shown);
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    notifier.tell(notice(tom, QStringLiteral("Tom")));
    QCOMPARE(shown.count(), 2);
    QCOMPARE(unavailable.count(), 0); // never inside the call
    QTRY_COMPARE(unavailable.count(), 2);
    QCOMPARE(unavailable[0][0].value<Error>().kind, ErrorKind::Offline);
    notifier.withdraw(dana);
}

/// Something owns the desktop's name and says nothing.
class WithSilentDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isGivenUpAfterTwoSeconds();
};

void WithSilentDesktop::isGivenUpAfterTwoSeconds()
{
    DesktopNotifier notifier(words);
    QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
    QElapsedTimer watch;
    watch.start();
    notifier.tell(notice(dana, QStringLiteral("Dana")));
    QVERIFY2(watch.elapsed() < 1000, "telling waits for the desktop");
    QTRY_COMPARE_WITH_TIMEOUT(unavailable.count(), 1, 20'000);
    QCOMPARE(unavailable[0][0].value<Error>().kind, ErrorKind::Timeout);
    QVERIFY2(watch.elapsed() >= 1900 && watch.elapsed() < 8'000, qPrintable(QString::number(watch.elapsed())));
}

/// Starts the others.
class DesktopNotifierTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withADesktop();
    void withASilentDesktop();
    void withoutABus();
};

void DesktopNotifierTest::withADesktop()
{
    if (!missingTool({QStringLiteral("dbus-run-session"), python}).isEmpty()
        || QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import dbusmock")}) != 0)
        QSKIP("NOT TESTED against a desktop: dbus-run-session and python3-dbusmock are needed");
    const QString wrong = runInWorld(QStringLiteral("desktop"),
        {QStringLiteral("dbus-run-session"), QStringLiteral("--"), QCoreApplication::applicationFilePath()});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void DesktopNotifierTest::withASilentDesktop()
{
    if (!missingTool({QStringLiteral("dbus-run-session"), python}).isEmpty()
        || QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import dbus")}) != 0)
        QSKIP("NOT TESTED against a desktop that hangs: dbus-run-session and python3-dbus are needed");
    const QString wrong = runInWorld(QStringLiteral("silent"),
        {QStringLiteral("dbus-run-session"), QStringLiteral("--"), python, QStringLiteral("-c"),
            QStringLiteral("import dbus, subprocess, sys\n"
                           "dbus.SessionBus().request_name('org.freedesktop.Notifications')\n"
                           "sys.exit(subprocess.run(sys.argv[1:]).returncode)"),
            QCoreApplication::applicationFilePath()});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void DesktopNotifierTest::withoutABus()
{
    const QString wrong = runInWorld(QStringLiteral("nobus"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    WithDesktop desktop;
    WithSilentDesktop silent;
    WithoutBus noBus;
    DesktopNotifierTest all;
    const QHash<QString, QObject *> worlds{
        {QStringLiteral("desktop"), &desktop}, {QStringLiteral("silent"), &silent}, {QStringLiteral("nobus"), &noBus}};
    return QTest::qExec(worlds.value(world(), &all), argc, argv);
}
#include "desktopnotifiertest.moc"
