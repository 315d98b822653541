// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/consenttable.h"

namespace deskbell::store {
namespace {

engine::ConsentEntry entryOf(const Row &row)
{
    engine::ConsentEntry entry;
    entry.number.e164 = row.text(0);
    entry.given = row.truth(1);
    entry.at = row.instant(2);
    entry.manner = row.text(3);
    entry.channel = row.text(4);
    entry.who = row.text(5);
    entry.words = row.text(6);
    return entry;
}

} // namespace

#define ENTRY \
    "SELECT c.number, c.given, c.at, c.manner, c.channel, c.who, coalesce(w.words, '') FROM consent c" \
    " LEFT JOIN consent_words w ON w.seq = c.seq WHERE c.number=? ORDER BY c.seq"
#define BEHIND \
    "SELECT t.id FROM thread t JOIN consent c ON c.number = t.caller WHERE c.given = t.opted_out" \
    " AND c.seq = (SELECT max(seq) FROM consent WHERE number = t.caller)"

ConsentTable::ConsentTable(Database &database)
    : m_add(database, "INSERT OR IGNORE INTO consent(number, given, at, manner, channel, who) VALUES(?,?,?,?,?,?)")
    , m_clash(database,
          "SELECT max(at) + 1 FROM consent WHERE number=?1 HAVING EXISTS(SELECT 1 FROM consent WHERE number=?1 AND at=?2 AND given=?3)"
          " AND (SELECT given FROM consent WHERE number=?1 ORDER BY seq DESC LIMIT 1) <> ?3")
    , m_addWords(database,
          "INSERT OR IGNORE INTO consent_words(seq, words) SELECT max(seq), ? FROM consent WHERE number=? AND at=?"
          " AND given=?")
    , m_latestGiven(database, "SELECT given FROM consent WHERE number=? ORDER BY seq DESC LIMIT 1")
    , m_latest(database, ENTRY " DESC LIMIT 1")
    , m_ledger(database, ENTRY)
    , m_behindOne(database, BEHIND " AND t.caller=?")
    , m_behindAny(database, BEHIND)
    , m_erased(database, "INSERT OR IGNORE INTO erased(number, at) VALUES(?, ?)")
    , m_forget(database, "DELETE FROM consent_words WHERE seq IN (SELECT seq FROM consent WHERE number=?)")
{
}

void ConsentTable::add(const engine::ConsentEntry &entry)
{
    if (entry.number.isWithheld())
        return; // nobody's word
    const QString &number = entry.number.e164;
    const Instant at = momentOf(entry);
    m_add.run(number, entry.given, at, entry.manner, entry.channel, entry.who);
    if (!entry.words.isEmpty())
        m_addWords.run(entry.words, number, at, entry.given);
}

/// A word said twice is one entry. No, yes and no again, read in one go after an outage, are three: the last one is put a
/// millisecond after those before it.
Instant ConsentTable::momentOf(const engine::ConsentEntry &entry)
{
    Instant at = entry.at;
    const auto read = m_clash.each([&at](const Row &row) { at = Instant{row.number(0)}; }, entry.number.e164, entry.at, entry.given);
    return read ? at : entry.at;
}

bool ConsentTable::hasRefused(const PhoneNumber &number)
{
    if (number.isWithheld())
        return false;
    bool given = true;
    const auto read = m_latestGiven.each([&given](const Row &row) { given = row.truth(0); }, number.e164);
    return !read || !given;
}

void ConsentTable::forgetWords(const PhoneNumber &number, Instant now)
{
    m_erased.run(number.e164, now);
    m_forget.run(number.e164);
}

Result<std::optional<engine::ConsentEntry>> ConsentTable::latest(const PhoneNumber &number)
{
    std::optional<engine::ConsentEntry> found;
    if (number.isWithheld())
        return found;
    if (auto read = m_latest.each([&found](const Row &row) { found = entryOf(row); }, number.e164); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<std::vector<engine::ConsentEntry>> ConsentTable::ledger(const PhoneNumber &number)
{
    std::vector<engine::ConsentEntry> found;
    if (auto read = m_ledger.each([&found](const Row &row) { found.push_back(entryOf(row)); }, number.e164); !read)
        return tl::make_unexpected(read.error());
    return found;
}

Result<std::vector<ThreadId>> ConsentTable::threadsBehind(const PhoneNumber &number)
{
    std::vector<ThreadId> found;
    const auto take = [&found](const Row &row) { found.push_back({row.text(0)}); };
    auto read = number.isWithheld() ? m_behindAny.each(take) : m_behindOne.each(take, number.e164);
    if (!read)
        return tl::make_unexpected(read.error());
    return found;
}

} // namespace deskbell::store
