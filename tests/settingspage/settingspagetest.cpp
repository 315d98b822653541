// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"
#include "ui/settings/checklist.h"
#include "ui/settings/field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segments.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLayout>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell::ui;

namespace {

const QString secret = QStringLiteral("s3cret");

ProviderFields kept()
{
    return {QStringLiteral("https://api.twilio.com"), QStringLiteral("AC0123456789abcdef0123456789abcdef"),
        QStringLiteral("SK0123456789abcdef0123456789abcdef"), QStringLiteral("+15125550142"), false};
}

ProviderState failing()
{
    using State = CheckLine::State;
    return {ProviderState::Kind::Failing, QTime(14, 6),
        {{State::Works, QStringLiteral("Phone provider"), QStringLiteral("api.twilio.com answers."), {}},
            {State::Fails, QStringLiteral("Sign-in"),
                QStringLiteral(
                    "The provider does not accept this account, key and secret. Its words: Authenticate (20003)."),
                QStringLiteral("Copy all three again from the provider's console. A key's secret is shown there only "
                               "once: make a new key if it is lost.")},
            {State::Note, QStringLiteral("Clock"),
                QStringLiteral("This computer's clock is 4 min behind the provider's."),
                QStringLiteral(
                    "Let the computer set its clock by the network: callers are greeted and told times by it.")}}};
}

} // namespace

class SettingsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init();
    void savesWhatWasTyped();
    void theSecretIsNeverShownAgain();
    void testsWithWhatStandsThere();
    void nothingToSaveNothingToTest();
    void faultsStandBelowTheirFieldsAndGoWithTheNextLetter();
    void disconnectsOnlyOnASecondPress();
    void saysHowTheProviderIs_data();
    void saysHowTheProviderIs();
    void showsTheResultsOfATest();
    void aLockedVaultAsksForItsPassphrase();
    void aNewVaultAsksTwice();
    void aKeyStoreAsksForNothing();
    void aChangeOfPlaceIsTold();
    void looksCountAtOnceAndOnlyOnce();
    void namesTheSeat();
    void aDemoHasNothingToConnect();
    void isWorkedByKeysInReadingOrder();
    void everyFieldHasAName();
    void fitsIntoTheSmallestWindow_data();
    void fitsIntoTheSmallestWindow();
    void looksRight_data();
    void looksRight();

private:
    [[nodiscard]] QLineEdit *box(const QString &name) const
    {
        for (auto *edit : m_page->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        qFatal("no such box: %s", qPrintable(name));
    }
    [[nodiscard]] Button *button(const QString &label) const
    {
        for (auto *one : m_page->findChildren<Button *>()) {
            if (one->label() == label)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    void type(const QString &name, const QString &text)
    {
        box(name)->selectAll();
        QTest::keyClick(box(name), Qt::Key_Delete);
        QTest::keyClicks(box(name), text);
    }
    void furnish();
    /// Every field has the room it asks for: boxes inside boxes settle over some turns of the event loop.
    [[nodiscard]] bool isSettled() const
    {
        const auto fields = m_page->findChildren<Field *>();
        return std::all_of(fields.cbegin(), fields.cend(), [](const Field *field) {
            return !field->isVisible()
                || field->height() >= field->layout()->totalMinimumHeightForWidth(field->width());
        });
    }

    Theme m_theme;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    m_theme.setLook({});
    m_page = std::make_unique<SettingsPage>();
    m_page->resize(1286, 704);
    m_page->showProvider(kept(), true);
    m_page->showProviderState({ProviderState::Kind::NotTried, {}, {}});
    m_page->show();
}

void SettingsPageTest::furnish()
{
    m_page->showSeat(QStringLiteral("Desk 2"));
    m_page->showLook(m_theme.look());
    m_page->showFacts({QStringLiteral("0.1.0"), QStringLiteral("~/.local/share/deskbell")});
    m_page->showSecrets({SecretsState::Kind::KeyStore, false, {}, {}});
}

void SettingsPageTest::savesWhatWasTyped()
{
    QSignalSpy saved(m_page.get(), &SettingsPage::saveProvider);
    type(QStringLiteral("Shop number"), QStringLiteral(" +1 512 555 0199 "));
    type(QStringLiteral("Secret"), secret);
    QTest::keyClick(box(QStringLiteral("Secret")), Qt::Key_Return);
    QCOMPARE(saved.count(), 1);
    auto expected = kept();
    expected.number = QStringLiteral("+1 512 555 0199");
    QCOMPARE(saved[0][0].value<ProviderFields>(), expected);
    QCOMPARE(saved[0][1].toString(), secret);
}

void SettingsPageTest::theSecretIsNeverShownAgain()
{
    type(QStringLiteral("Secret"), secret);
    QCOMPARE(box(QStringLiteral("Secret"))->echoMode(), QLineEdit::Password);
    m_page->showProvider(kept(), true); // it has been kept
    QCOMPARE(box(QStringLiteral("Secret"))->text(), QString());
    box(QStringLiteral("Secret"))->undo();
    QCOMPARE(box(QStringLiteral("Secret"))->text(), QString());
    QCOMPARE(box(QStringLiteral("Secret"))->placeholderText(), QStringLiteral("Kept, never shown"));
    QVERIFY(says(QStringLiteral("Type to replace it")));
    type(QStringLiteral("Secret"), secret);
    m_page->showSecretKept(false);
    QCOMPARE(box(QStringLiteral("Secret"))->placeholderText(), QString());
    QCOMPARE(box(QStringLiteral("Secret"))->text(), secret); // what a person types is not swept away
}

void SettingsPageTest::testsWithWhatStandsThere()
{
    QSignalSpy tested(m_page.get(), &SettingsPage::testProvider);
    type(QStringLiteral("Account SID"), QStringLiteral("AC2"));
    button(QStringLiteral("Test now"))->click();
    QCOMPARE(tested.count(), 1);
    QCOMPARE(tested[0][0].value<ProviderFields>().accountSid, QStringLiteral("AC2"));
    QCOMPARE(tested[0][1].toString(), QString()); // the kept one
    m_page->showProviderState({ProviderState::Kind::Trying, {}, {}});
    QVERIFY(!button(QStringLiteral("Test now"))->isEnabled());
    m_page->showProviderState(failing());
    QVERIFY(button(QStringLiteral("Test now"))->isEnabled());
    QCOMPARE(box(QStringLiteral("Account SID"))->text(), QStringLiteral("AC2")); // what is typed stays
}

void SettingsPageTest::nothingToSaveNothingToTest()
{
    QVERIFY(!button(QStringLiteral("Save"))->isEnabled());
    m_page->showProvider({}, false);
    QVERIFY(!button(QStringLiteral("Test now"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Disconnect"))->isVisible());
    type(QStringLiteral("Account SID"), QStringLiteral("AC1"));
    QVERIFY(button(QStringLiteral("Save"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Test now"))->isEnabled()); // no secret
    type(QStringLiteral("Secret"), secret);
    QVERIFY(button(QStringLiteral("Test now"))->isEnabled());
    QSignalSpy saved(m_page.get(), &SettingsPage::saveProvider);
    m_page->showProvider(kept(), true);
    QTest::keyClick(box(QStringLiteral("Shop number")), Qt::Key_Return);
    QCOMPARE(saved.count(), 0); // unchanged
    m_page->findChildren<QCheckBox *>().first()->click();
    QVERIFY(button(QStringLiteral("Save"))->isEnabled());
}

void SettingsPageTest::faultsStandBelowTheirFieldsAndGoWithTheNextLetter()
{
    m_page->activateWindow();
    const QString sentence = QStringLiteral("This is no phone number.");
    m_page->showFaults({{ProviderField::Number, sentence}, {ProviderField::ApiKey, QStringLiteral("Odd letters.")}});
    QVERIFY(says(sentence) && says(QStringLiteral("Odd letters.")));
    QTRY_COMPARE(QApplication::focusWidget(), box(QStringLiteral("Shop number"))); // the first of them
    QCOMPARE(box(QStringLiteral("Shop number"))->accessibleDescription(), sentence);
    QTest::keyClicks(box(QStringLiteral("Shop number")), QStringLiteral("1"));
    QVERIFY(!says(sentence) && says(QStringLiteral("Odd letters.")));
    m_page->showFaults({});
    QVERIFY(!says(QStringLiteral("Odd letters.")));
}

void SettingsPageTest::disconnectsOnlyOnASecondPress()
{
    QSignalSpy gone(m_page.get(), &SettingsPage::disconnectProvider);
    Button *act = button(QStringLiteral("Disconnect"));
    act->click();
    QCOMPARE(gone.count(), 0);
    QVERIFY(act->label().contains(QStringLiteral("Press again")));
    act->click();
    QCOMPARE(gone.count(), 1);
    QCOMPARE(act->label(), QStringLiteral("Disconnect"));
    act->click();
    QTRY_COMPARE_WITH_TIMEOUT(act->label(), QStringLiteral("Disconnect"), 10'000); // nobody pressed again
    QCOMPARE(gone.count(), 1);
}

void SettingsPageTest::saysHowTheProviderIs_data()
{
    QTest::addColumn<ProviderState::Kind>("kind");
    QTest::addColumn<QTime>("at");
    QTest::addColumn<QString>("words");
    using Kind = ProviderState::Kind;
    QTest::newRow("not set up") << Kind::NotSetUp << QTime() << QStringLiteral("Not set up");
    QTest::newRow("not tried") << Kind::NotTried << QTime() << QStringLiteral("Not tested yet");
    QTest::newRow("trying") << Kind::Trying << QTime() << QStringLiteral("Testing");
    QTest::newRow("working") << Kind::Working << QTime(14, 6) << QStringLiteral("Working, checked 14:06");
    QTest::newRow("working, by its traffic") << Kind::Working << QTime() << QStringLiteral("Working");
    QTest::newRow("failing") << Kind::Failing << QTime(9, 0) << QStringLiteral("Not working, checked 09:00");
}

void SettingsPageTest::saysHowTheProviderIs()
{
    QFETCH(ProviderState::Kind, kind);
    QFETCH(QTime, at);
    QFETCH(QString, words);
    m_page->showProviderState({kind, at, {}});
    const auto pills = m_page->findChildren<StatePill *>();
    QVERIFY(std::any_of(pills.cbegin(), pills.cend(),
        [&](const auto *pill) { return pill->isVisible() && pill->accessibleName() == words; }));
}

void SettingsPageTest::showsTheResultsOfATest()
{
    QVERIFY(!m_page->findChild<CheckList *>()->isVisible());
    m_page->showProviderState(failing());
    QVERIFY(says(QStringLiteral("Authenticate (20003)")) && says(QStringLiteral("Copy all three again")));
    m_page->showProviderState({ProviderState::Kind::Trying, {}, {}});
    QVERIFY(!says(QStringLiteral("Authenticate")));
}

void SettingsPageTest::aLockedVaultAsksForItsPassphrase()
{
    QSignalSpy unlocked(m_page.get(), &SettingsPage::unlockVault);
    m_page->showSecrets({SecretsState::Kind::VaultLocked, false, {}, {}});
    QVERIFY(!box(QStringLiteral("Once more"))->isVisible());
    QTest::keyClick(box(QStringLiteral("Passphrase")), Qt::Key_Return);
    QCOMPARE(unlocked.count(), 0);
    QVERIFY(says(QStringLiteral("An empty passphrase locks nothing.")));
    QTest::keyClicks(box(QStringLiteral("Passphrase")), QStringLiteral("four words"));
    button(QStringLiteral("Unlock"))->click();
    QCOMPARE(unlocked.count(), 1);
    QCOMPARE(unlocked[0][0].toString(), QStringLiteral("four words"));
    QCOMPARE(box(QStringLiteral("Passphrase"))->text(), QString());
    m_page->showSecrets({SecretsState::Kind::VaultLocked, true, {}, {}});
    QVERIFY(!button(QStringLiteral("Unlock"))->isEnabled());
    m_page->showSecrets(
        {SecretsState::Kind::VaultLocked, false, {}, QStringLiteral("That is not the vault's passphrase.")});
    QVERIFY(
        says(QStringLiteral("That is not the vault's passphrase.")) && button(QStringLiteral("Unlock"))->isEnabled());
    m_page->showSecrets({SecretsState::Kind::VaultOpen, false, {}, {}});
    QVERIFY(!box(QStringLiteral("Passphrase"))->isVisible());
}

void SettingsPageTest::aNewVaultAsksTwice()
{
    QSignalSpy made(m_page.get(), &SettingsPage::makeVault);
    m_page->showSecrets({SecretsState::Kind::NoVaultYet, false, {}, {}});
    QTest::keyClicks(box(QStringLiteral("Passphrase")), QStringLiteral("four words"));
    QTest::keyClicks(box(QStringLiteral("Once more")), QStringLiteral("fuor words"));
    button(QStringLiteral("Make the vault"))->click();
    QCOMPARE(made.count(), 0);
    QVERIFY(says(QStringLiteral("The two are not the same.")));
    type(QStringLiteral("Once more"), QStringLiteral("four words"));
    QTest::keyClick(box(QStringLiteral("Once more")), Qt::Key_Return);
    QCOMPARE(made.count(), 1);
    QCOMPARE(made[0][0].toString(), QStringLiteral("four words"));
    QVERIFY(box(QStringLiteral("Passphrase"))->text().isEmpty() && box(QStringLiteral("Once more"))->text().isEmpty());
}

void SettingsPageTest::aKeyStoreAsksForNothing()
{
    m_page->showSecrets({SecretsState::Kind::KeyStore, false, {}, {}});
    QVERIFY(says(QStringLiteral("the desktop's key store")));
    QVERIFY(!box(QStringLiteral("Passphrase"))->isVisible() && !button(QStringLiteral("Unlock"))->isVisible());
}

void SettingsPageTest::aChangeOfPlaceIsTold()
{
    const QString news = QStringLiteral(
        "The secrets were kept in the desktop's key store, but now a vault that a passphrase locks is in use.");
    m_page->showSecrets({SecretsState::Kind::VaultLocked, false, news, {}});
    QVERIFY(says(news));
    m_page->showTrouble({QStringLiteral("display.theme: must be one of dark, light, system")});
    QVERIFY(says(QStringLiteral("display.theme")));
    m_page->showTrouble({});
    QVERIFY(!says(QStringLiteral("display.theme")));
}

void SettingsPageTest::looksCountAtOnceAndOnlyOnce()
{
    QSignalSpy chosen(m_page.get(), &SettingsPage::lookChosen);
    Look look{Look::Choice::Dark, false, 115, true};
    m_page->showLook(look);
    QCOMPARE(chosen.count(), 0); // being told is not choosing
    const auto segments = m_page->findChildren<Segments *>();
    segments[0]->findChildren<QRadioButton *>()[1]->click();
    look.choice = Look::Choice::Light;
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<Look>(), look);
    segments[1]->findChildren<QRadioButton *>()[2]->click();
    look.textPercent = 130;
    QCOMPARE(chosen.last()[0].value<Look>(), look);
    segments[1]->findChildren<QRadioButton *>()[2]->click();
    QCOMPARE(chosen.count(), 2);
    m_page->findChildren<QCheckBox *>()[1]->click();
    look.highContrast = true;
    QCOMPARE(chosen.last()[0].value<Look>(), look);
}

void SettingsPageTest::namesTheSeat()
{
    QSignalSpy named(m_page.get(), &SettingsPage::seatNamed);
    m_page->showSeat(QStringLiteral("Desk 1"));
    QVERIFY(!button(QStringLiteral("Save name"))->isEnabled());
    type(QStringLiteral("Name"), QString());
    QTest::keyClick(box(QStringLiteral("Name")), Qt::Key_Return);
    QCOMPARE(named.count(), 0);
    QVERIFY(says(QStringLiteral("A seat needs a name")));
    type(QStringLiteral("Name"), QStringLiteral("Desk 2"));
    QTest::keyClick(box(QStringLiteral("Name")), Qt::Key_Return);
    QCOMPARE(named.count(), 1);
    QCOMPARE(named[0][0].toString(), QStringLiteral("Desk 2"));
    QVERIFY(!button(QStringLiteral("Save name"))->isEnabled());
}

void SettingsPageTest::aDemoHasNothingToConnect()
{
    m_page->setDemo();
    QVERIFY(!box(QStringLiteral("Account SID"))->isVisible() && !says(QStringLiteral("Secrets")));
    QVERIFY(box(QStringLiteral("Name"))->isVisible());
}

void SettingsPageTest::isWorkedByKeysInReadingOrder()
{
    furnish();
    m_page->activateWindow();
    type(QStringLiteral("Shop number"), QStringLiteral("+15125550199")); // so that Save can be reached
    box(QStringLiteral("Provider's address"))->setFocus();
    QTRY_VERIFY(box(QStringLiteral("Provider's address"))->hasFocus());
    QStringList visited;
    QPoint last(-1, -1);
    for (int step = 0; step < 18; ++step) {
        const QWidget *focus = QApplication::focusWidget();
        visited << focus->accessibleName();
        const QPoint place = focus->mapTo(m_page->widget(), QPoint());
        QVERIFY2(place.y() >= last.y() || step == 0, qPrintable(visited.join(QStringLiteral(" > "))));
        last = place;
        const QRect seen(focus->mapTo(m_page->viewport(), QPoint()), focus->size());
        QVERIFY2(m_page->viewport()->rect().intersects(seen), qPrintable(visited.last())); // scrolled to
        if (focus->accessibleName() == u"Copy folder")
            break;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(visited.first(6),
        (QStringList{QStringLiteral("Provider's address"), QStringLiteral("Shop number"), QStringLiteral("Account SID"),
            QStringLiteral("API key"), QStringLiteral("Secret"), m_page->findChildren<QCheckBox *>().first()->text()}));
    QCOMPARE(visited.last(), QStringLiteral("Copy folder"));
}

void SettingsPageTest::everyFieldHasAName()
{
    for (const auto *edit : m_page->findChildren<QLineEdit *>())
        QVERIFY(!edit->accessibleName().isEmpty());
    for (const auto *one : m_page->findChildren<Button *>())
        QVERIFY(!one->accessibleName().isEmpty());
}

void SettingsPageTest::fitsIntoTheSmallestWindow_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("width");
    for (int percent : {100, 115, 130}) {
        QTest::addRow("%d beside the rail of the smallest window", percent) << percent << 960;
        QTest::addRow("%d beside the demo phone", percent) << percent << 600;
    }
}

void SettingsPageTest::fitsIntoTheSmallestWindow()
{
    QFETCH(int, percent);
    QFETCH(int, width);
    m_theme.setLook({Look::Choice::Light, false, percent, true});
    furnish();
    m_page->showProviderState(failing());
    m_page->showSecrets({SecretsState::Kind::NoVaultYet, false, {}, {}});
    m_page->resize(width, 576);
    QTRY_VERIFY(isSettled());
    QVERIFY2(m_page->widget()->width() <= m_page->viewport()->width(),
        qPrintable(QStringLiteral("%1 > %2")
                       .arg(m_page->widget()->minimumSizeHint().width())
                       .arg(m_page->viewport()->width())));
    for (const auto *edit : m_page->findChildren<QLineEdit *>())
        QVERIFY2(!edit->isVisible() || edit->height() == m_theme.px(36), qPrintable(edit->accessibleName()));
    for (const auto *label : m_page->findChildren<Label *>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    for (const auto *part : m_page->widget()->findChildren<QWidget *>()) {
        if (!part->isVisible())
            continue;
        const QRect place(part->mapTo(m_page->widget(), QPoint()), part->size());
        QVERIFY2(place.left() >= 0 && place.right() < m_page->widget()->width(), qPrintable(part->accessibleName()));
    }
}

void SettingsPageTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::addColumn<int>("scene");
    for (int scene : {0, 1, 2}) {
        QTest::addRow("light %d", scene) << Look{Look::Choice::Light, false, 100, true} << scene;
        QTest::addRow("dark %d", scene) << Look{Look::Choice::Dark, false, 100, true} << scene;
    }
    QTest::newRow("large") << Look{Look::Choice::Light, false, 130, true} << 1;
    QTest::newRow("contrast") << Look{Look::Choice::Light, true, 100, true} << 1;
}

void SettingsPageTest::looksRight()
{
    QFETCH(Look, look);
    QFETCH(int, scene);
    m_theme.setLook(look);
    furnish();
    if (scene == 0) {
        m_page->showProviderState({ProviderState::Kind::Working, QTime(14, 6), {}});
    } else if (scene == 1) {
        m_page->showProviderState(failing());
        m_page->showFaults({{ProviderField::Number,
            QStringLiteral("This is no phone number. Write it with its country, like +1 512 555 0142.")}});
    } else {
        m_page->showProvider({QStringLiteral("https://api.twilio.com"), {}, {}, {}, false}, false);
        m_page->showProviderState({});
        m_page->showSecrets({SecretsState::Kind::NoVaultYet, false, {}, {}});
    }
    QCoreApplication::processEvents(); // the palette comes by an event
    QTRY_VERIFY(isSettled());
    const QImage picture = m_page->grab().toImage();
    QVERIFY(picture.width() == 1286);
    QCOMPARE(picture.pixelColor(2, 300), m_theme.tokens()[Token::Canvas]);
    // DESKBELL_SHOTS=folder keeps the pictures for a look.
    if (const QString folder = qEnvironmentVariable("DESKBELL_SHOTS"); !folder.isEmpty()) {
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        QVERIFY(picture.save(QDir(folder).filePath(QStringLiteral("settings-%1.png").arg(name))));
        m_page->verticalScrollBar()->setValue(m_page->verticalScrollBar()->maximum());
        QVERIFY(m_page->grab().save(QDir(folder).filePath(QStringLiteral("settings-%1-end.png").arg(name))));
    }
}

QTEST_MAIN(SettingsPageTest)
#include "settingspagetest.moc"
