// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret.h"

#include <QDebug>
#include <QTest>
#include <concepts>
#include <ostream>

using namespace deskbell;

namespace {

template<class T, class Out>
concept Prints = requires(Out &out, const T &value)
{
    out << value;
};

// What must not compile.
static_assert(!std::convertible_to<Secret, QString> && !std::convertible_to<Secret, QByteArray>);
static_assert(!std::constructible_from<QString, Secret> && !std::constructible_from<QByteArray, Secret>);
static_assert(!std::convertible_to<QByteArray, Secret> && !std::convertible_to<const char *, Secret>);
static_assert(!Prints<Secret, QDebug> && !Prints<Secret, std::ostream>);
static_assert(Prints<QString, QDebug>); // the question itself works

} // namespace

class SecretTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatItWasGiven();
    void wipesWhatWasTyped();
    void copiesStandAlone();
    void comparesByContent();
};

void SecretTest::givesBackWhatItWasGiven()
{
    QCOMPARE(Secret(QByteArrayView("a\0b", 3)).reveal(), QByteArrayView("a\0b", 3));
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArrayView()).reveal().isEmpty());
}

void SecretTest::wipesWhatWasTyped()
{
    QByteArray read(64, 'k'); // in memory that stays ours, so it may be looked at afterwards
    QByteArray view = QByteArray::fromRawData(read.data(), read.size());
    const Secret kept = Secret::taken(view);
    QCOMPARE(kept.reveal(), QByteArrayView(QByteArray(64, 'k')));
    QVERIFY(view.isEmpty());
    QString typed = QStringLiteral("pässwörd");
    QCOMPARE(Secret::taken(typed).reveal(), QByteArrayView("pässwörd"));
    QVERIFY(typed.isEmpty());
}

void SecretTest::copiesStandAlone()
{
    Secret first{QByteArrayView("one")};
    const Secret copy = first;
    QVERIFY(copy.reveal().data() != first.reveal().data());
    first = Secret(QByteArrayView("two"));
    QCOMPARE(copy.reveal(), QByteArrayView("one"));
    const Secret moved = std::move(first);
    QCOMPARE(moved.reveal(), QByteArrayView("two"));
}

void SecretTest::comparesByContent()
{
    QVERIFY(Secret(QByteArrayView("x")).equals(Secret(QByteArrayView("x"))));
    QVERIFY(!Secret(QByteArrayView("x")).equals(Secret(QByteArrayView("y"))));
    QVERIFY(!Secret(QByteArrayView("x")).equals(Secret(QByteArrayView("xx"))));
    QVERIFY(Secret().equals(Secret()));
}

QTEST_GUILESS_MAIN(SecretTest)
#include "secrettest.moc"
