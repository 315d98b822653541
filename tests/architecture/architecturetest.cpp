// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/repository.h"
#include "tests/architecture/rules.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace deskbell::architecture;

/// The rules on the real tree. That each rule can find something is shown in rulestest.
class ArchitectureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFolderIsDeclared();
    void theTableKeepsTheScreenOutOfTheCore();
    void everyIncludeKeepsToTheTable();
    void everyWordIsAllowedWhereItStands();
    void everyNameSaysWhatItDoes();
    void everyFileHasItsShape();
    void everySourceIncludesItsHeaderFirst();
    void everyModuleIsDescribed();
    void cmakeRefusesAModuleThatIsNotYetDeclared_data();
    void cmakeRefusesAModuleThatIsNotYetDeclared();

private:
    template<class Rule> [[nodiscard]] QString all(Rule rule) const
    {
        QStringList complaints;
        for (const auto &file : m_sources)
            complaints << rule(file);
        return complaints.join(u'\n');
    }

    QString m_top = QStringLiteral(DESKBELL_SOURCE_DIR);
    QList<SourceFile> m_sources;
    LayerTable m_table;
    QtHeaders m_qt;
};

// QtTest cuts long messages, so the whole list goes to the terminal first.
#define VERIFY_NOTHING(complaints) \
    do { \
        const QString found = complaints; \
        if (!found.isEmpty()) \
            QTextStream(stderr) << found << Qt::endl; \
        QVERIFY2(found.isEmpty(), "see the complaints above"); \
    } while (false)

void ArchitectureTest::initTestCase()
{
    const QStringList folders{
        QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("tests")};
    m_sources = filesIn(m_top, folders, {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
    m_table = LayerTable::read(fileAt(m_top, QStringLiteral("CMakeLists.txt")).text);
    m_qt = installedQtHeaders();
    // A test that reads nothing finds nothing.
    QVERIFY(m_sources.size() > 20);
    QVERIFY(m_table.has(QStringLiteral("core_engine")) && m_table.has(QStringLiteral("app_sandbox")));
    QVERIFY(m_qt.contains(QStringLiteral("QWidget"), QStringLiteral("QtWidgets")));
}

void ArchitectureTest::everyFolderIsDeclared()
{
    QStringList paths;
    for (const auto &file : m_sources)
        paths << file.path;
    VERIFY_NOTHING(undeclaredComplaints(paths, m_table).join(u'\n'));
}

void ArchitectureTest::theTableKeepsTheScreenOutOfTheCore()
{
    VERIFY_NOTHING(tableComplaints(m_table).join(u'\n'));
}

void ArchitectureTest::everyIncludeKeepsToTheTable()
{
    VERIFY_NOTHING(all([this](const SourceFile &file) { return includeComplaints(file, m_table, m_qt); }));
}

void ArchitectureTest::everyWordIsAllowedWhereItStands()
{
    VERIFY_NOTHING(all(wordComplaints));
}

void ArchitectureTest::everyNameSaysWhatItDoes()
{
    VERIFY_NOTHING(all(nameComplaints));
}

void ArchitectureTest::everyFileHasItsShape()
{
    auto files = m_sources;
    files << filesIn(m_top,
        {QStringLiteral("cmake"), QStringLiteral("app"), QStringLiteral("tests"), QStringLiteral("packaging")},
        {QStringLiteral("*.cmake"), QStringLiteral("CMakeLists.txt")});
    for (const auto *path : {"CMakeLists.txt", "dev", ".ci/run", "packaging/validate"})
        files << fileAt(m_top, QLatin1String(path));
    QStringList complaints;
    for (const auto &file : files) {
        if (!file.path.startsWith(QStringLiteral("tests/architecture/"))) // plants such folders on purpose
            complaints << shapeComplaints(file);
    }
    VERIFY_NOTHING(complaints.join(u'\n'));
}

void ArchitectureTest::everySourceIncludesItsHeaderFirst()
{
    const auto hasHeader = [this](const SourceFile &source) {
        const QString header = source.path.chopped(4) + QStringLiteral(".h");
        return source.path.endsWith(QStringLiteral(".cpp"))
            && std::any_of(m_sources.begin(), m_sources.end(), [&](const auto &file) { return file.path == header; });
    };
    VERIFY_NOTHING(all([&](const SourceFile &file) { return ownHeaderComplaints(file, hasHeader(file)); }));
}

void ArchitectureTest::everyModuleIsDescribed()
{
    const auto description = fileAt(m_top, QStringLiteral("ARCHITECTURE.md"));
    VERIFY_NOTHING(describedComplaints(description.text, m_table).join(u'\n'));
}

void ArchitectureTest::cmakeRefusesAModuleThatIsNotYetDeclared_data()
{
    QTest::addColumn<QString>("modules");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("below first") << QStringLiteral("deskbell_module(core_a)\ndeskbell_module(core_b USES core_a)\n")
                                 << QString();
    QTest::newRow("above first") << QStringLiteral("deskbell_module(core_b USES core_a)\ndeskbell_module(core_a)\n")
                                 << QStringLiteral("core_b uses core_a, which is not declared above it");
}

void ArchitectureTest::cmakeRefusesAModuleThatIsNotYetDeclared()
{
    const QString cmake = QStandardPaths::findExecutable(QStringLiteral("cmake"));
    if (cmake.isEmpty())
        QSKIP("cmake is not on the PATH, so its refusal cannot be seen");
    QFETCH(QString, modules);
    QFETCH(QString, refusal);
    QTemporaryDir folder;
    QFile list(folder.filePath(QStringLiteral("CMakeLists.txt")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(QStringLiteral("cmake_minimum_required(VERSION 3.22)\nproject(planted NONE)\n"
                              "include(\"%1/cmake/DeskbellModule.cmake\")\n%2")
                   .arg(m_top, modules)
                   .toUtf8());
    list.close();
    QProcess run;
    run.start(cmake, {QStringLiteral("-S"), folder.path(), QStringLiteral("-B"), folder.filePath(QStringLiteral("b"))});
    QVERIFY(run.waitForFinished());
    const QString words = QString::fromUtf8(run.readAllStandardError()).simplified();
    QCOMPARE(run.exitCode() == 0, refusal.isEmpty());
    QVERIFY2(words.contains(refusal), qPrintable(words));
}

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecturetest.moc"
