// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace deskbell::ui;

namespace {

/// One of each of Qt's own widgets, as the settings and business pages use them.
class Form : public QWidget
{
public:
    QLineEdit *line = new QLineEdit(QStringLiteral("Brightside Detailing"));
    QComboBox *combo = new QComboBox;
    QSpinBox *spin = new QSpinBox;
    QPushButton *main = new QPushButton(QStringLiteral("Use these now"));
    QPushButton *other = new QPushButton(QStringLiteral("Compare"));
    QScrollBar *bar = new QScrollBar(Qt::Horizontal);
    QCheckBox *check = new QCheckBox(QStringLiteral("AI may quote this price"));
    QTableWidget *table = new QTableWidget(3, 3);

    Form()
    {
        combo->addItems({QStringLiteral("System"), QStringLiteral("Light"), QStringLiteral("Dark")});
        main->setDefault(true);
        main->setAutoDefault(true);
        other->setAutoDefault(false);
        check->setChecked(true);
        bar->setRange(0, 100);
        bar->setPageStep(30);
        auto *layout = new QFormLayout(this);
        layout->addRow(QStringLiteral("Name"), line);
        auto *off = new QLineEdit;
        off->setPlaceholderText(QStringLiteral("Type a number"));
        layout->addRow(QStringLiteral("Number"), off);
        auto *disabled = new QLineEdit(QStringLiteral("cannot be changed here"));
        disabled->setEnabled(false);
        layout->addRow(QStringLiteral("Locked"), disabled);
        layout->addRow(QStringLiteral("Theme"), combo);
        layout->addRow(QStringLiteral("Minutes"), spin);
        layout->addRow({}, check);
        auto *plain = new QCheckBox(QStringLiteral("Names on the board"));
        layout->addRow({}, plain);
        auto *radio = new QRadioButton(QStringLiteral("Enter sends"));
        radio->setChecked(true);
        layout->addRow({}, radio);
        layout->addRow({}, new QRadioButton(QStringLiteral("Shift Enter sends")));
        auto *text = new QPlainTextEdit(QStringLiteral("Sorry we missed your call."));
        text->setFixedHeight(60);
        layout->addRow(QStringLiteral("First text"), text);
        auto *progress = new QProgressBar;
        progress->setValue(40);
        progress->setTextVisible(false);
        layout->addRow(QStringLiteral("Tried"), progress);
        layout->addRow(QStringLiteral("Bar"), bar);
        auto *tabs = new QTabBar;
        tabs->addTab(QStringLiteral("This week"));
        tabs->addTab(QStringLiteral("Missed-call audit"));
        layout->addRow({}, tabs);
        table->setHorizontalHeaderLabels(
            {QStringLiteral("Service"), QStringLiteral("Price"), QStringLiteral("Minutes")});
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column)
                table->setItem(row, column, new QTableWidgetItem(QStringLiteral("cell %1").arg(row * 3 + column)));
        table->verticalHeader()->hide();
        table->setFixedHeight(140);
        table->selectRow(1);
        layout->addRow(table);
        auto *buttons = new QHBoxLayout;
        buttons->addWidget(other);
        buttons->addWidget(main);
        layout->addRow(buttons);
        resize(460, sizeHint().height());
    }
};

} // namespace

class ProxyStyleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init() { m_theme.setLook({.choice = Look::Choice::Light}); }
    void controlsAreThirtySixHighAndGrowWithTheText();
    void focusIsATwoPixelRing();
    void theScrollHandleCoversItsShareOfTheBar();
    void theLineEditKeepsItsTextOffTheBorder();
    void everyThemeShowsAllControls();
    void menusShowTextKeyAndTick();

private:
    Theme m_theme;
};

void ProxyStyleTest::controlsAreThirtySixHighAndGrowWithTheText()
{
    for (int percent : {100, 115, 130}) {
        m_theme.setLook({.choice = Look::Choice::Light, .textPercent = percent});
        Form form;
        for (QWidget *widget : QWidgetList{form.line, form.combo, form.spin, form.main})
            QCOMPARE(widget->sizeHint().height(), px(36));
    }
}

void ProxyStyleTest::focusIsATwoPixelRing()
{
    Form form;
    form.show();
    QApplication::setActiveWindow(&form);
    QVERIFY(QTest::qWaitForWindowActive(&form));
    form.line->setFocus();
    QTRY_VERIFY(form.line->hasFocus());
    const QImage shot = form.line->grab().toImage();
    const int middle = shot.width() / 2;
    QCOMPARE(shot.pixelColor(middle, 0), color(Token::Accent));
    QCOMPARE(shot.pixelColor(middle, 1), color(Token::Accent));
    QCOMPARE(shot.pixelColor(middle, 3), color(Token::Surface));
    form.other->setFocus();
    QTRY_VERIFY(form.other->hasFocus());
    QCOMPARE(form.line->grab().toImage().pixelColor(middle, 0), color(Token::Control));
}

void ProxyStyleTest::theScrollHandleCoversItsShareOfTheBar()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 100);
    bar.setPageStep(100);
    bar.resize(bar.sizeHint().width(), 400);
    QCOMPARE(bar.width(), 12);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.minimum = 0;
    option.maximum = 100;
    option.pageStep = 100;
    option.orientation = Qt::Vertical;
    option.sliderPosition = 100;
    const auto part = [&](QStyle::SubControl control) {
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, control, &bar);
    };
    QCOMPARE(part(QStyle::SC_ScrollBarSlider), QRect(0, 200, 12, 200));
    QVERIFY(part(QStyle::SC_ScrollBarAddLine).isEmpty());
    option.maximum = 1'000'000; // a hundred thousand rows still leave something to grab
    option.sliderPosition = 0;
    QCOMPARE(part(QStyle::SC_ScrollBarSlider).height(), 36);
}

void ProxyStyleTest::theLineEditKeepsItsTextOffTheBorder()
{
    QLineEdit edit;
    edit.resize(200, 36);
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth = 1;
    QVERIFY(edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit).left() >= 8);
}

void ProxyStyleTest::everyThemeShowsAllControls()
{
    for (auto choice : {Look::Choice::Light, Look::Choice::Dark})
        for (bool high : {false, true}) {
            m_theme.setLook({.choice = choice, .highContrast = high});
            Form form;
            form.show();
            const QString name = QStringLiteral("style-%1%2.png")
                                     .arg(choice == Look::Choice::Dark ? QLatin1String("dark") : QLatin1String("light"),
                                          high ? QLatin1String("-high") : QLatin1String());
            QDir().mkpath(QStringLiteral("pictures"));
            const QPixmap shot = form.grab();
            QVERIFY(shot.save(QStringLiteral("pictures/") + name));
            QCOMPARE(shot.toImage().pixelColor(2, 2), color(Token::Surface));
        }
}

void ProxyStyleTest::menusShowTextKeyAndTick()
{
    QMenu menu;
    menu.addAction(qtIcon(Icon::Copy, color(Token::Text2), 18), QStringLiteral("&Copy number"))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_C));
    QAction *ticked = menu.addAction(QStringLiteral("Staff note"));
    ticked->setCheckable(true);
    ticked->setChecked(true);
    menu.addSeparator();
    menu.addAction(QStringLiteral("Block this number"))->setEnabled(false);
    menu.addMenu(QStringLiteral("Send to"))->addAction(QStringLiteral("Sam"));
    menu.setActiveAction(ticked);
    QDir().mkpath(QStringLiteral("pictures"));
    const QImage shot = menu.grab().toImage();
    QVERIFY(shot.save(QStringLiteral("pictures/style-menu.png")));
    const QRect row = menu.actionGeometry(ticked);
    QVERIFY(row.height() >= 34);
    QCOMPARE(shot.pixelColor(row.right() - 8, row.center().y()), color(Token::Select));
}

QTEST_MAIN(ProxyStyleTest)
#include "proxystyletest.moc"
