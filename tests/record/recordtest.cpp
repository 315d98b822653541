// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/record.h"
#include "core/record/shapes.h"
#include "tests/support/storedsamples.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace deskbell;
using namespace deskbell::record;

namespace {

struct Grown {
    int old = 0;
    int added = 0;
    bool operator==(const Grown &) const = default;
};

} // namespace

namespace deskbell::record {
template<> struct Shape<Grown> {
    static constexpr std::tuple fields{Field{"old", &Grown::old}};
};
// A member without a place in the file must be noticed, or it would be lost at the next restart.
static_assert(memberCount<Grown>() == 2);
static_assert(!namesEveryMember<Grown>);
} // namespace deskbell::record

class RecordTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSamplesLeaveNoMemberAtItsDefault();
    void everyMemberOfAThreadComesBack();
    void everyPhaseComesBack();
    void everyOrderComesBack();
    void partsStandAlone();
    void aNewThreadIsShort();
    void anyTextComesBack_data();
    void anyTextComesBack();
    void whatIsWrittenIsJsonForOthersToo();
    void theFirstFormatIsStillRead();
    void mistakesAreNamedByTheirPlace_data();
    void mistakesAreNamedByTheirPlace();
    void aFileCutAtAnyByteIsRefused();
    void aFileWithAnyByteBrokenIsReadOrRefused();
};

namespace {

template<class T> QStringList membersAtDefault(const T &value)
{
    [[maybe_unused]] static const T blank{};
    QStringList left;
    const auto look = [&](const auto &field) {
        if (value.*field.member == blank.*field.member)
            left << QString::fromLatin1(field.name.data(), static_cast<int>(field.name.size()));
    };
    std::apply([&](const auto &...field) { (look(field), ...); }, Shape<T>::fields);
    return left;
}

QString complaintOf(const QByteArray &json)
{
    const auto read = readThread(json);
    return read ? QStringLiteral("(read)") : read.error().detail;
}

} // namespace

void RecordTest::theSamplesLeaveNoMemberAtItsDefault()
{
    QCOMPARE(membersAtDefault(samples::thread()), QStringList());
    QCOMPARE(membersAtDefault(samples::hold()), QStringList());
    QCOMPARE(membersAtDefault(samples::appointment()), QStringList());
    QCOMPARE(membersAtDefault(samples::lead()), QStringList());
    QCOMPARE(membersAtDefault(samples::lead().facts.front()), QStringList());
    QCOMPARE(membersAtDefault(samples::wish()), QStringList());
    QCOMPARE(membersAtDefault(samples::callback()), QStringList());
    QCOMPARE(membersAtDefault(samples::episode()), QStringList());
    QCOMPARE(membersAtDefault(samples::alert()), QStringList());
    QCOMPARE(membersAtDefault(samples::outcome()), QStringList());
    QCOMPARE(membersAtDefault(samples::promise()), QStringList());
    QCOMPARE(membersAtDefault(samples::thread().holder), QStringList());
    QCOMPARE(membersAtDefault(*samples::thread().optOut), QStringList());
    QCOMPARE(membersAtDefault(samples::thread().ownTexts.front()), QStringList());
    QCOMPARE(membersAtDefault(samples::thread().plan), QStringList());
    QCOMPARE(membersAtDefault(samples::thread().plan.counted.front()), QStringList());
    for (const auto &one : samples::phases())
        std::visit([](const auto &phase) { QCOMPARE(membersAtDefault(phase), QStringList()); }, one);
    for (const auto &one : samples::orders())
        std::visit([](const auto &order) { QCOMPARE(membersAtDefault(order), QStringList()); }, one);
    QCOMPARE(samples::phases().size(), std::variant_size_v<engine::AnyPhase>);
    QCOMPARE(samples::orders().size(), std::variant_size_v<engine::AnyOrder>);
}

void RecordTest::everyMemberOfAThreadComesBack()
{
    const auto read = readThread(write(samples::thread()));
    QVERIFY2(read, qPrintable(complaintOf(write(samples::thread()))));
    QVERIFY(*read == samples::thread());
}

void RecordTest::everyPhaseComesBack()
{
    for (const auto &phase : samples::phases()) {
        engine::ThreadState state;
        state.phase = phase;
        const auto read = readThread(write(state));
        QVERIFY2(read, qPrintable(complaintOf(write(state))));
        QVERIFY2(*read == state, nameOf(phase).data());
    }
}

void RecordTest::everyOrderComesBack()
{
    for (const auto &order : samples::orders()) {
        const auto read = readOrder(write(order));
        QVERIFY2(read, nameOf(order).data());
        QVERIFY2(*read == order, nameOf(order).data());
    }
}

void RecordTest::partsStandAlone()
{
    QVERIFY(readLead(write(samples::lead())) == samples::lead());
    QVERIFY(readHold(write(samples::hold())) == samples::hold());
    QVERIFY(readAppointment(write(samples::appointment())) == samples::appointment());
    const std::vector<engine::Source> sources{samples::source(), {}};
    QVERIFY(readSources(write(sources)) == sources);
    const QStringList words{QStringLiteral("a"), QString(), QStringLiteral("ü\n")};
    QVERIFY(readStrings(write(words)) == words);
    QVERIFY(!readStrings("[1]"));
}

void RecordTest::aNewThreadIsShort()
{
    QCOMPARE(write(engine::ThreadState{}), QByteArray(R"({"v":1,"id":"","phase":{"is":"fresh"}})"));
}

void RecordTest::anyTextComesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes and slashes") << QStringLiteral("\"\\/");
    QTest::newRow("control characters") << QString::fromUtf16(u"\u0001\b\t\r\n\u001f\u007f");
    QTest::newRow("zero inside") << QString(QChar(u'a')) + QChar(0) + QChar(u'b');
    QTest::newRow("emoji") << QStringLiteral("👩‍🔧🚗");
    QTest::newRow("right to left") << QStringLiteral("שלום \u202e abc");
    QTest::newRow("half an emoji") << QString(QChar(char16_t(0xd83d))) + QStringLiteral("x");
    QTest::newRow("the other half") << QStringLiteral("x") + QChar(char16_t(0xdc4b));
    QTest::newRow("both halves in the wrong order") << QString(QChar(char16_t(0xdc4b))) + QChar(char16_t(0xd83d));
    QTest::newRow("long") << QString(20000, QChar(0x20ac));
}

void RecordTest::anyTextComesBack()
{
    QFETCH(QString, text);
    engine::ThreadState state;
    state.lastText = text;
    const auto read = readThread(write(state));
    QVERIFY2(read, qPrintable(complaintOf(write(state))));
    QCOMPARE(read->lastText, text);
}

void RecordTest::whatIsWrittenIsJsonForOthersToo()
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(write(samples::thread()), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document[QStringLiteral("last_text")].toString(), samples::thread().lastText);
    QCOMPARE(document[QStringLiteral("lead")][QStringLiteral("facts")][1][QStringLiteral("origin")].toString(),
        QStringLiteral("guess"));
    const auto spaced = readThread(document.toJson(QJsonDocument::Indented));
    QVERIFY(!spaced); // others sort members, ours tells the version first: not a way in for edited files
}

void RecordTest::theFirstFormatIsStillRead()
{
    QFile file(QStringLiteral(DESKBELL_TEST_DATA "/record/thread-v1.json"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray stored = file.readAll().trimmed();
    const auto read = readThread(stored);
    QVERIFY2(read, qPrintable(complaintOf(stored)));
    QCOMPARE(write(*read), stored);
    QCOMPARE(read->lead.estimateCents, 115'000);
    QCOMPARE(read->episode->voicemail, Duration(12s));
}

void RecordTest::mistakesAreNamedByTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const char *json, const char *complaint) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(complaint);
    };
    row("nothing", "", "thread: ends too early (byte 0)");
    row("not an object", "[]", "thread: is not an object (byte 0)");
    row("no version", R"({"id":"x"})", "thread: id does not begin with its version (byte 6)");
    row("a newer version", R"({"v":2,"id":"x"})", "thread: v was written by a newer version of this program (byte 6)");
    row("version zero", R"({"v":0})", "thread: v is a version that never was (byte 6)");
    row("no id", R"({"v":1,"phase":{"is":"fresh"}})", "thread: lacks id");
    row("no phase", R"({"v":1,"id":"x"})", "thread: lacks phase");
    row("an unknown member", R"({"v":1,"idd":"x"})", "thread: idd is a member this program does not know (byte 13)");
    row("a member twice", R"({"v":1,"id":"x","id":"y"})", "thread: id comes twice (byte 21)");
    row("an unknown phase", R"({"v":1,"phase":{"is":"asleep"}})",
        "thread: phase.is is a word this program does not know (byte 29)");
    row("an unknown word", R"({"v":1,"episode":{"result":"lost"}})",
        "thread: episode.result is a word this program does not know (byte 33)");
    row("a list's item", R"({"v":1,"own_texts":[{"order":"a"},{"kind":"reply"}]})", "thread: own_texts[1] lacks order");
    row("text for a number", R"({"v":1,"turn":"3"})", "thread: turn is not a whole number that fits (byte 14)");
    row("a fraction", R"({"v":1,"turn":3.5})", "thread: turn is not a whole number that fits (byte 14)");
    row("a number beyond int", R"({"v":1,"turn":3000000000})", "thread: turn is too large a number (byte 24)");
    row("a number beyond all", R"({"v":1,"lead":{"created":99999999999999999999}})",
        "thread: lead.created is not a whole number that fits (byte 25)");
    row("null", R"({"v":1,"urgent":null})", "thread: urgent is neither true nor false (byte 16)");
    row("no such day", R"({"v":1,"wish":{"from":"2026-02-30"}})", "thread: wish.from is not a date (byte 34)");
    row("no such hour", R"({"v":1,"wish":{"exact":"25:00"}})", "thread: wish.exact is not a time of day (byte 30)");
    row("bad UTF-8", "{\"v\":1,\"id\":\"\xff\"}", "thread: id is not valid UTF-8 (byte 14)");
    row("a bad escape", R"({"v":1,"id":"\q"})", "thread: id has an escape that is none (byte 13)");
    row("a raw line break", "{\"v\":1,\"id\":\"\n\"}", "thread: id holds a control character (byte 13)");
    row("something behind", R"({"v":1,"id":"x","phase":{"is":"fresh"}} x)",
        "thread: has something behind its end (byte 40)");
}

void RecordTest::mistakesAreNamedByTheirPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, complaint);
    QCOMPARE(complaintOf(json), complaint);
    QCOMPARE(readThread(json).error().kind, ErrorKind::Malformed);
}

void RecordTest::aFileCutAtAnyByteIsRefused()
{
    const QByteArray whole = write(samples::thread());
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray cut(whole.constData(), length); // its own memory: reading past the end is seen by sanitizers
        QVERIFY2(!readThread(cut), qPrintable(QString::number(length)));
    }
}

void RecordTest::aFileWithAnyByteBrokenIsReadOrRefused()
{
    const QByteArray whole = write(samples::thread());
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char wrong : {'\0', '"', '{', ']', '9', '\xff', '\\'}) {
            QByteArray broken = whole;
            broken[at] = wrong;
            const auto read = readThread(broken);
            refused += !read;
            QVERIFY(!read || readThread(write(*read)) == *read);
            QVERIFY(read || !read.error().detail.contains(QStringLiteral("Happy to help")));
        }
    }
    QVERIFY(refused > whole.size());
}

QTEST_GUILESS_MAIN(RecordTest)
#include "recordtest.moc"
