// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/templatecheck.h"

#include <QTest>

using namespace deskbell::language;
using Kind = TemplateFault::Kind;

namespace {

QStringList faultsOf(const QString &text, TemplateUse use = TemplateUse::FirstText)
{
    static const char *const words[] = {"placeholder", "reserved", "far too long", "too long", "dear", "name", "way out", "person",
        "promotion", "link"};
    QStringList faults;
    for (const TemplateFault &fault : checkTemplate(text, use, QStringLiteral("West End Salon")))
        faults << QString(QString::fromLatin1(words[int(fault.kind)]) % (fault.detail.isEmpty() ? QString() : QString(u' ' % fault.detail)));
    return faults;
}

} // namespace

/// Faults of the shop's own templates.
class TemplateCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodTemplatesHaveNone_data();
    void goodTemplatesHaveNone();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void graveFaultsComeFirst();
};

void TemplateCheckTest::goodTemplatesHaveNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("use");
    const auto row = [](const char *name, const char *text, TemplateUse use) {
        QTest::newRow(name) << QString::fromUtf8(text) << int(use);
    };
    row("first text", "Sorry we missed your call! This is {biz}. How can we help?", TemplateUse::FirstText);
    row("the shop's name written out", "West End Salon here, sorry we missed you.", TemplateUse::FirstText);
    row("closed until", "{biz} is closed till {open}. How can we help?", TemplateUse::FirstText);
    row("way out", "{biz}: last note. Reply any time, or CALL for a person. STOP to opt out.", TemplateUse::FollowUp);
    row("plain marks are put in by themselves", "{biz}: we\u2019re back \u2014 how can we help?", TemplateUse::FirstText);
    row("help", "{biz}: booking assistant. Reply CALL for a person, STOP to opt out. Phone {num}.", TemplateUse::Help);
    row("undo of an opt-out", "{biz}: you're opted out. Reply START to undo.", TemplateUse::OptOutConfirmation);
    row("booked", "{biz}: booked - {svc}, {when}. Reply here if anything changes.", TemplateUse::Booked);
    row("small words are no invitation", "{biz}: at the end of the week we can start. Call to cancel.", TemplateUse::FollowUp);
    row("feel free", "{biz}: feel free to write any time.", TemplateUse::FollowUp);
    row("hand over needs no name", "The team will reply here.", TemplateUse::HandOver);
}

void TemplateCheckTest::goodTemplatesHaveNone()
{
    QFETCH(QString, text);
    QFETCH(int, use);
    QCOMPARE(faultsOf(text, TemplateUse(use)), QStringList());
}

void TemplateCheckTest::faultsAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("use");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &text, const char *fault, TemplateUse use = TemplateUse::FirstText) {
        QTest::newRow(name) << text << int(use) << QString::fromUtf8(fault);
    };
    row("misspelt placeholder", QStringLiteral("{bix} {biz}"), "placeholder {bix}");
    row("a brace left open", QStringLiteral("{biz} {open"), "placeholder {open");
    row("a date in a first text", QStringLiteral("{biz} {when}"), "placeholder {when}");
    row("reply CANCEL", QStringLiteral("{biz}: reply CANCEL to cancel"), "reserved CANCEL", TemplateUse::Booked);
    row("text cancel, small", QStringLiteral("{biz}: text 'cancel' to cancel"), "reserved CANCEL", TemplateUse::Booked);
    row("reply YES", QStringLiteral("{biz}: Reply YES to confirm"), "reserved YES", TemplateUse::Booked);
    row("second of two", QStringLiteral("{biz}: Reply OK or QUIT"), "reserved QUIT");
    row("answer with end", QStringLiteral("{biz}: answer with END"), "reserved END");
    row("START anywhere else", QStringLiteral("{biz}: reply START for times"), "reserved START");
    row("STOP that means something else", QStringLiteral("{biz}: say STOP when you are near."), "reserved STOP");
    row("two texts", QString(QStringLiteral("{biz} ") % QString(160, u'a')), "too long 2");
    row("eleven texts", QString(QStringLiteral("{biz} ") % QString(1600, u'a')), "far too long 11");
    row("a smiley", QStringLiteral("{biz} \U0001F44B"), "dear \U0001F44B");
    row("no name", QStringLiteral("Sorry we missed you."), "name");
    row("help without way out", QStringLiteral("{biz}: call {num}"), "way out", TemplateUse::Help);
    row("help without a person", QStringLiteral("{biz}: STOP to opt out"), "person", TemplateUse::Help);
    row("percent off", QStringLiteral("{biz}: 20% off this week"), "promotion 20% off", TemplateUse::FollowUp);
    row("coupon", QStringLiteral("{biz}: here is a coupon"), "promotion coupon");
    row("free estimate", QStringLiteral("{biz}: get a free estimate"), "promotion free estimate");
    row("link", QStringLiteral("{biz}: see https://example.com"), "link https://");
}

void TemplateCheckTest::faultsAreNamed()
{
    QFETCH(QString, text);
    QFETCH(int, use);
    QFETCH(QString, fault);
    QCOMPARE(faultsOf(text, TemplateUse(use)), QStringList{fault});
}

void TemplateCheckTest::graveFaultsComeFirst()
{
    const auto faults = checkTemplate(QStringLiteral("Reply YES for 20% off \U0001F44B"), TemplateUse::FirstText, QStringLiteral("Shine Bay"));
    QCOMPARE(faults.size(), size_t(4));
    QCOMPARE(faults[0].kind, Kind::ReservedWord);
    QVERIFY(faults[0].isGrave());
    for (size_t i = 1; i < faults.size(); ++i)
        QVERIFY(!faults[i].isGrave());
}

QTEST_GUILESS_MAIN(TemplateCheckTest)
#include "templatechecktest.moc"
