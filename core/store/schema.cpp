// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <algorithm>
#include <array>

namespace deskbell::store {
namespace {

// Times are milliseconds since 1970 UTC. Enumerations are words. What is mostly empty is NULL.

constexpr auto conversations = R"(
CREATE TABLE thread(
    num INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    caller TEXT NOT NULL,
    line TEXT NOT NULL,
    version INTEGER NOT NULL CHECK(version > 0),
    phase TEXT NOT NULL,
    holder TEXT NOT NULL,
    seat TEXT,
    due_at INTEGER,
    callback_due_at INTEGER, -- NULL: nobody needs to call; 0: as soon as possible
    callback_done_at INTEGER,
    last_at INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    opted_out INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    source TEXT,
    intent TEXT,
    outcome TEXT NOT NULL,
    created_at INTEGER,
    closed_at INTEGER,
    saved_at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX thread_due ON thread(due_at) WHERE due_at IS NOT NULL;
CREATE INDEX thread_open ON thread(last_at) WHERE closed = 0;
CREATE INDEX thread_closed ON thread(last_at) WHERE closed = 1;
CREATE INDEX thread_callback ON thread(callback_due_at) WHERE callback_due_at IS NOT NULL AND callback_done_at IS NULL;
CREATE INDEX thread_callback_done ON thread(callback_done_at) WHERE callback_done_at IS NOT NULL;

CREATE TABLE message(
    seq INTEGER PRIMARY KEY,
    thread INTEGER NOT NULL REFERENCES thread(num),
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    delivery TEXT NOT NULL,
    error INTEGER NOT NULL,
    sid TEXT,
    seat TEXT,
    rule TEXT,
    args TEXT, -- JSON list of texts
    sources TEXT, -- JSON
    body TEXT NOT NULL,
    UNIQUE(thread, id)
) STRICT;

CREATE TABLE outbox(
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE, -- the purpose key: one text for one purpose, ever
    thread INTEGER NOT NULL REFERENCES thread(num),
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    rank INTEGER NOT NULL, -- order within a priority
    not_before INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK(standing IN ('ready', 'sending', 'unclear', 'done', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    sending_since INTEGER NOT NULL DEFAULT 0,
    looks INTEGER NOT NULL DEFAULT 0,
    person_told INTEGER NOT NULL DEFAULT 0,
    sid TEXT,
    payload TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_ready ON outbox(priority, rank, not_before) WHERE standing = 'ready';
CREATE INDEX outbox_waiting ON outbox(not_before) WHERE standing = 'ready' AND not_before > 0;
CREATE INDEX outbox_doubt ON outbox(sending_since) WHERE standing IN ('sending', 'unclear');
CREATE UNIQUE INDEX outbox_sid ON outbox(sid) WHERE sid IS NOT NULL; -- one record satisfies one order

-- The last line against a bug in our own code: what was sent is never to be sent again.
CREATE TRIGGER outbox_moves BEFORE UPDATE OF standing ON outbox
WHEN old.standing IN ('done', 'failed', 'cancelled') AND new.standing <> old.standing
BEGIN
    SELECT RAISE(ABORT, 'an order that has ended stays ended');
END;

CREATE TABLE fact(id TEXT PRIMARY KEY, seen_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journal(
    seq INTEGER PRIMARY KEY,
    thread INTEGER REFERENCES thread(num),
    at INTEGER NOT NULL,
    code TEXT NOT NULL,
    args TEXT,
    about TEXT
) STRICT;
CREATE INDEX journal_thread ON journal(thread);

CREATE TABLE cursor(stream TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE draft(
    thread TEXT NOT NULL,
    seat TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY(thread, seat)
) STRICT, WITHOUT ROWID;
)";

constexpr auto consent = R"(
-- Who may not be texted, by number: outlives the thread, and is only ever added to. The last line of a number counts.
CREATE TABLE consent(
    seq INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    given INTEGER NOT NULL, -- 0: opted out, 1: opted in again
    at INTEGER NOT NULL,
    words TEXT NOT NULL,
    channel TEXT NOT NULL,
    UNIQUE(number, at, given)
) STRICT;
CREATE TRIGGER consent_stays BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'consent is only added to'); END;
CREATE TRIGGER consent_kept BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'consent is only added to'); END;
CREATE TRIGGER consent_given AFTER UPDATE OF opted_out ON thread
WHEN old.opted_out = 1 AND new.opted_out = 0 AND new.caller <> ''
BEGIN
    INSERT OR IGNORE INTO consent(number, given, at, words, channel) VALUES(new.caller, 1, new.saved_at, '', 'thread');
END;
)";

constexpr auto calendar = R"(
CREATE TABLE appointment(
    id TEXT PRIMARY KEY,
    thread TEXT,
    service TEXT,
    variant TEXT,
    resource INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL CHECK(end_at > start_at),
    phone TEXT,
    name TEXT,
    booked_by TEXT NOT NULL,
    block INTEGER NOT NULL,
    booked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX appointment_end ON appointment(end_at, start_at, resource); -- the past grows, the future does not
CREATE INDEX appointment_phone ON appointment(phone, end_at) WHERE phone IS NOT NULL;

CREATE TABLE hold(
    id TEXT PRIMARY KEY,
    thread TEXT NOT NULL,
    service TEXT,
    variant TEXT,
    resource INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL CHECK(end_at > start_at),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_thread ON hold(thread);
)";

constexpr auto consentLedger = R"(
-- What was said stands apart from the entry: an erasure takes the words of a person, never that they said no.
DROP TRIGGER consent_stays;
DROP TRIGGER consent_kept;
DROP TRIGGER consent_given;
ALTER TABLE consent RENAME TO consent_before;
CREATE TABLE consent(
    seq INTEGER PRIMARY KEY,
    number TEXT NOT NULL CHECK(number <> ''),
    given INTEGER NOT NULL, -- 0: no texts any more, 1: texts again; the last line of a number counts
    at INTEGER NOT NULL,
    manner TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    UNIQUE(number, at, given)
) STRICT;
CREATE TABLE consent_words(seq INTEGER PRIMARY KEY REFERENCES consent(seq), words TEXT NOT NULL) STRICT;
CREATE TABLE erased(number TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO consent SELECT seq, number, given, at, '', channel, '' FROM consent_before WHERE number <> '';
INSERT INTO consent_words SELECT seq, words FROM consent_before WHERE words <> '' AND number <> '';
DROP TABLE consent_before;
CREATE TRIGGER consent_stays BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'consent is only added to'); END;
CREATE TRIGGER consent_kept BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'consent is only added to'); END;
CREATE TRIGGER consent_words_stay BEFORE UPDATE ON consent_words
BEGIN SELECT RAISE(ABORT, 'consent is only added to'); END;
CREATE TRIGGER consent_words_kept BEFORE DELETE ON consent_words
WHEN NOT EXISTS(SELECT 1 FROM consent c JOIN erased e ON e.number = c.number WHERE c.seq = old.seq)
BEGIN SELECT RAISE(ABORT, 'words of consent go only with their person'); END;
CREATE INDEX thread_caller ON thread(caller) WHERE caller <> '';
)";

constexpr auto outcomes = R"(
-- What became of each missed call, counted in the week of the call.
CREATE TABLE episode(
    call TEXT PRIMARY KEY,
    thread INTEGER NOT NULL REFERENCES thread(num),
    at INTEGER NOT NULL,
    visit TEXT, -- of its booking while it stands
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX episode_at ON episode(at);
CREATE INDEX episode_visit ON episode(visit) WHERE visit IS NOT NULL;
)";

constexpr auto numbers = R"(
CREATE TABLE contact(
    number TEXT PRIMARY KEY,
    tag TEXT NOT NULL,
    name TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE complaint(
    number TEXT NOT NULL,
    day INTEGER NOT NULL, -- Julian day
    complaints INTEGER NOT NULL,
    robocalls INTEGER NOT NULL,
    PRIMARY KEY(number, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_first_text ON message(at) WHERE kind = 'first_text';
)";

struct Migration {
    int version;
    const char *sql;
};

// Never changed once released; a new need is a new line.
constexpr std::array migrations{Migration{1, conversations}, Migration{2, consent}, Migration{3, calendar},
    Migration{4, consentLedger},
    Migration{5, outcomes}, Migration{6, numbers}};

constexpr bool strictlyRising()
{
    for (size_t i = 1; i < migrations.size(); ++i) {
        if (migrations[i].version <= migrations[i - 1].version)
            return false;
    }
    return migrations.front().version == 1;
}
static_assert(strictlyRising());

Result<void> setNumber(Database &database, const char *pragma, int value)
{
    return database.execute(
        QStringLiteral("PRAGMA %1=%2").arg(QLatin1String(pragma)).arg(value).toLatin1().constData());
}

} // namespace

int newestSchema()
{
    return migrations.back().version;
}

Result<int> schemaOf(Database &database)
{
    const auto owner = database.number("PRAGMA application_id");
    const auto version = database.number("PRAGMA user_version");
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    for (const auto &answer : {owner, version, tables}) {
        if (!answer)
            return tl::make_unexpected(answer.error());
    }
    if (*owner == 0 && *version == 0 && *tables == 0)
        return 0;
    if (*owner != applicationId)
        return failure(ErrorKind::Unusable, QStringLiteral("The database belongs to another program."));
    if (*version > newestSchema())
        return failure(ErrorKind::Unusable,
            QStringLiteral("The database was written by a newer Deskbell (its layout is %1, this program knows %2). "
                           "Install the newer program again; nothing was changed.")
                .arg(*version)
                .arg(newestSchema()));
    return static_cast<int>(*version);
}

Result<void> checkPages(Database &database)
{
    const auto complaints = database.texts("PRAGMA quick_check(3)");
    if (!complaints)
        return tl::make_unexpected(complaints.error());
    if (*complaints != QStringList{QStringLiteral("ok")})
        return failure(ErrorKind::Unusable,
            QStringLiteral("The database file is damaged: %1").arg(complaints->join(QStringLiteral("; "))));
    return {};
}

Result<void> migrate(Database &database, int from, int upTo)
{
    Transaction transaction(database);
    int reached = from;
    for (const Migration &migration : migrations) {
        if (migration.version <= from || migration.version > upTo || transaction.failed())
            continue;
        if (auto done = database.execute(migration.sql); !done)
            transaction.fail(done.error());
        reached = migration.version;
    }
    if (auto marked = setNumber(database, "application_id", applicationId); !marked)
        transaction.fail(marked.error());
    if (auto marked = setNumber(database, "user_version", reached); !marked)
        transaction.fail(marked.error());
    return transaction.commit();
}

} // namespace deskbell::store
