#include "server/migrations.h"

#include <vector>

namespace thidua::server
{

// Written for SQLite; PostgreSQL gets what sync/server/postgres/dialect.h makes of it. `only` is a word of
// its own there, hence the quotes. Ids of devices, people, channels and layouts stand 20 times in every
// record's history; they are kept once, and rows carry small numbers.
static constexpr auto first = R"sql(
-- The server's lives between two restores. The newest one is the current.
CREATE TABLE epoch (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
    number INTEGER PRIMARY KEY, -- 0: the server itself
    id BLOB NOT NULL UNIQUE,
    login TEXT NOT NULL UNIQUE, -- normalised; see accounts.h
    name TEXT NOT NULL,
    salt BLOB,                  -- without a password: enrolment by code only
    hash BLOB,
    passes INTEGER,
    memory INTEGER,             -- bytes
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;

CREATE TABLE account_grant (
    number INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (number),
    role INTEGER NOT NULL,
    scope TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,     -- 0: open
    UNIQUE (account, role, scope, from_at)
) STRICT;

CREATE TABLE enrolment_code (
    hash BLOB PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (number),
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    number INTEGER PRIMARY KEY, -- 0: the server itself
    id BLOB NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES account (number),
    name TEXT NOT NULL,
    token_hash BLOB UNIQUE,     -- SHA-256
    mark INTEGER NOT NULL,      -- the last seq that was answered
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    revoked_at INTEGER,
    verifier BLOB               -- Ed25519; of its hand-overs
) STRICT;

-- X25519; what hand-overs are sealed to. It goes with every backup.
CREATE TABLE handover_key (
    "only" INTEGER PRIMARY KEY CHECK ("only" = 1),
    public BLOB NOT NULL,
    secret BLOB NOT NULL
) STRICT;

-- What was answered to each edit, so that a second delivery gets the same answer and has no second effect.
CREATE TABLE receipt (
    device INTEGER NOT NULL REFERENCES device (number),
    seq INTEGER NOT NULL,
    content_hash BLOB NOT NULL, -- SHA-256 of the edit, to tell a cloned device
    version INTEGER NOT NULL,   -- 0: refused
    beside TEXT,                -- groups, comma-separated
    code TEXT,
    detail TEXT,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    rev INTEGER NOT NULL,
    digest INTEGER NOT NULL     -- 64 bits, kept as signed
) STRICT;

CREATE TABLE record (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    channel INTEGER NOT NULL REFERENCES channel (number),
    rev INTEGER NOT NULL,       -- of the channel
    heads BLOB NOT NULL         -- group -> versions in `edit`; see recordtable.h
) STRICT, WITHOUT ROWID;

-- The history. Nothing is ever removed from it.
CREATE TABLE edit (
    record BLOB NOT NULL,
    version INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,        -- corrected
    claimed_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    seen_epoch INTEGER NOT NULL,
    epoch INTEGER NOT NULL REFERENCES epoch (number),
    rank INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES account (number),
    together BLOB,
    late TEXT,                  -- groups entered with rank 0, comma-separated
    content BLOB NOT NULL,      -- CBOR map
    PRIMARY KEY (record, version)
) STRICT, WITHOUT ROWID;

-- What revoked devices still had to send, and hand-overs that do not fit; see quarantine.h.
CREATE TABLE quarantine (
    device INTEGER NOT NULL REFERENCES device (number),
    seq INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    content_hash BLOB NOT NULL, -- SHA-256: copies of a tablet may have used a number twice
    content BLOB NOT NULL,      -- a push of this edit alone, CBOR
    judged_at INTEGER NOT NULL, -- 0: not yet
    outcome TEXT NOT NULL,
    PRIMARY KEY (device, seq, content_hash)
) STRICT, WITHOUT ROWID;

-- The sets of columns that rows of a kind have.
CREATE TABLE layout (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    columns BLOB NOT NULL,      -- CBOR list of names
    UNIQUE (kind, columns)
) STRICT;

-- Each record once, in the order in which devices read its channel, encoded as it travels. Without a layout:
-- the record has moved to another channel.
CREATE TABLE published (
    channel INTEGER NOT NULL REFERENCES channel (number),
    rev INTEGER NOT NULL,
    record BLOB NOT NULL,
    version INTEGER NOT NULL,
    layout INTEGER REFERENCES layout (number),
    stamp_version INTEGER NOT NULL,
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    author INTEGER NOT NULL,
    extras BLOB,                -- fields of other stamps, and siblings; see published.h
    body BLOB,
    PRIMARY KEY (channel, rev)
) STRICT, WITHOUT ROWID;

CREATE TABLE moved (
    record BLOB NOT NULL,
    channel INTEGER NOT NULL REFERENCES channel (number),
    rev INTEGER NOT NULL,
    PRIMARY KEY (record, channel)
) STRICT, WITHOUT ROWID;

-- Winning values that rights hang on. `membership_change` counts their changes.
CREATE TABLE membership (
    record BLOB PRIMARY KEY,
    block BLOB NOT NULL,
    unit BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE block (record BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE membership_change ("only" INTEGER PRIMARY KEY CHECK ("only" = 1), count INTEGER NOT NULL) STRICT;
INSERT INTO membership_change ("only", count) VALUES (1, 0);
)sql";

// Files of attachments; their contents lie beside the database (filestore.h).
static constexpr auto files = R"sql(
-- Written only when the content is on the disk.
CREATE TABLE file (
    sha256 BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has shown to have a file, by sending all of it.
CREATE TABLE file_holder (
    sha256 BLOB NOT NULL REFERENCES file (sha256),
    account INTEGER NOT NULL REFERENCES account (number),
    PRIMARY KEY (sha256, account)
) STRICT, WITHOUT ROWID;

-- Which records have ever named a file, and whose edits did: an index over `edit`.
CREATE TABLE file_reference (
    sha256 BLOB NOT NULL,
    record BLOB NOT NULL,
    account INTEGER NOT NULL REFERENCES account (number),
    PRIMARY KEY (sha256, record, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE upload (
    id BLOB PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES device (number),
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    received INTEGER NOT NULL,  -- bytes that are on the disk
    expires_at INTEGER NOT NULL,
    UNIQUE (device, sha256)
) STRICT, WITHOUT ROWID;
)sql";

// Who did what to whom; see audit.h. Ids stand here in full: what is signed must not lean on other tables.
static constexpr auto audit = R"sql(
CREATE TABLE audit (
    number INTEGER PRIMARY KEY, -- 1, 2, 3… without gaps
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    actor BLOB NOT NULL,        -- 16 bytes of zero: at the machine itself
    device BLOB NOT NULL,
    hash BLOB NOT NULL          -- SHA-256 over the one before and this entry
) STRICT;
)sql";

std::span<const sql::Migration> serverMigrations()
{
    static const std::vector<sql::Migration> all{{1, first}, {2, files}, {3, audit}};
    return all;
}

} // namespace thidua::server
