// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/demoprofile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using Make = std::function<void(const QDir &)>;

void write(const QDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

Make withFile(const char *name, const QByteArray &bytes)
{
    return [=](const QDir &folder) { write(folder, QString::fromLatin1(name), bytes); };
}

QByteArray profileWith(const char *what, const char *instead)
{
    QByteArray json = deskbell::profile::demoProfileJson();
    if (!json.contains(what))
        qFatal("the demo profile has no %s", what);
    return json.replace(what, instead);
}

QByteArray noise(int bytes)
{
    QByteArray made(bytes, '\0');
    quint32 state = 1842;
    for (char &byte : made)
        byte = char((state = state * 1664525 + 1013904223) >> 24);
    return made;
}

QStringList run(const QStringList &more)
{
    // Nobody listens at port 1: a shop that starts after all shows itself by not ending.
    return QStringList{QStringLiteral("run"), QStringLiteral("--headless"), QStringLiteral("--provider-url"), QStringLiteral("http://127.0.0.1:1")} + more;
}

} // namespace
Q_DECLARE_METATYPE(Make)

/// What a person can get wrong before the shop runs: each is one clear sentence, an exit code, and no harm.
class BadInputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void leavesWhatIsNoDatabaseAsItIs();
    void saysThatTheDiskIsFull();
    void refusesASecondShopInOneFolder();

private:
    struct Ended {
        int code = -1;
        bool byItself = false;
        QString words;
    };
    static Ended end(QProcess &process, const QStringList &arguments);
};

BadInputTest::Ended BadInputTest::end(QProcess &process, const QStringList &arguments)
{
    process.start(QStringLiteral(DESKBELL_PROGRAM), arguments);
    if (!process.waitForFinished(30'000))
        return {-1, false, QStringLiteral("it runs")};
    return {process.exitCode(), process.exitStatus() == QProcess::NormalExit, QString::fromUtf8(process.readAllStandardError())};
}

void BadInputTest::saysWhatIsWrong_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QStringList>("arguments"); // FOLDER stands for the test's folder
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const Make nothing = [](const QDir &) {};
    const QString data = QStringLiteral("--data"), profile = QStringLiteral("--profile"), folder = QStringLiteral("FOLDER");
    const auto file = [](const char *name) { return QStringLiteral("FOLDER/%1").arg(QLatin1String(name)); };

    QTest::newRow("unknown command") << nothing << QStringList{QStringLiteral("frobnicate")} << 2 << QStringLiteral("no command \"frobnicate\"");
    QTest::newRow("unknown option") << nothing << run({QStringLiteral("--frobnicate")}) << 2 << QStringLiteral("no option --frobnicate");
    QTest::newRow("an option without its value") << nothing << run({data}) << 2 << QStringLiteral("--data needs a value");
    QTest::newRow("an address that is none") << nothing << QStringList{QStringLiteral("run"), QStringLiteral("--headless"), QStringLiteral("--provider-url"), QStringLiteral("nonsense")}
                                             << 2 << QStringLiteral("--provider-url must be an address");
    QTest::newRow("an address of another kind") << nothing
                                                << run({data, folder, QStringLiteral("--provider-url"), QStringLiteral("ftp://127.0.0.1")}) << 1
                                                << QStringLiteral("https://");
    QTest::newRow("another's profile for real callers") << nothing
                                                        << run({data, folder, QStringLiteral("--provider-url"), QStringLiteral("https://example.com")})
                                                        << 1 << QStringLiteral("no profile of the shop");

    QTest::newRow("the folder is a file") << withFile("file", "x") << run({data, file("file")}) << 1 << file("file");
    QTest::newRow("the folder lies in a file") << withFile("file", "x") << run({data, file("file/shop")}) << 1 << QStringLiteral("cannot be made");
    QTest::newRow("a folder where nobody can write") << nothing << run({data, QStringLiteral("/proc/deskbell")}) << 1 << QStringLiteral("/proc/deskbell");
    if (::geteuid() != 0) { // root may write everywhere
        QTest::newRow("a read-only folder") << Make([](const QDir &made) { QFile::setPermissions(made.path(), QFile::ReadOwner | QFile::ExeOwner); })
                                            << run({data, folder}) << 1 << QStringLiteral("cannot be written to");
    }
    QTest::newRow("a text instead of a database") << withFile("deskbell.db", "Dear diary, this is no database.\n") << run({data, folder}) << 1
                                                  << QStringLiteral("is not a database");
    QTest::newRow("noise instead of a database") << withFile("deskbell.db", noise(50'000)) << run({data, folder}) << 1
                                                 << QStringLiteral("is not a database");

    QTest::newRow("no such profile") << nothing << run({data, folder, profile, file("none.json")}) << 1 << file("none.json");
    QTest::newRow("a folder for a profile") << nothing << run({data, folder, profile, folder}) << 1 << QStringLiteral("profile");
    QTest::newRow("a profile that is no JSON") << withFile("p.json", "{\"id\": ") << run({data, folder, profile, file("p.json")}) << 1 << QStringLiteral("line 1");
    QTest::newRow("an empty profile") << withFile("p.json", "") << run({data, folder, profile, file("p.json")}) << 1 << QStringLiteral("p.json");
    QTest::newRow("a profile of noise") << withFile("p.json", noise(5'000)) << run({data, folder, profile, file("p.json")}) << 1 << QStringLiteral("p.json");
    QTest::newRow("a wrong type") << withFile("p.json", profileWith("\"duration_min\": 45", "\"duration_min\": \"long\""))
                                  << run({data, folder, profile, file("p.json")}) << 1 << QStringLiteral("services[0].duration_min");
    QTest::newRow("an unknown zone") << withFile("p.json", profileWith("America/Chicago", "America/Gotham")) << run({data, folder, profile, file("p.json")})
                                     << 1 << QStringLiteral("timezone");
    QTest::newRow("a number nobody can dial") << withFile("p.json", profileWith("+15125550100", "call us")) << run({data, folder, profile, file("p.json")})
                                              << 1 << QStringLiteral("phone");
    QTest::newRow("the folder's own profile is wrong") << withFile("profile.json", "[]") << run({data, folder}) << 1 << QStringLiteral("profile.json");
}

void BadInputTest::saysWhatIsWrong()
{
    QFETCH(Make, make);
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    QTemporaryDir folder;
    make(QDir(folder.path()));
    arguments.replaceInStrings(QStringLiteral("FOLDER"), folder.path());
    words.replace(QStringLiteral("FOLDER"), folder.path());
    QProcess process;
    const Ended ended = end(process, arguments);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(ended.byItself, qPrintable(ended.words));
    QTEST(ended.code, "code");
    QVERIFY2(ended.words.contains(words), qPrintable(ended.words));
    QVERIFY2(ended.words.startsWith(QLatin1String("deskbell")), qPrintable(ended.words));
    // One sentence; usage may follow it, and the places in a profile that are wrong.
    const bool mayGoOn = ended.code == 2 || ended.words.contains(QLatin1String("cannot be used:\n"));
    QVERIFY2(mayGoOn || ended.words.trimmed().count(u'\n') == 0, qPrintable(ended.words));
}

void BadInputTest::leavesWhatIsNoDatabaseAsItIs()
{
    QTemporaryDir folder;
    const QByteArray diary = "Dear diary, this is no database.\n";
    write(QDir(folder.path()), QStringLiteral("deskbell.db"), diary);
    QProcess process;
    QCOMPARE(end(process, run({QStringLiteral("--data"), folder.path()})).code, 1);
    QFile file(folder.filePath(QStringLiteral("deskbell.db")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), diary);
}

void BadInputTest::saysThatTheDiskIsFull()
{
    QTemporaryDir folder;
    QProcess process;
    process.setChildProcessModifier([] {
        const rlimit limit{0, 0};
        ::setrlimit(RLIMIT_FSIZE, &limit); // no file may hold a byte
    });
    const Ended ended = end(process, run({QStringLiteral("--data"), folder.path()}));
    QVERIFY2(ended.byItself, "killed by the system instead of failing to write");
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.words.startsWith(QLatin1String("deskbell: ")), qPrintable(ended.words));
    QVERIFY2(ended.words.trimmed().count(u'\n') == 0, qPrintable(ended.words));
}

void BadInputTest::refusesASecondShopInOneFolder()
{
    QTemporaryDir folder;
    QProcess first;
    first.start(QStringLiteral(DESKBELL_PROGRAM), run({QStringLiteral("--data"), folder.path()}));
    QByteArray said;
    connect(&first, &QProcess::readyReadStandardOutput, this, [&] { said += first.readAllStandardOutput(); });
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("runs for"), 30'000);
    QProcess second;
    const Ended ended = end(second, run({QStringLiteral("--data"), folder.path()}));
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.words.contains(QLatin1String("already running")), qPrintable(ended.words));
    first.terminate();
    QVERIFY(first.waitForFinished(30'000));
    QCOMPARE(first.exitCode(), 0);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "badinputtest.moc"
