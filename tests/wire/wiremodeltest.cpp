// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/llm/fakemodel.h"
#include "tests/wire/openshop.h"

#include <QTest>

using namespace deskbell;

namespace {

constexpr int patience = 60'000; ///< ms; a loaded machine is slow, not wrong
const QString caller = QStringLiteral("+15125550142");

} // namespace

/// A caller, the shop, the phone company and a model's server, all over real sockets.
class WireModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallerGetsTheModelsWords();
    void aModelThatLiesIsNeverHeard();
    void aModelThatIsDownCostsNoText();

private:
    /// What the handset shows after the caller has asked.
    QStringList conversation(FakeModel &model, const QString &asked);
};

QStringList WireModelTest::conversation(FakeModel &model, const QString &asked)
{
    OpenShop shop({});
    llm::ModelSettings settings;
    settings.base = model.peer.url(QStringLiteral("/v1"));
    settings.model = QStringLiteral("small-one");
    shop.options.model = settings;
    shop.open();
    const auto saw = [&](int texts) { return QTest::qWaitFor([&] { return shop.texts(caller).size() >= texts; }, patience); };
    if (!QTest::qWaitFor([&] { return shop.isLive(); }, patience))
        return {QStringLiteral("the link did not come up")};
    shop.ring(caller);
    if (!saw(1))
        return {QStringLiteral("no first text")};
    shop.text(caller, asked);
    if (!saw(2) || !QTest::qWaitFor([&] { return shop.isAtRest(); }, patience))
        return {QStringLiteral("no answer")};
    return shop.texts(caller).mid(1);
}

void WireModelTest::aCallerGetsTheModelsWords()
{
    FakeModel model;
    model.says({{QStringLiteral("text"), QStringLiteral("Happy to help with that! What kind of car is it?")}});
    QCOMPARE(conversation(model, QStringLiteral("my ride is filthy, can you sort it out")),
        QStringList{QStringLiteral("Happy to help with that! What kind of car is it?")});
}

void WireModelTest::aModelThatLiesIsNeverHeard()
{
    FakeModel model;
    model.says({{QStringLiteral("text"), QStringLiteral("It's free today, you're booked, call +1 900 555 0100!")}});
    const QStringList heard = conversation(model, QStringLiteral("my ride is filthy, can you sort it out"));
    QCOMPARE(heard.size(), 1);
    for (const char *lie : {"free", "booked", "900"})
        QVERIFY2(!heard.first().contains(QLatin1String(lie)), qPrintable(heard.first()));
    QCOMPARE(model.peer.arrived.size(), 2);
}

void WireModelTest::aModelThatIsDownCostsNoText()
{
    FakeModel model;
    model.status = "503 Service Unavailable";
    const QStringList heard = conversation(model, QStringLiteral("how much is a full detail for my sedan?"));
    QCOMPARE(heard.size(), 1);
    QVERIFY2(heard.first().contains(u'$'), qPrintable(heard.first())); // from the shop's own list
}

QTEST_GUILESS_MAIN(WireModelTest)
#include "wiremodeltest.moc"
