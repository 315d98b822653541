// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/phonecompany.h"
#include "tests/crash/deskbellprocess.h"
#include "tests/crash/outboxeye.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace deskbell;

namespace {

constexpr int calls = 1000;
constexpr int sideBySide = 3;
constexpr int patience = 200'000; ///< ms for one round; it takes forty seconds, most of them waiting for proof
constexpr qint64 ringsEvery = 3'000; ///< ms, while anything is open: a later row proves a list fresh

sandbox::Settings companySettings()
{
    sandbox::Settings settings;
    settings.shopNumbers = {QByteArrayLiteral("+15125550100")};
    settings.speed = 100;
    return settings;
}

/// A thousand calls are missed at once; the shop is killed when the company has accepted so and so many texts, and
/// started again.
class Round
{
public:
    explicit Round(int killAfter)
        : m_killAfter(killAfter)
    {
    }
    [[nodiscard]] QString start();
    /// Does what there is to do; true when the round is over.
    [[nodiscard]] bool step();
    [[nodiscard]] QString report() const;
    [[nodiscard]] QString verdict();

    [[nodiscard]] int killAfter() const { return m_killAfter; }
    [[nodiscard]] int lost() const { return state(u"missed_without_text"); }
    [[nodiscard]] int twice() const { return state(u"numbers_texted_more_than_once"); }
    [[nodiscard]] OutboxGlance outbox() const { return glanceAtOutbox(m_folder.path()).value_or(OutboxGlance{-1, -1, -1, -1}); }

private:
    enum class Stage { Opening, Bursting, Dying, Mending, Closing, Over };
    [[nodiscard]] int accepted() const { return m_company->counters()[u"messages_accepted"].toInt(); }
    [[nodiscard]] int state(QStringView what) const { return m_company->state(false)[what].toInt(-1); }
    void burst();
    void mend();
    void startShop() { m_process.start({m_folder.path(), m_company->baseUrl()}); }

    int m_killAfter;
    int m_acceptedAtDeath = 0;
    int m_callers = calls;
    Stage m_stage = Stage::Opening;
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::PhoneCompany> m_company = std::make_unique<sandbox::PhoneCompany>(companySettings());
    DeskbellProcess m_process;
    QElapsedTimer m_sinceRing;
};

QString Round::start()
{
    QString why;
    if (!m_company->listen(&why))
        return why;
    furnish(m_folder.path());
    startShop();
    return {};
}

bool Round::step()
{
    switch (m_stage) {
    case Stage::Opening:
        if (m_company->counters()[u"push_clients"].toInt() > 0)
            burst();
        break;
    case Stage::Bursting:
        if (accepted() >= m_killAfter) {
            m_acceptedAtDeath = accepted();
            m_process.kill();
            m_stage = Stage::Dying;
        }
        break;
    case Stage::Dying:
        if (!m_process.isRunning()) {
            startShop();
            m_sinceRing.start();
            m_stage = Stage::Mending;
        }
        break;
    case Stage::Mending: mend(); break;
    case Stage::Closing:
        if (!m_process.isRunning())
            m_stage = Stage::Over;
        break;
    case Stage::Over: break;
    }
    return m_stage == Stage::Over;
}

void Round::burst()
{
    sandbox::BurstOrder order;
    order.count = calls;
    (void)m_company->burst(order);
    m_stage = Stage::Bursting;
}

void Round::mend()
{
    if (accepted() >= m_callers && outbox().open == 0) {
        m_process.askToStop();
        m_stage = Stage::Closing;
    } else if (m_sinceRing.elapsed() > ringsEvery) {
        sandbox::RingOrder next;
        next.from = QStringLiteral("+1415555%1").arg(m_callers++ - calls, 4, 10, QLatin1Char('0'));
        next.ringS = 1;
        m_company->ring(next);
        m_sinceRing.restart();
    }
}

QString Round::report() const
{
    const OutboxGlance glance = outbox();
    return QStringLiteral("killed at %1 texts accepted (asked: %2): %3 lost, %4 twice; %5 shown to a person, %6 sent again on proof, %7 still open, %8 taken for a person's")
        .arg(m_acceptedAtDeath).arg(m_killAfter).arg(lost()).arg(twice()).arg(glance.toAPerson).arg(glance.sentAgain).arg(glance.open).arg(glance.takenOver);
}

QString Round::verdict()
{
    if (m_stage != Stage::Over || !m_process.endedWell())
        return QStringLiteral("did not come to its end: ") % report() % u'\n' % m_process.words().right(4000);
    if (const QString integrity = integrityOf(m_folder.path()); integrity != QLatin1String("ok"))
        return integrity;
    const OutboxGlance glance = outbox();
    const bool isWell = lost() == 0 && twice() == 0 && accepted() == m_callers && glance.open == 0 && glance.takenOver == 0;
    return isWell ? QString() : report();
}

} // namespace

/// A thousand missed calls at once and the program killed in the middle. DESKBELL_ROUNDS=20 plays more rounds than the
/// usual three, DESKBELL_SEED=N repeats a run that is told below.
class BurstKillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losesAndRepeatsNothing();
};

void BurstKillTest::losesAndRepeatsNothing()
{
    const int wished = qEnvironmentVariableIntValue("DESKBELL_ROUNDS");
    const int rounds = wished > 0 ? wished : sideBySide;
    const quint32 seed = qEnvironmentVariableIsSet("DESKBELL_SEED") ? qEnvironmentVariable("DESKBELL_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator dice(seed);
    int over = 0, lost = 0, twice = 0, toAPerson = 0, sentAgain = 0;
    while (over < rounds) {
        std::vector<std::unique_ptr<Round>> playing;
        for (int i = 0; i < qMin(sideBySide, rounds - over); ++i) {
            playing.push_back(std::make_unique<Round>(dice.bounded(1, calls)));
            const QString why = playing.back()->start();
            QVERIFY2(why.isEmpty(), qPrintable(why));
        }
        std::ptrdiff_t ended = 0;
        QTimer steps;
        connect(&steps, &QTimer::timeout, this, [&] { ended = std::count_if(playing.begin(), playing.end(), [](auto &round) { return round->step(); }); });
        steps.start(5);
        // Not over in time: the verdict below tells where it stands.
        (void)QTest::qWaitFor([&] { return ended == std::ptrdiff_t(playing.size()); }, patience);
        for (const auto &round : playing) {
            qInfo().noquote() << round->report();
            const QString verdict = round->verdict();
            QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
            lost += round->lost();
            twice += round->twice();
            toAPerson += round->outbox().toAPerson;
            sentAgain += round->outbox().sentAgain;
        }
        over += int(playing.size());
    }
    qInfo("%d rounds of %d calls: %d lost, %d twice, %d shown to a person, %d sent again on proof", over, calls, lost, twice, toAPerson, sentAgain);
}

QTEST_GUILESS_MAIN(BurstKillTest)
#include "burstkilltest.moc"
