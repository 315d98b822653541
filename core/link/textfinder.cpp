// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/link/textfinder.h"

#include "core/link/textmatch.h"
#include "core/link/twilioreader.h"

#include <algorithm>

namespace deskbell::link {
namespace {

constexpr std::size_t mostAtOnce = 6;
/// The provider keeps whole seconds, so a row of the same second may be older than t0.
constexpr Duration surelyLater = 2s;

} // namespace

struct TextFinder::Search {
    runtime::LookQuestion question;
    Done done;
    std::unique_ptr<ListWalk> walk;
    std::vector<TextRecord> matches;
    bool fresh = false; ///< proven before the list was read, so that an absence counts
};

TextFinder::TextFinder(http::Client &client, const TwilioWriter &writer, const SkewMeter &skew, Intake &intake,
    bool loopback, ListWalk::Heard heard, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_writer(writer)
    , m_skew(skew)
    , m_intake(intake)
    , m_loopback(loopback)
    , m_heard(std::move(heard))
{
}

TextFinder::~TextFinder() = default;

void TextFinder::look(const runtime::LookQuestion &question, Done done)
{
    auto search = std::make_unique<Search>();
    search->question = question;
    search->done = std::move(done);
    m_waiting.push_back(std::move(search));
    startNext();
}

void TextFinder::startNext()
{
    while (!m_waiting.empty() && m_running.size() < mostAtOnce) {
        m_running.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        readControl(*m_running.back());
    }
}

void TextFinder::readControl(Search &search)
{
    search.walk = std::make_unique<ListWalk>(m_client, m_writer, m_heard);
    const bool canProve = m_loopback || m_intake.texts().hasSentAfter(search.question.since);
    if (isFresh(search.question) || !canProve)
        return readTexts(search);
    const QDate day = m_skew.toTheirs(search.question.since - 1h).utc().date();
    search.walk->start(
        m_writer.textList(day, 50),
        [this](const QByteArray &body) -> Result<QString> {
            auto page = link::readTexts(body);
            if (!page)
                return tl::make_unexpected(page.error());
            m_intake.takeTexts(*page, {});
            return QString();
        },
        // The first page is all there is to see; if it cannot be read, nothing is proven.
        [this, &search](const tl::expected<void, WalkTrouble> &) { readTexts(search); });
}

void TextFinder::readTexts(Search &search)
{
    search.fresh = isFresh(search.question);
    search.walk->start(
        m_writer.textsBetween(search.question.from, search.question.to),
        [this, &search](const QByteArray &body) { return takePage(search, body); },
        [this, &search](const tl::expected<void, WalkTrouble> &how) {
            finish(
                search, how ? Result<runtime::LookAnswer>({{}, search.fresh}) : tl::make_unexpected(how.error().error));
        });
}

Result<QString> TextFinder::takePage(Search &search, const QByteArray &body)
{
    auto page = link::readTexts(body);
    if (!page)
        return tl::make_unexpected(page.error());
    if (!page->bad.empty()) // the text may be the row that cannot be read
        return failure(ErrorKind::Malformed, QString(u"a row of the list: " % page->bad.front().why));
    const Instant oldest = oldestMatch(search.question, m_skew.skew());
    bool older = false;
    for (const TextRecord &row : page->rows) {
        older = older || (row.createdAt.isSet() && row.createdAt < oldest);
        if (matches(row, search.question, m_skew.skew())
            && !m_intake.texts().belongsToAnother(row.sid, search.question.order))
            search.matches.push_back(row);
    }
    return older ? QString() : page->next;
}

bool TextFinder::isFresh(const runtime::LookQuestion &question) const
{
    if (m_intake.texts().newestShown() > question.since)
        return true;
    // A provider on this machine keeps one table in one process: a row of anybody that was made later proves as much
    // as one of ours.
    return m_loopback && m_intake.newestRow() > question.since + surelyLater;
}

void TextFinder::finish(Search &search, Result<runtime::LookAnswer> answer)
{
    if (answer) {
        std::sort(search.matches.begin(), search.matches.end(), [](const TextRecord &a, const TextRecord &b) {
            return std::tie(a.createdAt, a.sid) < std::tie(b.createdAt, b.sid);
        });
        for (const TextRecord &row : search.matches)
            answer->matches.push_back(textOf(row));
    }
    const auto mine =
        std::find_if(m_running.begin(), m_running.end(), [&](const auto &s) { return s.get() == &search; });
    const std::unique_ptr<Search> ended = std::move(*mine);
    m_running.erase(mine);
    startNext();
    ended->done(std::move(answer));
    m_intake.found(ended->question.order, ended->matches);
    ended->walk.release()->deleteLater(); // this runs inside its last callback
}

} // namespace deskbell::link
