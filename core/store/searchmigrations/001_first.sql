-- Which records are in here. Places rise with age, so that what is newest is met first; see searchtable.h.
-- content: what was shown when the record was put in (LocalStore::contentMark).
CREATE TABLE entry (
    place   INTEGER PRIMARY KEY,
    record  BLOB NOT NULL UNIQUE,
    content INTEGER NOT NULL
) STRICT;

-- The words of names alone, and of everything. Names have a table of their own because a hundred thousand notes with
-- a common word must not be looked through for the few names that have it.
-- The words are cut and folded by core/domain/words.h, the same on every platform: the tokenizer has but to split at
-- spaces, and `ascii` takes every letter beyond ASCII as it is. No phrases are asked for, so that no places are kept.
-- Vietnamese syllables have seven letters at most: every beginning of one is found without looking through others.
CREATE VIRTUAL TABLE name_words USING fts5(words, tokenize = 'ascii', detail = none, prefix = '1 2 3 4 5 6');
CREATE VIRTUAL TABLE all_words USING fts5(words, tokenize = 'ascii', detail = none, prefix = '1 2 3 4 5 6');
