// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/complaint.h"
#include "tests/architecture/rules.h"

#include <QRegularExpression>

namespace deskbell::architecture {

namespace {

struct Ban {
    QRegularExpression words;
    QString reason;
};

Ban ban(const QString &pattern, const QString &reason)
{
    return {QRegularExpression(pattern), reason};
}

/// The engine is asked again after a crash and on a virtual clock, and must say the same: nothing from outside.
const QList<Ban> &inPureRooms()
{
    static const QList<Ban> bans{
        ban(QStringLiteral(R"(\b(QObject|QTimer|QBasicTimer|QElapsedTimer|QThread|QMutex|QProcess|QSettings)\b)"),
            QStringLiteral("pure code holds values only")),
        ban(QStringLiteral(R"(\b(QFile|QSaveFile|QDir|QIODevice|QSql|QNetwork|QTcp|QUdp|QDBus)\w*\b)"),
            QStringLiteral("pure code reaches no disk, network or bus")),
        ban(QStringLiteral(R"(\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\()"),
            QStringLiteral("the engine names a reason, the window words it")),
        ban(QStringLiteral(R"(\bq(C)?(Warning|Debug|Info|Critical|Fatal)\b)"),
            QStringLiteral("pure code does not log; it returns a journal entry")),
        ban(QStringLiteral(R"(\b(currentDateTime|currentDate|currentTime|currentMSecs|currentSecs)\w*)"),
            QStringLiteral("the time comes in as an argument")),
        ban(QStringLiteral(R"(\b(system_clock|steady_clock|high_resolution_clock)\s*::\s*now\b)"),
            QStringLiteral("the time comes in as an argument")),
        ban(QStringLiteral(R"(\b(systemTimeZone\w*|toLocalTime)\b)"),
            QStringLiteral("the shop's zone comes in as an argument, never this computer's")),
        ban(QStringLiteral(R"(\b(QRandomGenerator|random_device|mt19937\w*)\b|\bs?rand\s*\()"),
            QStringLiteral("chance has no place in pure code")),
        ban(QStringLiteral(R"(\b(qEnvironmentVariable\w*|qgetenv|getenv)\b)"),
            QStringLiteral("pure code knows no environment")),
    };
    return bans;
}

const QList<Ban> &inTheProduct()
{
    static const QList<Ban> bans{
        ban(QStringLiteral(R"(\bignoreSslErrors\b)"), QStringLiteral("a broken certificate is never accepted")),
        ban(QStringLiteral(R"(\bsetStyleSheet\b)"), QStringLiteral("looks come from ui/theme, not from style sheets")),
    };
    return bans;
}

const QList<Ban> &everywhere()
{
    static const QList<Ban> bans{
        ban(QStringLiteral(R"(\bfriend\b)"), QStringLiteral("a class that needs a friend has a second job")),
        ban(QStringLiteral(R"(\binstance\s*\(\s*\))"), QStringLiteral("app/ creates and connects; nothing is global")),
    };
    return bans;
}

/// Not in app/bench: it measures what happens while time passes.
const QList<Ban> &outsideTheBench()
{
    static const QList<Ban> bans{
        ban(QStringLiteral(R"(\b(sleep_for|sleep_until|msleep|usleep|qSleep|qWait)\b|\bQThread\s*::\s*sleep\b)"),
            QStringLiteral("wait for a condition, not for time to pass")),
    };
    return bans;
}

bool isPureRoom(const QString &path)
{
    return path.startsWith(QStringLiteral("core/engine/")) || path.startsWith(QStringLiteral("core/domain/"))
        || path.startsWith(QStringLiteral("core/numbering/"))
        || path.startsWith(QStringLiteral("core/language/"));
}

QStringList broken(const QList<Ban> &bans, const QString &path, const QString &code)
{
    QStringList complaints;
    for (const auto &ban : bans) {
        for (auto it = ban.words.globalMatch(code); it.hasNext();) {
            const auto match = it.next();
            complaints << complaint(path, lineAt(code, match.capturedStart()),
                QStringLiteral("\"%1\": %2").arg(match.captured(), ban.reason));
        }
    }
    return complaints;
}

const QString &emptyNames()
{
    static const QString names = QStringLiteral("(Manager|Helper|Helpers|Util|Utils|Controller|Data|Info)");
    return names;
}

QStringList classNameComplaints(const SourceFile &file)
{
    // Declarations of Qt's own classes (class QMimeData;) are not ours to name.
    static const QRegularExpression named(
        QStringLiteral("\\b(class|struct|enum class)\\s+((?!Q[A-Z])\\w*") + emptyNames() + QStringLiteral(")\\b"));
    const QString code = codeOf(file.text);
    QStringList complaints;
    for (auto it = named.globalMatch(code); it.hasNext();) {
        const auto match = it.next();
        complaints << complaint(file.path, lineAt(code, match.capturedStart()),
            QStringLiteral("name %1 by what it does").arg(match.captured(2)));
    }
    return complaints;
}

QString stemOf(const QString &path)
{
    return path.section(u'/', -1).section(u'.', 0, 0);
}

} // namespace

QStringList wordComplaints(const SourceFile &file)
{
    const QString code = codeOf(file.text);
    QStringList complaints = broken(everywhere(), file.path, code);
    if (!file.path.startsWith(QStringLiteral("app/bench/")))
        complaints << broken(outsideTheBench(), file.path, code);
    if (!file.path.startsWith(QStringLiteral("tests/")))
        complaints << broken(inTheProduct(), file.path, code);
    if (isPureRoom(file.path))
        complaints << broken(inPureRooms(), file.path, code);
    return complaints;
}

QStringList nameComplaints(const SourceFile &file)
{
    static const QRegularExpression emptyStem(
        QStringLiteral("^\\w*") + emptyNames() + QStringLiteral("$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression plainStem(QStringLiteral("^[a-z0-9]+$"));
    QStringList complaints;
    const QString stem = stemOf(file.path);
    if (emptyStem.match(stem).hasMatch())
        complaints << complaint(file.path, 1, QStringLiteral("name the file by what it does"));
    if (!plainStem.match(stem).hasMatch())
        complaints << complaint(file.path, 1, QStringLiteral("files are named in lower-case letters, as their class"));
    return complaints << classNameComplaints(file);
}

} // namespace deskbell::architecture
