// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/store/sqlitestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;

// The commands run as processes of their own: this program again.

namespace {

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Ran run(const QStringList &arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DESKBELL_TEST_COMMAND"), QStringLiteral("1"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(60'000))
        return {-2, "did not end", process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

const PhoneNumber dana{QStringLiteral("+15125550142")};
const Instant wednesday{QDateTime(QDate(2026, 11, 25), QTime(18, 0), Qt::UTC).toMSecsSinceEpoch()};

void keepAWeek(store::SqliteStore &store)
{
    runtime::StepRecord step;
    step.fact = QStringLiteral("call:CA1:missed");
    step.thread = {QStringLiteral("t1")};
    step.decision.next.id = step.thread;
    step.decision.next.caller = dana;
    step.decision.next.line = {QStringLiteral("+15125550100")};
    engine::EpisodeRecord record{{QStringLiteral("CA1")}, wednesday};
    record.textedAt = wednesday + 5s;
    record.repliedAt = wednesday + 1min;
    record.bookedAt = wednesday + 3min;
    record.visit = {QStringLiteral("visit:1")};
    step.decision.outcome = record;
    step.decision.consent = {{dana, false, wednesday + 1h, QStringLiteral("plain_words"), QStringLiteral("no more texts"),
        QStringLiteral("text"), {}}};
    if (!store.commit({wednesday, {step}, {}}))
        qFatal("cannot keep the week");
}

} // namespace

/// deskbell consent and deskbell report, also while the shop has its data folder open.
class LedgerCommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void consentTellsEveryWordOfANumber();
    void consentIsReadWhileTheShopRuns();
    void erasedWordsAreGoneAndTheNoStays();
    void aNumberThatNeverSaidAnythingMayBeTexted();
    void theReportCountsTheWeekOfTheCall();
    void aVisitCalledOffLaterCountsNoLonger();
    void anEmptyWeekIsAnAnswer();
    void mistakesAreToldInOneSentence_data();
    void mistakesAreToldInOneSentence();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString data() const { return m_folder->filePath(QStringLiteral("data")); }
};

void LedgerCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = store::SqliteStore::open(data());
    QVERIFY(store);
    keepAWeek(**store);
}

void LedgerCommandsTest::consentTellsEveryWordOfANumber()
{
    const Ran json = run({QStringLiteral("consent"), QStringLiteral("(512) 555-0142"), QStringLiteral("--json"), QStringLiteral("--data"), data()});
    QCOMPARE(json.code, 0);
    QCOMPARE(json.json().value(QStringLiteral("may_be_texted")).toBool(true), false);
    const QJsonArray entries = json.json().value(QStringLiteral("entries")).toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0][QStringLiteral("words")].toString(), QStringLiteral("no more texts"));
    QCOMPARE(entries[0][QStringLiteral("manner")].toString(), QStringLiteral("plain_words"));
    QCOMPARE(entries[0][QStringLiteral("at")].toString(), QStringLiteral("2026-11-25T19:00:00Z"));
    const Ran words = run({QStringLiteral("consent"), QStringLiteral("5125550142"), QStringLiteral("--data"), data()});
    QVERIFY2(words.out.contains("may not be texted"), words.out);
    QVERIFY2(words.out.contains("no more texts"), words.out);
}

void LedgerCommandsTest::consentIsReadWhileTheShopRuns()
{
    const auto open = store::SqliteStore::open(data());
    QVERIFY(open);
    QCOMPARE(run({QStringLiteral("consent"), dana.e164, QStringLiteral("--data"), data()}).code, 0);
}

void LedgerCommandsTest::erasedWordsAreGoneAndTheNoStays()
{
    {
        const auto store = store::SqliteStore::open(data());
        QVERIFY((*store)->forgetConsentWords(dana, wednesday + 48h));
    }
    const Ran json = run({QStringLiteral("consent"), dana.e164, QStringLiteral("--json"), QStringLiteral("--data"), data()});
    const QJsonArray entries = json.json().value(QStringLiteral("entries")).toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0][QStringLiteral("words")].toString(), QString());
    QCOMPARE(json.json().value(QStringLiteral("may_be_texted")).toBool(true), false);
}

void LedgerCommandsTest::aNumberThatNeverSaidAnythingMayBeTexted()
{
    const Ran json = run({QStringLiteral("consent"), QStringLiteral("+15125550143"), QStringLiteral("--json"), QStringLiteral("--data"), data()});
    QCOMPARE(json.code, 0);
    QCOMPARE(json.json().value(QStringLiteral("may_be_texted")).toBool(), true);
    QVERIFY(json.json().value(QStringLiteral("entries")).toArray().isEmpty());
}

void LedgerCommandsTest::theReportCountsTheWeekOfTheCall()
{
    const Ran json = run({QStringLiteral("report"), QStringLiteral("--week"), QStringLiteral("2026-W48"), QStringLiteral("--json"), QStringLiteral("--data"), data()});
    QCOMPARE(json.code, 0);
    const QJsonObject counters = json.json().value(QStringLiteral("counters")).toObject();
    for (const char *one : {"missed", "texted", "replied", "recovered", "booked"})
        QCOMPARE(counters.value(QLatin1String(one)).toInt(), 1);
    const QJsonArray calls = json.json().value(QStringLiteral("calls")).toArray();
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls[0][QStringLiteral("call")].toString(), QStringLiteral("CA1"));
    const Ran words = run({QStringLiteral("report"), QStringLiteral("--week"), QStringLiteral("2026-W48"), QStringLiteral("--data"), data()});
    QVERIFY2(words.out.contains("recovered 1 (booked 1)"), words.out);
    QVERIFY2(words.out.contains("(512) 555-0142"), words.out);
}

void LedgerCommandsTest::aVisitCalledOffLaterCountsNoLonger()
{
    {
        const auto store = store::SqliteStore::open(data());
        runtime::StepRecord step;
        step.fact = QStringLiteral("cancelled:1");
        step.thread = {QStringLiteral("t1")};
        step.seenVersion = 1;
        step.decision.next = (*(*store)->load(step.thread))->state;
        step.decision.visitChanges = {{{QStringLiteral("visit:1")}, {}}};
        QVERIFY((*store)->commit({wednesday + 72h, {step}, {}}));
    }
    const Ran json = run({QStringLiteral("report"), QStringLiteral("--week"), QStringLiteral("2026-W48"), QStringLiteral("--json"), QStringLiteral("--data"), data()});
    const QJsonObject counters = json.json().value(QStringLiteral("counters")).toObject();
    QCOMPARE(counters.value(QStringLiteral("replied")).toInt(), 1);
    QCOMPARE(counters.value(QStringLiteral("booked")).toInt(), 0);
    QCOMPARE(counters.value(QStringLiteral("recovered")).toInt(), 0);
}

void LedgerCommandsTest::anEmptyWeekIsAnAnswer()
{
    const Ran json = run({QStringLiteral("report"), QStringLiteral("--week"), QStringLiteral("2026-W47"), QStringLiteral("--json"), QStringLiteral("--data"), data()});
    QCOMPARE(json.code, 0);
    QCOMPARE(json.json().value(QStringLiteral("counters")).toObject().value(QStringLiteral("missed")).toInt(-1), 0);
}

void LedgerCommandsTest::mistakesAreToldInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, int code, const char *says) {
        QTest::newRow(name) << arguments << code << QByteArray(says);
    };
    const QString nowhere = QStringLiteral("/nonexistent/deskbell");
    row("no number", {QStringLiteral("consent")}, 2, "which number");
    row("no such number", {QStringLiteral("consent"), QStringLiteral("dana")}, 2, "no phone number");
    row("two numbers", {QStringLiteral("consent"), QStringLiteral("1"), QStringLiteral("2")}, 2, "not understood");
    row("no data", {QStringLiteral("consent"), dana.e164, QStringLiteral("--data"), nowhere}, 1, "no data");
    row("no such week", {QStringLiteral("report"), QStringLiteral("--week"), QStringLiteral("2026-W60")}, 2, "no week");
    row("an unknown option", {QStringLiteral("report"), QStringLiteral("--month")}, 2, "not understood");
    row("a report of nothing", {QStringLiteral("report"), QStringLiteral("--data"), nowhere}, 1, "no data");
}

void LedgerCommandsTest::mistakesAreToldInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.err.contains(says), ran.err);
    QVERIFY(ran.out.isEmpty());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESKBELL_TEST_COMMAND"))
        return app::runCommand(app::readCommandLine(argc, argv));
    LedgerCommandsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "ledgercommandstest.moc"
