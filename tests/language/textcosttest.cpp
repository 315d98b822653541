// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/textcost.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <random>

using namespace deskbell::language;

namespace {

// A second count, written from the standard alone: fills parts by simulation over code points.
const char32_t gsmTable[] = U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                            U"abcdefghijklmnopqrstuvwxyzäöñüà";
const char32_t gsmExtension[] = U"\f^{}\\[~]|€";

struct Reference {
    int units = 0;
    int parts = 0;
    bool plain = true;
};

bool isIn(const char32_t *table, uint letter)
{
    for (; *table; ++table) {
        if (*table == letter)
            return true;
    }
    return false;
}

Reference counted(const QString &text)
{
    Reference made;
    std::vector<int> sizes;
    const auto letters = text.toUcs4();
    for (const uint letter : letters)
        made.plain = made.plain && (isIn(gsmTable, letter) || isIn(gsmExtension, letter));
    for (const uint letter : letters)
        sizes.push_back(made.plain ? (isIn(gsmExtension, letter) ? 2 : 1) : (letter > 0xffff ? 2 : 1));
    for (const int size : sizes)
        made.units += size;
    if (made.units <= (made.plain ? 160 : 70)) {
        made.parts = text.isEmpty() ? 0 : 1;
        return made;
    }
    int left = 0;
    for (const int size : sizes) {
        if (left < size) {
            ++made.parts;
            left = made.plain ? 153 : 67;
        }
        left -= size;
    }
    return made;
}

QString anyText(std::mt19937 &chance)
{
    static const QString plain = QStringLiteral("abc XYZ 0123 .,!?'@£éñü\n");
    static const QString doubled = QStringLiteral("€[]{}~^|\\\f");
    static const QStringList dear{QStringLiteral("’"), QStringLiteral("“"), QStringLiteral("—"), QStringLiteral("…"), QStringLiteral("ê"),
        QStringLiteral("ç"), QStringLiteral("👍"), QStringLiteral("\u00a0"), QStringLiteral("\u200b"), QStringLiteral("`"), QStringLiteral("日")};
    const auto pick = [&](qsizetype to) { return std::uniform_int_distribution<qsizetype>(0, to - 1)(chance); };
    const qsizetype mix = pick(4); // most texts are plain: one dear letter makes all of it dear
    const qsizetype length = pick(2) == 0 ? pick(20) : 60 + pick(420);
    QString text;
    while (text.size() < length) {
        const qsizetype what = pick(40);
        if (what == 0 && mix == 3)
            text += dear[pick(dear.size())];
        else if (what < 4 && mix > 0)
            text += doubled[pick(doubled.size())];
        else
            text += plain[pick(plain.size())];
    }
    return text;
}

} // namespace

/// What a text costs, and what makes it dear.
class TextCostTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsParts_data();
    void countsParts();
    void countsTheVectorsOfTheFacts();
    void agreesWithASecondCount();
    void namesTheDearLettersAndTheirCure_data();
    void namesTheDearLettersAndTheirCure();
    void curesTheReplacementsOfTheFacts();
    void plainMarksKeepAccentsAndLetters();
    void curesAreDoneAfterOnce();
};

void TextCostTest::countsParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextCost>("cost");
    const auto row = [](const char *name, const QString &text, TextCost cost) { QTest::newRow(name) << text << cost; };
    row("nothing", {}, {0, 160, 0, true});
    row("one letter", QStringLiteral("a"), {1, 160, 1, true});
    row("a full text", QString(160, u'a'), {160, 160, 1, true});
    row("one letter more", QString(161, u'a'), {161, 306, 2, true});
    row("two full parts", QString(306, u'a'), {306, 306, 2, true});
    row("three", QString(307, u'a'), {307, 459, 3, true});
    row("a pair is not split", QString(QString(152, u'a') % u"€" % QString(10, u'a')), {164, 306, 2, true});
    row("a pair at the very end of a part", QString(QString(151, u'a') % u"€" % QString(153, u'a')), {306, 306, 2, true});
    row("a pair over the end makes a third part", QString(QString(152, u'a') % u"€" % QString(152, u'a')), {306, 459, 3, true});
    row("a full dear text", QString(70, QChar(0x2019)), {70, 70, 1, false});
    row("one letter more, dear", QString(71, QChar(0x2019)), {71, 134, 2, false});
    row("a smiley takes two", QStringLiteral("😀"), {2, 70, 1, false});
    row("a smiley is not split", QString(QString(66, QChar(0x2019)) % u"😀" % QString(10, u'a')), {78, 134, 2, false});
    row("the escape alone is no letter", QStringLiteral("\x1b"), {1, 70, 1, false});
    row("small c with cedilla is not in the table", QStringLiteral("ç"), {1, 70, 1, false});
    row("the large one is", QStringLiteral("Ç"), {1, 160, 1, true});
    row("a back quote is not", QStringLiteral("`"), {1, 70, 1, false});
    row("half a smiley", QString(QChar(0xd83d)), {1, 70, 1, false});
}

void TextCostTest::countsParts()
{
    QFETCH(QString, text);
    QTEST(costOf(text), "cost");
}

void TextCostTest::countsTheVectorsOfTheFacts()
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/gsm7.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the folder of facts is not beside this repository");
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll())[QStringLiteral("vectors")].toArray();
    QVERIFY(vectors.size() > 20);
    for (const QJsonValue vector : vectors) {
        const TextCost cost = costOf(vector[QStringLiteral("text")].toString());
        const QByteArray note = vector[QStringLiteral("note")].toString().toUtf8();
        QVERIFY2(cost.used == vector[QStringLiteral("units")].toInt(), note.constData());
        QVERIFY2(cost.parts == vector[QStringLiteral("segments")].toInt(), note.constData());
        QVERIFY2(cost.plain == (vector[QStringLiteral("encoding")].toString() == u"GSM-7"), note.constData());
    }
}

void TextCostTest::agreesWithASecondCount()
{
    std::mt19937 chance(338);
    int dear = 0;
    int several = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString text = anyText(chance);
        const Reference reference = counted(text);
        const TextCost cost = costOf(text);
        if (cost.used != reference.units || cost.parts != reference.parts || cost.plain != reference.plain)
            QFAIL(qPrintable(text));
        QVERIFY(cost.used <= cost.room);
        dear += !cost.plain;
        several += cost.parts > 1;
    }
    QVERIFY(dear > 1000 && several > 3000);
}

void TextCostTest::namesTheDearLettersAndTheirCure_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("instead");
    QTest::addColumn<bool>("cure");
    const auto row = [](const char *name, const QString &letter, const QString &instead, bool cure) {
        QTest::newRow(name) << letter << instead << cure;
    };
    row("curly apostrophe", QStringLiteral("’"), QStringLiteral("'"), true);
    row("curly quote", QStringLiteral("“"), QStringLiteral("\""), true);
    row("long dash", QStringLiteral("—"), QStringLiteral("-"), true);
    row("dots", QStringLiteral("…"), QStringLiteral("..."), true);
    row("hard blank", QStringLiteral("\u00a0"), QStringLiteral(" "), true);
    row("nothing to see", QStringLiteral("\u200b"), QString(), true);
    row("accent", QStringLiteral("ê"), QStringLiteral("e"), true);
    row("capital accent", QStringLiteral("Á"), QStringLiteral("A"), true);
    row("ligature", QStringLiteral("ﬁ"), QStringLiteral("fi"), true);
    row("full width", QStringLiteral("Ａ"), QStringLiteral("A"), true);
    row("thumb", QStringLiteral("👍"), QString(), false);
    row("a sign of another script", QStringLiteral("日"), QString(), false);
}

void TextCostTest::namesTheDearLettersAndTheirCure()
{
    QFETCH(QString, letter);
    QFETCH(QString, instead);
    QFETCH(bool, cure);
    const QString text = QStringLiteral("Hi ") % letter % QStringLiteral(" there");
    const auto found = dearLetters(text);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].at, qsizetype(3));
    QCOMPARE(found[0].letter, letter);
    QCOMPARE(found[0].instead, instead);
    QCOMPARE(found[0].hasCure(), cure);
    const QString wanted = cure ? QString(QStringLiteral("Hi ") % instead % QStringLiteral(" there")) : text;
    QCOMPARE(withEveryCure(text), wanted);
}

void TextCostTest::curesTheReplacementsOfTheFacts()
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/../shared/data/gsm7.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the folder of facts is not beside this repository");
    const QJsonObject wanted = QJsonDocument::fromJson(file.readAll())[QStringLiteral("suggested_replacements")].toObject();
    QVERIFY(wanted.size() > 10);
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        QCOMPARE(withPlainMarks(it.key()), it.value().toString());
}

void TextCostTest::plainMarksKeepAccentsAndLetters()
{
    QCOMPARE(withPlainMarks(QStringLiteral("Zoë’s “Café” — ê👍")), QStringLiteral("Zoë's \"Café\" - ê👍"));
    QCOMPARE(withPlainMarks(QStringLiteral("[5€]")), QStringLiteral("[5€]"));
}

void TextCostTest::curesAreDoneAfterOnce()
{
    std::mt19937 chance(4711);
    int changed = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString text = anyText(chance);
        const QString marks = withPlainMarks(text);
        const QString cured = withEveryCure(text);
        QCOMPARE(withPlainMarks(marks), marks);
        QCOMPARE(withEveryCure(cured), cured);
        for (const DearLetter &letter : dearLetters(cured))
            QVERIFY(!letter.hasCure());
        changed += cured != text;
    }
    QVERIFY(changed > 1000);
    // And for every letter there is, alone.
    for (uint code = 1; code < 0x10000; ++code) {
        const QString cured = withEveryCure(QString(QChar(ushort(code))));
        if (withEveryCure(cured) != cured)
            QFAIL(qPrintable(QString::number(code, 16)));
    }
}

QTEST_GUILESS_MAIN(TextCostTest)
#include "textcosttest.moc"
