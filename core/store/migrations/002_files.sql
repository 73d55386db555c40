-- Files that attachments name. Their contents lie beside this database, under files/<SHA-256 in hexadecimal>; a row is
-- written only when the content is on the disk, whole and under that name.
CREATE TABLE file (
    sha256     BLOB NOT NULL,
    record     BLOB NOT NULL,    -- the attachment
    size       INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    state      INTEGER NOT NULL, -- 0 waits to be sent, 1 the server has it, 2 refused, 3 fetched
    sent       INTEGER NOT NULL, -- bytes that the server has confirmed; never less than before
    code       TEXT NOT NULL,
    PRIMARY KEY (sha256, record)
) STRICT, WITHOUT ROWID;
