// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settingswire.h"
#include "app/demo/demoshop.h"
#include "app/house/corethread.h"
#include "app/settings/settingsfile.h"
#include "tests/support/ownsession.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segments.h"

#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

// The real window over a real core; a person sets up a provider by the keyboard. In a session without a key store.

using namespace deskbell;
using namespace deskbell::app;
using namespace deskbell::tests;

class InWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void aPersonSetsUpAProvider();
    void displayAndSeatCountAtOnceAndStay();
    void theNextWindowLooksAsThisOneDid();

private:
    [[nodiscard]] ui::SettingsPage &page() { return *m_window->findChild<ui::SettingsPage *>(); }
    [[nodiscard]] QLineEdit *box(const QString &name)
    {
        for (auto *edit : page().findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text)
    {
        box(name)->selectAll();
        QTest::keyClicks(box(name), text);
    }
    void press(const QString &label)
    {
        for (auto *one : page().findChildren<ui::Button *>()) {
            if (one->label() == label)
                return one->click();
        }
        QFAIL(qPrintable(label));
    }
    [[nodiscard]] bool says(const QString &words)
    {
        const auto pills = page().findChildren<ui::StatePill *>();
        return std::any_of(
            pills.cbegin(), pills.cend(), [&](const auto *pill) { return pill->accessibleName().startsWith(words); });
    }
    [[nodiscard]] Settings onDisk() const { return SettingsFile(m_folder.path()).look().settings; }

    QTemporaryDir m_folder;
    ui::Theme m_theme;
    DemoShop m_shop;
    CoreThread m_core;
    runtime::Desk *m_desk = nullptr;
    sandbox::CompanyThread m_company{[] {
        sandbox::Settings settings;
        settings.apiKey = "SK1:s3cret";
        return settings;
    }()};
    std::unique_ptr<ui::MainWindow> m_window;
};

void InWindow::initTestCase()
{
    m_theme.applyTo(*qApp);
    QVERIFY(m_company.open() && m_shop.open());
    auto desk = m_core.start(m_shop.houseOptions({}));
    QVERIFY(desk);
    m_desk = *desk;
}

void InWindow::init()
{
    ui::ShellOptions options;
    options.now = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; };
    options.tray = false;
    m_window = std::make_unique<ui::MainWindow>(*m_desk, options);
    addSettings(*m_window, *m_desk, m_theme, m_folder.path(), false);
    m_window->show();
    m_window->go(ui::ShellWindow::Screen::Settings);
}

void InWindow::aPersonSetsUpAProvider()
{
    QTRY_VERIFY(says(QStringLiteral("No vault yet")));
    QVERIFY(says(QStringLiteral("Not set up")));
    type(QStringLiteral("Passphrase"), QStringLiteral("four words"));
    type(QStringLiteral("Once more"), QStringLiteral("four words"));
    press(QStringLiteral("Make the vault"));
    // Typing goes on while the vault is made: nothing of it may be swept away.
    type(QStringLiteral("Provider's address"), m_company.company()->baseUrl().toString());
    type(QStringLiteral("Account SID"), m_company.company()->accountSid());
    type(QStringLiteral("API key"), QStringLiteral("SK1"));
    type(QStringLiteral("Secret"), QStringLiteral("s3cret"));
    type(QStringLiteral("Shop number"), QStringLiteral("nobody"));
    QTRY_VERIFY(says(QStringLiteral("Open")) && !says(QStringLiteral("Opening")));
    press(QStringLiteral("Save"));
    QTRY_VERIFY(
        box(QStringLiteral("Shop number"))->accessibleDescription().contains(QStringLiteral("no phone number")));
    QVERIFY(!onDisk().hasProvider());
    type(QStringLiteral("Shop number"), QStringLiteral("+1 512 555 0142"));
    press(QStringLiteral("Test now"));
    QTRY_VERIFY(says(QStringLiteral("Working, checked")));
    press(QStringLiteral("Save"));
    QTRY_COMPARE(onDisk().number.e164, QStringLiteral("+15125550142"));
    QTRY_COMPARE(box(QStringLiteral("Secret"))->placeholderText(), QStringLiteral("Kept, never shown"));
    QCOMPARE(box(QStringLiteral("Secret"))->text(), QString());
    QTRY_VERIFY(says(QStringLiteral("Working, checked"))); // tried again with what is kept
}

void InWindow::displayAndSeatCountAtOnceAndStay()
{
    QTRY_VERIFY(says(QStringLiteral("Locked"))); // read to the end
    const auto segments = page().findChildren<ui::Segments *>();
    segments[0]->findChildren<QRadioButton *>()[2]->click();
    QCOMPARE(m_theme.scheme(), ui::Scheme::Dark);
    segments[1]->findChildren<QRadioButton *>()[1]->click();
    QCOMPARE(m_theme.px(100), 115);
    type(QStringLiteral("Name"), QStringLiteral("Desk 7"));
    QTest::keyClick(box(QStringLiteral("Name")), Qt::Key_Return);
    QCOMPARE(m_window->seat(), QStringLiteral("Desk 7"));
    QTRY_COMPARE(onDisk().seat, QStringLiteral("Desk 7"));
    QCOMPARE(onDisk().theme, Settings::Theme::Dark);
    QVERIFY(onDisk().hasProvider()); // the rest is still there
}

void InWindow::theNextWindowLooksAsThisOneDid()
{
    m_theme.setLook({});
    QTRY_COMPARE(m_theme.scheme(), ui::Scheme::Dark);
    QCOMPARE(m_window->seat(), QStringLiteral("Desk 7"));
    QCOMPARE(box(QStringLiteral("Name"))->text(), QStringLiteral("Desk 7"));
    QTRY_VERIFY(says(QStringLiteral("Locked")));
    type(QStringLiteral("Passphrase"), QStringLiteral("three words"));
    press(QStringLiteral("Unlock"));
    QTRY_VERIFY(box(QStringLiteral("Passphrase"))
                    ->accessibleDescription()
                    .contains(QStringLiteral("not the vault's passphrase")));
    type(QStringLiteral("Passphrase"), QStringLiteral("four words"));
    press(QStringLiteral("Unlock"));
    QTRY_VERIFY(says(QStringLiteral("Open")) && !says(QStringLiteral("Opening")));
    QTRY_COMPARE(box(QStringLiteral("Secret"))->placeholderText(), QStringLiteral("Kept, never shown"));
}

/// Starts the other.
class SettingsWireTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inASessionOfItsOwn()
    {
        const QString wrong = runInWorld(QStringLiteral("nobus"));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    SettingsWireTest all;
    if (world().isEmpty())
        return QTest::qExec(&all, argc, argv);
    InWindow inside;
    return QTest::qExec(&inside, argc, argv);
}
#include "settingswiretest.moc"
