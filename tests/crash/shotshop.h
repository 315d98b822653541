// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/phonecompany.h"
#include "tests/crash/deskbellprocess.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimer>

/// What a shop goes through before it is shot, and where.
struct ShotPlan {
    QString at; ///< "sending.after_commit:2": the crash point and the passing
    QList<QJsonObject> faults = {}; ///< of the phone company, to lead through that point
    int callers = 4; ///< ring at once, each writes once after the first text
    bool callersWrite = true;
    bool push = true;
};

/// One shop in a process of its own with a phone company of its own: callers ring and write until the process has died
/// at the crash point; it is started again, the phone goes on ringing, and once every text has found its end the shop
/// is closed and its books are compared with the company's. Runs by itself beside others; nothing in it waits blindly.
class ShotShop : public QObject
{
    Q_OBJECT
public:
    explicit ShotShop(ShotPlan plan);

    void start();
    [[nodiscard]] bool isDone() const { return m_stage == Stage::Done; }
    /// Empty when all was well.
    [[nodiscard]] QString verdict() const { return m_verdict; }
    [[nodiscard]] const ShotPlan &plan() const { return m_plan; }

private:
    enum class Stage { Opening, Shooting, Mending, Closing, Done };
    struct Caller {
        QString number;
        bool wrote = false;
    };

    [[nodiscard]] bool isUp() const;
    void step();
    void open();
    void shoot();
    void mend();
    void close();
    void end(const QString &verdict);
    void ringNext();
    void letThemWrite();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] bool isHanging() const;
    [[nodiscard]] QStringList texts(const QString &number) const;
    [[nodiscard]] QString difference() const;
    [[nodiscard]] QString standing() const;

    ShotPlan m_plan;
    QTemporaryDir m_folder;
    std::unique_ptr<deskbell::sandbox::PhoneCompany> m_company;
    DeskbellProcess m_process;
    std::vector<Caller> m_callers;
    int m_listsBefore = 0; ///< served to the lives before
    Stage m_stage = Stage::Opening;
    QString m_verdict;
    QTimer m_steps;
    QElapsedTimer m_inStage;
    QElapsedTimer m_sinceRing;
};
