// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/shotshop.h"

#include "core/store/sqlitestore.h"
#include "tests/crash/outboxeye.h"

using namespace deskbell;

namespace {

constexpr qint64 longestStage = 150'000; ///< ms; a shop that hangs so long is stuck
constexpr qint64 ringsEvery = 3'000; ///< ms, while anything is open: a later row proves a list fresh
constexpr std::size_t mostCallers = 90;
const QString line = QStringLiteral("+15125550100");

sandbox::Settings companySettings()
{
    sandbox::Settings settings;
    settings.shopNumbers = {line.toLatin1()};
    settings.speed = 100;
    return settings;
}

QString complain(const QString &caller, const QString &what) { return QString(caller % QStringLiteral(": ") % what); }

/// What the shop remembers of the caller against what the handset shows; empty when they agree.
QString differenceOf(store::SqliteStore &kept, const QString &caller, const QStringList &texts)
{
    const ThreadId id = engine::threadOf({caller}, {line});
    const auto stored = kept.load(id);
    const auto lines = kept.history(id, 1000);
    if (!stored || !*stored || !lines)
        return complain(caller, QStringLiteral("the thread is lost"));
    const engine::ThreadState &thread = (*stored)->state;
    QStringList said;
    for (const engine::HistoryLine &one : *lines) {
        if (one.author == engine::Author::Assistant)
            said << one.body;
        if (one.author == engine::Author::Assistant && (one.delivery < Delivery::Accepted || one.delivery > Delivery::Read))
            return complain(caller, QStringLiteral("a text stands at %1").arg(int(one.delivery)));
    }
    if (said != texts)
        return complain(caller, QString(u"the thread shows \"" % said.join(u"\", \"") % u"\", the handset \"" % texts.join(u"\", \"") % u'"'));
    if (!std::holds_alternative<engine::phase::WaitingForCaller>(thread.phase))
        return complain(caller, QStringLiteral("the thread is in phase %1").arg(thread.phase.index()));
    if (thread.callback && !thread.callback->done)
        return complain(caller, QStringLiteral("still stands on the call-back list for reason %1").arg(int(thread.callback->reason)));
    return {};
}

} // namespace

ShotShop::ShotShop(ShotPlan plan)
    : m_plan(std::move(plan))
    , m_company(std::make_unique<sandbox::PhoneCompany>(companySettings()))
{
    connect(&m_steps, &QTimer::timeout, this, &ShotShop::step);
}

void ShotShop::start()
{
    QString why;
    if (!m_company->listen(&why))
        return end(why);
    for (const QJsonObject &fault : m_plan.faults) {
        if (!m_company->setFault(fault, &why))
            return end(why);
    }
    furnish(m_folder.path());
    m_inStage.start();
    m_process.start({m_folder.path(), m_company->baseUrl(), m_plan.push, m_plan.at});
    m_steps.start(20);
}

void ShotShop::step()
{
    switch (m_stage) {
    case Stage::Opening: open(); break;
    case Stage::Shooting: shoot(); break;
    case Stage::Mending: mend(); break;
    case Stage::Closing: close(); break;
    case Stage::Done: break;
    }
    if (m_stage != Stage::Done && m_inStage.elapsed() > longestStage)
        end(QStringLiteral("stuck: ") % standing());
}

bool ShotShop::isUp() const
{
    const QJsonObject counters = m_company->counters();
    return m_plan.push ? counters[u"push_clients"].toInt() > 0 : counters[u"lists_served"].toInt() > m_listsBefore;
}

void ShotShop::open()
{
    if (!isUp() && m_process.isRunning())
        return;
    for (int i = 0; i < m_plan.callers; ++i)
        ringNext();
    m_stage = Stage::Shooting;
    m_inStage.restart();
}

void ShotShop::ringNext()
{
    const QString number = QStringLiteral("+1312555%1").arg(100 + m_callers.size(), 4, 10, QLatin1Char('0'));
    m_callers.push_back({number});
    sandbox::RingOrder order;
    order.from = number;
    order.ringS = 2;
    m_company->ring(order);
    m_sinceRing.start();
}

QStringList ShotShop::texts(const QString &number) const
{
    QStringList bodies;
    for (const sandbox::HandsetText &text : m_company->handsetTexts(number)) {
        if (!text.mine)
            bodies << text.body;
    }
    return bodies;
}

void ShotShop::letThemWrite()
{
    if (!m_plan.callersWrite)
        return;
    for (Caller &caller : m_callers) {
        if (!caller.wrote && !texts(caller.number).isEmpty()) {
            caller.wrote = true;
            m_company->textFrom(caller.number, {}, QStringLiteral("How much is a full detail for a sedan?"));
        }
    }
}

bool ShotShop::isSettled() const
{
    const auto isServed = [this](const Caller &caller) {
        return caller.wrote == m_plan.callersWrite && texts(caller.number).size() >= (m_plan.callersWrite ? 2 : 1);
    };
    if (!std::all_of(m_callers.begin(), m_callers.end(), isServed))
        return false;
    const auto outbox = glanceAtOutbox(m_folder.path());
    return outbox && outbox->open == 0;
}

bool ShotShop::isHanging() const { return m_sinceRing.elapsed() > ringsEvery; }

void ShotShop::shoot()
{
    letThemWrite();
    if (m_process.isRunning()) {
        if (m_callers.size() >= mostCallers)
            end(QStringLiteral("never died there: ") % standing());
        else if (isHanging() || isSettled())
            ringNext();
        return;
    }
    if (!m_process.wasKilled())
        return end(QStringLiteral("ended by itself, %1: ").arg(m_process.ending()) % m_process.words());
    if (m_plan.push && isUp())
        return; // the company has not yet seen the line drop
    m_listsBefore = m_company->counters()[u"lists_served"].toInt();
    m_process.start({m_folder.path(), m_company->baseUrl(), m_plan.push});
    m_stage = Stage::Mending;
    m_inStage.restart();
}

void ShotShop::mend()
{
    letThemWrite();
    if (!m_process.isRunning())
        return end(QStringLiteral("did not live on, %1: ").arg(m_process.ending()) % m_process.words());
    // A life that found nothing left to do must still be up before it is asked to stop well.
    if (!isUp() || !isSettled()) {
        if (isHanging() && m_callers.size() < mostCallers)
            ringNext();
        return;
    }
    m_process.askToStop();
    m_stage = Stage::Closing;
}

void ShotShop::close()
{
    if (m_process.isRunning())
        return;
    end(m_process.endedWell() ? difference() : QStringLiteral("did not stop well, %1: ").arg(m_process.ending()) % m_process.words());
}

QString ShotShop::difference() const
{
    const QJsonObject state = m_company->state();
    if (!state[u"twice"].toObject().isEmpty())
        return QStringLiteral("said twice: ") % standing();
    if (const QString integrity = integrityOf(m_folder.path()); integrity != QLatin1String("ok"))
        return integrity;
    auto kept = store::SqliteStore::open(m_folder.path());
    if (!kept)
        return kept.error().detail;
    for (const Caller &caller : m_callers) {
        const QStringList shown = texts(caller.number);
        const qsizetype expected = caller.wrote ? 2 : 1;
        if (shown.size() != expected || state[u"texts"][caller.number].toInt() != expected)
            return complain(caller.number, QStringLiteral("has %1 texts, not %2").arg(shown.size()).arg(expected));
        if (const QString wrong = differenceOf(**kept, caller.number, shown); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString ShotShop::standing() const
{
    const auto outbox = glanceAtOutbox(m_folder.path());
    QString words = QStringLiteral("%1 callers").arg(m_callers.size());
    if (outbox)
        words += QStringLiteral(", %1 texts open, %2 told to a person").arg(outbox->open).arg(outbox->toAPerson);
    for (const Caller &caller : m_callers)
        words += QStringLiteral("; %1 has %2%3").arg(caller.number.right(4)).arg(texts(caller.number).size()).arg(caller.wrote ? QStringLiteral(", wrote") : QString());
    return words;
}

void ShotShop::end(const QString &verdict)
{
    m_verdict = verdict.isEmpty() ? verdict : QString(verdict % QStringLiteral("\nthe program said:\n") % m_process.words().right(4000));
    m_stage = Stage::Done;
    m_steps.stop();
    if (m_process.isRunning())
        m_process.kill();
}
