// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/rules.h"
#include "tests/architecture/repository.h"

#include <QTest>

using namespace deskbell::architecture;

namespace {

const auto table = QStringLiteral(R"(
# deskbell_module(core_ghost USES Qt6::Widgets)
deskbell_module(core_base   USES Qt6::Core tl::expected)
deskbell_module(core_engine USES core_base)
deskbell_module(core_runtime USES core_engine)
deskbell_module(core_http   USES core_base Qt6::Network)
deskbell_module(core_link
    USES core_runtime core_http)
deskbell_module(core_store  USES core_runtime PkgConfig::SQLITE) # the one place for SQL
deskbell_module(ui_models   USES core_runtime Qt6::Gui)
deskbell_module(ui_theme    USES Qt6::Widgets)
deskbell_module(app_sandbox USES Qt6::Network)
)");

QString include(const char *what)
{
    return QStringLiteral("#include %1\n").arg(QLatin1String(what));
}

void plant(const char *name, const char *path, const QString &text, const char *complaint)
{
    QTest::newRow(name) << QString::fromLatin1(path) << text << QString::fromLatin1(complaint);
}

void plantInclude(const char *name, const char *path, const char *target, const char *complaint)
{
    plant(name, path, include(target), complaint);
}

void columns()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("complaint"); // a part of it; empty: nothing to complain about
}

void compareWithPlan(const QStringList &complaints)
{
    QFETCH(QString, complaint);
    if (complaint.isEmpty())
        QCOMPARE(complaints, QStringList());
    else
        QVERIFY2(complaints.size() == 1 && complaints.first().contains(complaint), qPrintable(complaints.join(u'\n')));
}

SourceFile planted()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    return {path, text};
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blanksCommentsAndLiteralsButKeepsLines_data();
    void blanksCommentsAndLiteralsButKeepsLines();
    void readsTheLayerTable();
    void findsAScreenInTheWrongModule();
    void judgesIncludes_data();
    void judgesIncludes();
    void judgesWords_data();
    void judgesWords();
    void judgesNames_data();
    void judgesNames();
    void judgesShape_data();
    void judgesShape();
    void wantsTheOwnHeaderFirst();
    void findsFoldersThatNoModuleBuilds();
    void comparesTheDescriptionWithTheTable();
};

void RulesTest::blanksCommentsAndLiteralsButKeepsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("line comment") << QStringLiteral("a; // b\nc") << QStringLiteral("a;     \nc");
    QTest::newRow("block over lines") << QStringLiteral("a/* b\n b */c") << QStringLiteral("a    \n     c");
    QTest::newRow("string") << QStringLiteral(R"(f("x // y", z))") << QStringLiteral(R"(f("      ", z))");
    QTest::newRow("escaped quote") << QStringLiteral(R"(f("x\"y", z))") << QStringLiteral(R"(f("    ", z))");
    QTest::newRow("raw string") << QStringLiteral("R\"(a\"b)\"; c") << QStringLiteral("R\"(   )\"; c");
    QTest::newRow("raw string with a delimiter")
        << QStringLiteral("R\"re(a)\"b)re\"c") << QStringLiteral("R\"re(    )re\"c");
    QTest::newRow("quote as a letter") << QStringLiteral("'\"' + a + u'\\'' + b")
                                       << QStringLiteral("' ' + a + u'  ' + b");
    QTest::newRow("grouped digits") << QStringLiteral("1'000'000 + \"x\"") << QStringLiteral("1'000'000 + \" \"");
    QTest::newRow("comment that never ends") << QStringLiteral("a /* b") << QStringLiteral("a     ");
    QTest::newRow("string that never ends") << QStringLiteral("\"ab\\") << QStringLiteral("\"   ");
}

void RulesTest::blanksCommentsAndLiteralsButKeepsLines()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QCOMPARE(codeOf(text), code);
}

void RulesTest::readsTheLayerTable()
{
    const auto layers = LayerTable::read(table);
    QCOMPARE(layers.modules().size(), 9);
    QVERIFY(!layers.has(QStringLiteral("core_ghost"))); // commented out
    QVERIFY(layers.reach(QStringLiteral("core_link")).contains(QStringLiteral("core_engine")));
    QVERIFY(layers.reach(QStringLiteral("core_link")).contains(QStringLiteral("Qt6::Network")));
    QVERIFY(!layers.reach(QStringLiteral("core_store")).contains(QStringLiteral("core_http")));
    QCOMPARE(LayerTable::moduleOf(QStringLiteral("core/engine/decide.cpp")), QStringLiteral("core_engine"));
    QCOMPARE(LayerTable::moduleOf(QStringLiteral("app/main.cpp")), QString());
}

void RulesTest::findsAScreenInTheWrongModule()
{
    QCOMPARE(tableComplaints(LayerTable::read(table)), QStringList());
    const auto bad = LayerTable::read(
        QStringLiteral("deskbell_module(core_engine USES Qt6::Network)\ndeskbell_module(core_notify USES Qt6::Gui)\n"
                       "deskbell_module(ui_models USES Qt6::Widgets)"));
    QCOMPARE(tableComplaints(bad),
        (QStringList{QStringLiteral("CMakeLists.txt:1: core_engine may not use QtNetwork"),
            QStringLiteral("CMakeLists.txt:1: core_notify may not use QtGui"),
            QStringLiteral("CMakeLists.txt:1: ui_models may not use QtWidgets")}));
}

void RulesTest::judgesIncludes_data()
{
    columns();
    plantInclude("a lower layer", "core/engine/a.cpp", "\"core/base/id.h\"", "");
    plantInclude("its own room", "core/engine/a.cpp", "\"core/engine/facts.h\"", "");
    plantInclude("a higher layer", "core/engine/a.cpp", "\"core/store/store.h\"", "core_engine may not see");
    plantInclude("a higher layer, the other spelling", "core/engine/a.cpp", "<core/store/store.h>", "may not see");
    plantInclude("another adapter", "core/store/a.cpp", "\"core/http/client.h\"", "core_store may not see");
    plantInclude("an adapter from the window", "ui/models/a.h", "\"core/link/link.h\"", "ui_models may not see");
    plantInclude("the app from below", "ui/models/a.h", "\"app/options.h\"", "ui_models may not see");
    plantInclude("anything from the app", "app/composition.cpp", "\"core/link/link.h\"", "");
    plantInclude(
        "a test from the product", "app/composition.cpp", "\"tests/support/fake.h\"", "may not include a test");
    plantInclude("Widgets in the core", "core/link/a.cpp", "<QWidget>", "core_link may not see <QWidget> (QtWidgets)");
    plantInclude("Widgets, with folder", "core/link/a.cpp", "<QtWidgets/QWidget>", "may not see");
    plantInclude("Widgets, the whole module", "core/link/a.cpp", "<QtWidgets>", "may not see");
    plantInclude("Widgets, lower case", "core/link/a.cpp", "<qwidget.h>", "may not see");
    plantInclude("Widgets beside models", "ui/models/a.cpp", "<QLabel>", "may not see");
    plantInclude("Widgets in the window", "ui/theme/a.cpp", "<QtWidgets/QWidget>", "");
    plantInclude("Gui in the core", "core/runtime/a.cpp", "<QColor>", "may not see");
    plantInclude("network in the engine", "core/engine/a.cpp", "<QNetworkReply>", "may not see");
    plantInclude("network in http", "core/http/a.cpp", "<QNetworkReply>", "");
    plantInclude("network, inherited", "core/link/a.cpp", "<QtNetwork/QNetworkReply>", "");
    plantInclude("SQL through Qt", "core/link/a.cpp", "<QtSql/QSqlQuery>", "may not see");
    plantInclude("SQL in the store", "core/store/a.cpp", "<sqlite3.h>", "");
    plantInclude("SQL elsewhere", "core/runtime/a.cpp", "<sqlite3.h>", "does not use PkgConfig::SQLITE");
    plantInclude("files in the engine", "core/engine/a.cpp", "<fstream>", "is pure");
    plantInclude("the standard library", "core/engine/a.cpp", "<variant>", "");
    plantInclude("no path", "core/engine/a.cpp", "\"facts.h\"", "full path");
    plantInclude("no path, beside a test", "tests/http/a.cpp", "\"fakepeer.h\"", "");
    plantInclude("one folder up from a test", "tests/http/a.cpp", "\"../link/a.h\"", "full path");
    plantInclude("one folder up", "core/engine/a.cpp", "\"../store/store.h\"", "full path");
    plantInclude("made by moc", "core/link/a.cpp", "\"a.moc\"", "");
    plantInclude("a fake that borrows a reader", "tests/support/a.cpp", "\"core/link/callreader.h\"", "shares no code");
    plantInclude("a fake that knows the ports", "tests/support/a.cpp", "\"core/runtime/ports.h\"", "");
    plantInclude("the sandbox that borrows a reader", "app/sandbox/a.cpp", "\"core/link/callreader.h\"", "may not see");
    plant("commented out", "core/engine/a.cpp", QStringLiteral("// #include <QWidget>\n/*\n#include <QWidget>\n*/\n"),
        "");
    plant("with odd blanks", "core/engine/a.cpp", QStringLiteral("\n\n #  include\t<QWidget>\n"), "a.cpp:3: ");
}

void RulesTest::judgesIncludes()
{
    static const auto qt = installedQtHeaders();
    static const auto layers = LayerTable::read(table);
    compareWithPlan(includeComplaints(planted(), layers, qt));
}

void RulesTest::judgesWords_data()
{
    columns();
    const auto line = [](const char *text) { return QString::fromLatin1(text); };
    plant("object", "core/engine/a.h", line("class A : public QObject {};"), "values only");
    plant("timer", "core/domain/a.cpp", line("QTimer t;"), "values only");
    plant("file", "core/language/a.cpp", line("QFile f(p);"), "reaches no disk");
    plant("database", "core/engine/a.cpp", line("QSqlQuery q;"), "reaches no disk");
    plant("network", "core/engine/a.cpp", line("QNetworkAccessManager n;"), "reaches no disk");
    plant("words for people", "core/engine/a.cpp", line("auto s = tr(\"Hello\");"), "the window words it");
    plant("a name that ends in tr", "core/engine/a.cpp", line("auto s = ptr(1);"), "");
    plant("log", "core/engine/a.cpp", line("qWarning() << 1;"), "does not log");
    plant("log by category", "core/engine/a.cpp", line("qCInfo(logLink) << 1;"), "does not log");
    plant("Qt's clock", "core/engine/a.cpp", line("QDateTime::currentDateTimeUtc();"), "as an argument");
    plant("Qt's clock in ms", "core/engine/a.cpp", line("QDateTime::currentMSecsSinceEpoch();"), "as an argument");
    plant("wall clock", "core/engine/a.cpp", line("std::chrono::system_clock::now();"), "as an argument");
    plant("steady clock", "core/engine/a.cpp", line("steady_clock :: now();"), "as an argument");
    plant("this computer's zone", "core/engine/a.cpp", line("QTimeZone::systemTimeZone();"), "never this computer's");
    plant("chance", "core/engine/a.cpp", line("QRandomGenerator::global();"), "chance");
    plant("chance, standard", "core/engine/a.cpp", line("std::random_device d;"), "chance");
    plant("in a comment", "core/engine/a.cpp", line("// no QTimer here, no tr( either\n"), "");
    plant("in a string", "core/engine/a.cpp", line("auto s = \"QTimer tr( friend\";"), "");
    plant("a clock outside the pure rooms", "core/runtime/a.cpp", line("QTimer t; qWarning();"), "");
    plant("line number", "core/engine/a.cpp", line("\n\nQTimer t;"), "a.cpp:3: ");
    plant("accepting any certificate", "core/http/a.cpp", line("reply->ignoreSslErrors();"), "never accepted");
    plant("a test may try it", "tests/http/a.cpp", line("reply->ignoreSslErrors();"), "");
    plant("style sheet", "ui/theme/a.cpp", line("w->setStyleSheet(s);"), "not from style sheets");
    plant("friend", "ui/theme/a.h", line("friend class B;"), "second job");
    plant("global", "app/main.cpp", line("App::instance();"), "nothing is global");
    plant("sleeping test", "tests/http/a.cpp", line("QTest::qWait(100);"), "wait for a condition");
    plant("sleeping product", "core/link/a.cpp", line("QThread::sleep(1);"), "wait for a condition");
    plant("a bench may watch time pass", "app/bench/a.cpp", line("QThread::sleep(1);"), "");
    plant("waiting test", "tests/http/a.cpp", line("QTRY_COMPARE(a, b);"), "");
}

void RulesTest::judgesWords()
{
    compareWithPlan(wordComplaints(planted()));
}

void RulesTest::judgesNames_data()
{
    columns();
    plant("says what it does", "core/link/callreader.h", QStringLiteral("class CallReader {};"), "");
    plant("file Manager", "core/link/callmanager.h", QString(), "name the file");
    plant("file Utils", "core/link/utils.cpp", QString(), "name the file");
    plant("file Data", "core/link/calldata.cpp", QString(), "name the file");
    plant("capitals", "core/link/CallReader.h", QString(), "lower-case");
    plant("class Helper", "core/link/a.h", QStringLiteral("\nstruct CallHelper {};"), "a.h:2: name CallHelper");
    plant("class Info", "core/link/a.h", QStringLiteral("class CallInfo;"), "name CallInfo");
    plant("Qt's own", "core/link/a.h", QStringLiteral("class QMimeData;"), "");
    plant("in a comment", "core/link/a.h", QStringLiteral("// a class CallHelper would be wrong"), "");
}

void RulesTest::judgesNames()
{
    compareWithPlan(nameComplaints(planted()));
}

void RulesTest::judgesShape_data()
{
    columns();
    const QString licence = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n");
    const QString once = QStringLiteral("#pragma once\n");
    plant("good source", "a.cpp", licence, "");
    plant("good header", "a.h", licence + once, "");
    plant("good script", "dev", QStringLiteral("#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"), "");
    plant("no licence", "a.cpp", QStringLiteral("int a;\n"), "licence");
    plant("another licence", "a.cpp", QStringLiteral("// SPDX-License-Identifier: MIT\n"), "licence");
    plant("script without licence", "dev", QStringLiteral("#!/bin/sh\necho\n"), "dev:2: the licence");
    plant("header read twice", "a.h", licence + QStringLiteral("int a;\n"), "#pragma once");
    plant("500 lines", "a.cpp", licence + QString(499, u'\n'), "");
    plant("501 lines", "a.cpp", licence + QString(500, u'\n'), "501 lines");
    plant("somebody's home", "a.cpp", licence + QStringLiteral("open(\"/home/jess/x\");\n"), "a.cpp:2: a folder");
    plant("shared temporary folder", "a.cpp", licence + QStringLiteral("open(\"/tmp/x\");\n"), "a folder");
    plant("an address", "a.cpp", licence + QStringLiteral("get(\"https://example.org/work/1\");\n"), "");
}

void RulesTest::judgesShape()
{
    compareWithPlan(shapeComplaints(planted()));
}

void RulesTest::wantsTheOwnHeaderFirst()
{
    const QString path = QStringLiteral("core/link/a.cpp");
    const QString good = QStringLiteral("#include \"core/link/a.h\"\n#include <QString>\n");
    const QString late = QStringLiteral("#include <QString>\n#include \"core/link/a.h\"\n");
    QCOMPARE(ownHeaderComplaints({path, good}, true), QStringList());
    QCOMPARE(ownHeaderComplaints({path, late}, false), QStringList());
    QCOMPARE(ownHeaderComplaints({path, late}, true).size(), 1);
    QCOMPARE(ownHeaderComplaints({path, QString()}, true).size(), 1);
    const QString beside = QStringLiteral("#include \"a.h\"\n");
    QCOMPARE(ownHeaderComplaints({QStringLiteral("tests/link/a.cpp"), beside}, true), QStringList());
    QCOMPARE(ownHeaderComplaints({path, beside}, true).size(), 1);
}

void RulesTest::findsFoldersThatNoModuleBuilds()
{
    const QStringList paths{QStringLiteral("core/engine/a.cpp"), QStringLiteral("core/lost/a.cpp"),
        QStringLiteral("core/lost/b.cpp"), QStringLiteral("app/main.cpp"), QStringLiteral("app/demo/a.cpp")};
    QCOMPARE(undeclaredComplaints(paths, LayerTable::read(table)),
        QStringList{QStringLiteral("core/lost:1: no deskbell_module(core_lost ...) in CMakeLists.txt")});
}

void RulesTest::comparesTheDescriptionWithTheTable()
{
    const auto layers = LayerTable::read(QStringLiteral("deskbell_module(core_base)\ndeskbell_module(core_link)"));
    const QString good =
        QStringLiteral("| module | uses |\n|---|---|\n| core_base, core_link | ui_gone in another cell |\n");
    QCOMPARE(describedComplaints(good, layers), QStringList());
    const QString stale = QStringLiteral("| core_base | |\n| core_old | |\n");
    QCOMPARE(describedComplaints(stale, layers),
        (QStringList{QStringLiteral("ARCHITECTURE.md:1: describes core_old, which is not declared"),
            QStringLiteral("ARCHITECTURE.md:1: the table does not describe core_link")}));
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rulestest.moc"
