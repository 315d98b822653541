// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startwindow.h"

#include "app/sandbox/companythread.h"
#include "app/settings/settingsfile.h"
#include "core/profile/demoprofile.h"
#include "tests/support/ownsession.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// The window of a first start; a person goes through it with the keyboard. In a session without a key store.

using namespace deskbell;
using namespace deskbell::app;
using namespace deskbell::tests;

class AtTheFirstStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme.applyTo(*qApp);
        QVERIFY(m_company.open());
    }
    void init() { open({}); }
    void cleanup() { m_window.reset(); }
    void keyOneOpensTheDemoShop();
    void startWaitsForShopAndProvider();
    void aProfileWithAFaultSaysWhere();
    void aFileThatIsThereIsNeverOverwritten();
    void aLockedVaultIsUnlockedHere();
    void aShopWithAProviderOnTheCommandLineNeedsNone();

private:
    void open(const QString &trouble, bool wantsProvider = true)
    {
        StartWindow::About about;
        about.folder = m_folder.path();
        about.profileFile = profileFile(about.folder);
        about.trouble = trouble;
        about.nothingYet = trouble.isEmpty();
        about.wantsProvider = wantsProvider;
        m_window = std::make_unique<StartWindow>(about, m_theme);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key, with); }
    [[nodiscard]] ui::Button *button(const QString &label) const
    {
        for (auto *one : m_window->findChildren<ui::Button *>()) {
            if (one->label() == label)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] bool canStart() const { return button(QStringLiteral("Start Deskbell"))->isEnabled(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void type(const QString &name, const QString &text)
    {
        for (auto *edit : m_window->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() != name)
                continue;
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, text);
            return;
        }
        QFAIL(qPrintable(name));
    }
    void write(const QByteArray &bytes)
    {
        QFile file(profileFile(m_folder.path()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    QTemporaryDir m_folder;
    ui::Theme m_theme;
    sandbox::CompanyThread m_company{[] {
        sandbox::Settings settings;
        settings.apiKey = "SK1:s3cret";
        return settings;
    }()};
    std::unique_ptr<StartWindow> m_window;
};

void AtTheFirstStart::keyOneOpensTheDemoShop()
{
    QSignalSpy demo(m_window.get(), &StartWindow::demoChosen);
    key(Qt::Key_1);
    QCOMPARE(demo.size(), 1);
}

void AtTheFirstStart::startWaitsForShopAndProvider()
{
    QSignalSpy ready(m_window.get(), &StartWindow::shopReady);
    key(Qt::Key_2);
    QTRY_VERIFY(says(QStringLiteral("a good file of the shop, and a phone provider")));
    key(Qt::Key_Escape);
    QTRY_VERIFY(button(QStringLiteral("Set up my shop"))->isVisible());
    key(Qt::Key_2);
    QTRY_VERIFY(button(QStringLiteral("Write a file to start from"))->hasFocus());
    key(Qt::Key_Space);
    QTRY_VERIFY(says(QStringLiteral("Still missing: a phone provider")));
    QVERIFY(readProfileFile(profileFile(m_folder.path())));
    type(QStringLiteral("Passphrase"), QStringLiteral("four words"));
    type(QStringLiteral("Once more"), QStringLiteral("four words"));
    key(Qt::Key_Return);
    type(QStringLiteral("Provider's address"), m_company.company()->baseUrl().toString());
    type(QStringLiteral("Account SID"), m_company.company()->accountSid());
    type(QStringLiteral("API key"), QStringLiteral("SK1"));
    type(QStringLiteral("Shop number"), QStringLiteral("+1 512 555 0142"));
    type(QStringLiteral("Secret"), QStringLiteral("s3cret"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(ready.isEmpty()); // not before it is saved
    QTRY_VERIFY(!button(QStringLiteral("Make the vault"))); // it is open, the button is "Unlock" and hidden
    button(QStringLiteral("Save"))->click();
    QTRY_VERIFY(canStart());
    QVERIFY(says(QStringLiteral("Everything is there")));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(ready.size(), 1);
    const auto link = ready.first().first().value<Connections>().link;
    QCOMPARE(link.accountSid, m_company.company()->accountSid());
    QCOMPARE(link.secret, QStringLiteral("s3cret"));
}

void AtTheFirstStart::aProfileWithAFaultSaysWhere()
{
    write("{\"id\": 3}");
    key(Qt::Key_2);
    button(QStringLiteral("Check again"))->click();
    QTRY_VERIFY(says(QStringLiteral("cannot be used")));
    QVERIFY(!canStart());
    write(profile::demoProfileJson());
    button(QStringLiteral("Check again"))->click();
    QTRY_VERIFY(says(QStringLiteral("Brightside Detailing")));
}

void AtTheFirstStart::aFileThatIsThereIsNeverOverwritten()
{
    const QString file = profileFile(m_folder.path());
    QVERIFY(!writeFirstProfile(file));
    QVERIFY(QFile::remove(file));
    QVERIFY(writeFirstProfile(file));
}

void AtTheFirstStart::aLockedVaultIsUnlockedHere()
{
    open(QStringLiteral("The vault is locked"));
    QSignalSpy ready(m_window.get(), &StartWindow::shopReady);
    QVERIFY(says(QStringLiteral("The vault is locked")));
    QTRY_VERIFY(says(QStringLiteral("saved or unlocked")));
    QVERIFY(!canStart());
    QTRY_VERIFY(button(QStringLiteral("Unlock"))->isVisible());
    type(QStringLiteral("Passphrase"), QStringLiteral("four words"));
    key(Qt::Key_Return);
    QTRY_VERIFY(canStart());
    button(QStringLiteral("Start Deskbell"))->click();
    QTRY_COMPARE(ready.size(), 1);
}

void AtTheFirstStart::aShopWithAProviderOnTheCommandLineNeedsNone()
{
    open(QStringLiteral("there was no profile"), false);
    QTRY_VERIFY(canStart());
}

class StartWindowTest : public QObject
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
    StartWindowTest all;
    if (world().isEmpty())
        return QTest::qExec(&all, argc, argv);
    AtTheFirstStart inside;
    return QTest::qExec(&inside, argc, argv);
}

#include "startwindowtest.moc"
