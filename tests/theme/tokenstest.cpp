// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QTest>

using namespace deskbell::ui;

Q_DECLARE_METATYPE(deskbell::ui::Token)

class TokensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPairReadsAsWellAsTheTableSays_data();
    void everyPairReadsAsWellAsTheTableSays();
    void aNumberReadsOnEveryHeatCell();
    void highContrastMakesLinesAsStrongAsText();
    void ratioOfBlackOnWhiteIsTwentyOne();
    void thePaletteCarriesTheTable();
};

// Ratios as the design table gives them, light and dark; a figure may be off by its rounding, no more.
void TokensTest::everyPairReadsAsWellAsTheTableSays_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("fill");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const auto row = [](const char *name, Token ink, Token fill, double light, double dark) {
        QTest::newRow(name) << ink << fill << light << dark;
    };
    row("text on canvas", Token::Text, Token::Canvas, 15.8, 16.0);
    row("text on surface", Token::Text, Token::Surface, 17.4, 14.5);
    row("text on sunken", Token::Text, Token::Sunken, 15.0, 12.5);
    row("text on hover", Token::Text, Token::Hover, 15.7, 13.0);
    row("text on select", Token::Text, Token::Select, 14.7, 10.9);
    row("text2 on surface", Token::Text2, Token::Surface, 8.1, 8.7);
    row("text2 on select", Token::Text2, Token::Select, 6.8, 6.6);
    row("text3 on surface", Token::Text3, Token::Surface, 5.6, 6.4);
    row("text3 on select", Token::Text3, Token::Select, 4.7, 4.8);
    row("control on surface", Token::Control, Token::Surface, 3.6, 3.8);
    row("control on canvas", Token::Control, Token::Canvas, 3.3, 4.2);
    row("rail text", Token::RailText, Token::RailBg, 10.5, 9.2);
    row("white on rail selection", Token::OnFill, Token::RailSel, 10.9, 13.0);
    row("accent on surface", Token::Accent, Token::Surface, 7.1, 7.9);
    row("white on accent", Token::OnFill, Token::AccentFill, 6.6, 5.2);
    row("accent on soft", Token::Accent, Token::AccentSoft, 6.1, 6.7);
    row("ai on surface", Token::Ai, Token::Surface, 7.5, 8.1);
    row("ai on soft", Token::Ai, Token::AiSoft, 6.5, 7.2);
    row("urgent on surface", Token::Urgent, Token::Surface, 6.5, 8.2);
    row("urgent on soft", Token::Urgent, Token::UrgentSoft, 5.6, 7.1);
    row("white on urgent", Token::OnFill, Token::UrgentFill, 6.2, 5.6);
    row("white on strip", Token::OnFill, Token::Strip, 7.0, 6.5);
    row("warn on surface", Token::Warn, Token::Surface, 7.3, 9.7);
    row("warn on soft", Token::Warn, Token::WarnSoft, 6.5, 7.8);
    row("ink on warn", Token::OnWarn, Token::WarnFill, 8.9, 7.7);
    row("ok on surface", Token::Ok, Token::Surface, 6.6, 9.0);
    row("ok on soft", Token::Ok, Token::OkSoft, 5.7, 7.5);
    row("white on ok", Token::OnFill, Token::OkFill, 5.1, 5.0);
    row("call on surface", Token::Call, Token::Surface, 7.2, 9.3);
    row("call on soft", Token::Call, Token::CallSoft, 6.2, 7.6);
    row("ink on call", Token::OnCall, Token::CallFill, 7.8, 6.7);
}

void TokensTest::everyPairReadsAsWellAsTheTableSays()
{
    QFETCH(Token, ink);
    QFETCH(Token, fill);
    QFETCH(double, light);
    QFETCH(double, dark);
    const Tokens day = tokensFor(Scheme::Light);
    const Tokens night = tokensFor(Scheme::Dark);
    const double byDay = contrastRatio(day[ink], day[fill]);
    const double byNight = contrastRatio(night[ink], night[fill]);
    const auto shown = [](double got, double wanted) { return QString::asprintf("%.2f, table %.1f", got, wanted); };
    QVERIFY2(qAbs(byDay - light) <= 0.0501, qPrintable(shown(byDay, light)));
    QVERIFY2(qAbs(byNight - dark) <= 0.0501, qPrintable(shown(byNight, dark)));
}

void TokensTest::aNumberReadsOnEveryHeatCell()
{
    for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Tokens tokens = tokensFor(scheme);
        for (int i = 0; i <= 100; ++i) {
            const QColor cell = mixed(tokens[Token::Heat0], tokens[Token::Heat1], i / 100.0);
            const double ratio = contrastRatio(inkOn(cell), cell);
            QVERIFY2(ratio >= 4.5, qPrintable(QString::asprintf("share %d: %.2f", i, ratio)));
        }
    }
}

void TokensTest::highContrastMakesLinesAsStrongAsText()
{
    for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Tokens tokens = tokensFor(scheme, Contrast::High);
        for (Token line : {Token::Line, Token::Edge, Token::Control})
            QCOMPARE(tokens[line], tokens[Token::Text2]);
        for (Token soft : {Token::AccentSoft, Token::AiSoft, Token::UrgentSoft, Token::WarnSoft, Token::OkSoft})
            QCOMPARE(tokens[soft], tokens[Token::Surface]);
    }
}

void TokensTest::ratioOfBlackOnWhiteIsTwentyOne()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
}

void TokensTest::thePaletteCarriesTheTable()
{
    const Tokens tokens = tokensFor(Scheme::Dark);
    const QPalette palette = paletteOf(tokens);
    QCOMPARE(palette.color(QPalette::Active, QPalette::Window), tokens[Token::Surface]);
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Text), tokens[Token::Text]);
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), tokens[Token::Text3]);
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tokenstest.moc"
