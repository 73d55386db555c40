-- Small facts that must survive a restart: identity, epoch, clock offset, times of the last contact.
CREATE TABLE fact (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What this device holds of the server, and up to where. digest: see SYNC, Audit.
CREATE TABLE channel (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    rev    INTEGER NOT NULL,
    digest INTEGER NOT NULL
) STRICT;

-- The list of columns that a row body was written with; bodies name no fields themselves.
CREATE TABLE shape (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    columns TEXT NOT NULL, -- a JSON list of names
    UNIQUE (kind, columns)
) STRICT;

-- One row a record. channel…heads is the server's decision (channel NULL: the server does not know the record yet);
-- shown_shape and shown hold the same with the own undecided edits on top, where there are any. Rows lie in the order
-- in which they came, since pages come channel by channel and ids in order of time. place, channel, shape and
-- shown_shape are numbers of `channel` and `shape`, without REFERENCES: a twelfth of a first sync went into the looks
-- at parents that are never removed.
CREATE TABLE record (
    position    INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    place       INTEGER NOT NULL, -- the channel by what is shown
    flags       INTEGER NOT NULL, -- see recordtable.h
    channel     INTEGER,          -- the same by the decision
    rev         INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    stamp       BLOB,
    shape       INTEGER,
    body        BLOB,
    heads       BLOB, -- groups under another stamp, and losing values; see headcodec.h
    shown_shape INTEGER,
    shown       BLOB
) STRICT;
CREATE INDEX record_by_place ON record (kind, place);
CREATE INDEX record_in_conflict ON record (id) WHERE flags & 2 <> 0;

-- Every edit of this device, in the order in which it was saved.
CREATE TABLE outbox (
    seq        INTEGER PRIMARY KEY, -- the newest row is never deleted, so that no number is used twice
    at         INTEGER NOT NULL,
    seen       INTEGER NOT NULL,
    epoch      TEXT NOT NULL,
    record     BLOB NOT NULL,
    kind       TEXT NOT NULL,
    fields     BLOB NOT NULL,
    together   BLOB,
    state      INTEGER NOT NULL, -- 0 pending, 1 accepted, 2 refused, 3 refused and put aside
    open       INTEGER NOT NULL, -- 1: not yet contained in the server's decision that this device holds
    version    INTEGER NOT NULL,
    beside     TEXT NOT NULL,
    code       TEXT NOT NULL,
    detail     TEXT NOT NULL,
    settled_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_open ON outbox (record) WHERE open = 1;
CREATE INDEX outbox_refused ON outbox (state) WHERE state >= 2;

-- Decisions that were replaced while this device looked on: what stood before and does not any more.
CREATE TABLE history (
    position INTEGER PRIMARY KEY,
    record   BLOB NOT NULL,
    heads    BLOB NOT NULL -- see headcodec.h
) STRICT;
CREATE INDEX history_of_record ON history (record);

CREATE TABLE draft (
    key        TEXT PRIMARY KEY,
    record     BLOB NOT NULL,
    seen       INTEGER NOT NULL,
    fields     BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Records of a channel that is being read again from the start and that have not come yet.
CREATE TABLE suspect (
    record  BLOB PRIMARY KEY,
    channel INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
