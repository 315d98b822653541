// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startwindow.h"

#include "app/window/settingswire.h"
#include "ui/settings/settingspage.h"
#include "ui/welcome/setuppage.h"
#include "ui/welcome/shopcard.h"
#include "ui/welcome/welcomepage.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QStackedWidget>
#include <QUrl>

namespace deskbell::app {
namespace {

using Kind = ui::ShopState::Kind;

ui::ShopState stateOf(const Result<Profile> &profile, const QString &file)
{
    ui::ShopState state;
    state.file = file;
    state.kind = profile ? Kind::Good : profile.error().kind == ErrorKind::Missing ? Kind::Missing : Kind::Faulty;
    if (!profile) {
        state.fault = profile.error().detail;
        return state;
    }
    state.shop = profile->name;
    state.services = static_cast<int>(profile->services.size());
    return state;
}

} // namespace

StartWindow::StartWindow(const About &about, ui::Theme &theme)
    : m_about(about)
    , m_pages(new QStackedWidget)
    , m_welcome(new ui::WelcomePage)
    , m_setup(new ui::SetupPage)
    , m_settings(new SettingsWire(m_setup->settings(), theme, about.folder, SettingsWire::Beside::NothingYet, this))
{
    setWindowTitle(tr("Deskbell"));
    resize(1100, 720);
    m_disk.setMaxThreadCount(1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_setup);
    m_pages->setCurrentWidget(about.nothingYet ? static_cast<QWidget *>(m_welcome) : m_setup);
    setCentralWidget(m_pages);
    m_setup->showTrouble(about.trouble);
    connect(m_welcome, &ui::WelcomePage::demoWanted, this, &StartWindow::demoChosen);
    connect(m_welcome, &ui::WelcomePage::setupWanted, this, [this] {
        m_pages->setCurrentWidget(m_setup);
        m_setup->setFocus();
    });
    connect(m_setup, &ui::SetupPage::backWanted, this, [this] {
        m_pages->setCurrentWidget(m_welcome);
        m_welcome->setFocus();
    });
    connect(m_setup, &ui::SetupPage::startWanted, this, &StartWindow::start);
    connect(m_settings, &SettingsWire::providerChanged, this, &StartWindow::tellMissing);
    wireShop();
    m_pages->currentWidget()->setFocus();
}

StartWindow::~StartWindow()
{
    m_disk.waitForDone();
}

void StartWindow::wireShop()
{
    ui::ShopCard &shop = m_setup->shop();
    connect(&shop, &ui::ShopCard::writeWanted, this, &StartWindow::writeShop);
    connect(&shop, &ui::ShopCard::openWanted, this, &StartWindow::openShop);
    connect(&shop, &ui::ShopCard::checkWanted, this, &StartWindow::readShop);
    readShop();
}

void StartWindow::readShop()
{
    ui::ShopState looking;
    looking.file = m_about.profileFile;
    m_setup->shop().showShop(looking);
    m_disk.start([this, file = m_about.profileFile] {
        QMetaObject::invokeMethod(this, [this, profile = readProfileFile(file)] { onShopRead(profile); }, Qt::QueuedConnection);
    });
}

void StartWindow::onShopRead(const Result<Profile> &profile)
{
    m_shopGood = profile.has_value();
    m_setup->shop().showShop(stateOf(profile, m_about.profileFile));
    tellMissing();
}

void StartWindow::writeShop()
{
    m_disk.start([this, file = m_about.profileFile] {
        QMetaObject::invokeMethod(
            this,
            [this, written = writeFirstProfile(file)] {
                m_setup->shop().showTrouble(written ? QString() : written.error().detail);
                readShop();
            },
            Qt::QueuedConnection);
    });
}

void StartWindow::openShop()
{
    const bool opened = QDesktopServices::openUrl(QUrl::fromLocalFile(m_about.profileFile));
    m_setup->shop().showTrouble(
        opened ? QString() : tr("This desktop knows no program for that file. Open %1 with any text editor.").arg(m_about.profileFile));
}

void StartWindow::tellMissing()
{
    const bool provider = !m_about.wantsProvider || m_settings->hasProvider();
    if (!m_shopGood && !provider)
        m_setup->showMissing(tr("Still missing: a good file of the shop, and a phone provider with its secret."));
    else if (!m_shopGood)
        m_setup->showMissing(tr("Still missing: a good file of the shop."));
    else if (!provider)
        m_setup->showMissing(tr("Still missing: a phone provider with its secret, saved or unlocked."));
    else
        m_setup->showMissing({});
}

void StartWindow::start()
{
    showTrouble({});
    if (!m_about.wantsProvider) {
        Q_EMIT shopReady({});
        return;
    }
    m_settings->readConnections([this](const Result<Connections> &connections) {
        if (connections)
            Q_EMIT shopReady(*connections);
        else
            showTrouble(connections.error().detail);
    });
}

void StartWindow::showTrouble(const QString &sentence)
{
    m_setup->showTrouble(sentence);
}

void StartWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace deskbell::app
