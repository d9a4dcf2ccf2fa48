-- A database of quotations: how it came about, what was read, what was found.

CREATE TABLE metadata (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Which program with which pipeline found the quotations; an article is read again by a new one.
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    stamp TEXT NOT NULL UNIQUE,
    program TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    first_used TEXT NOT NULL
);

-- size, modified, digest and stamp tell whether a file is the one that was read; they are
-- NULL until all of it is.
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    member TEXT NOT NULL DEFAULT '',
    size INTEGER,
    modified INTEGER,
    digest TEXT,
    stamp TEXT,
    UNIQUE (path, member)
);

-- position counts the articles of a file, -1 is one that is no longer there. part is the place
-- in the file whatever it holds, repeat tells equal articles apart. What `extract` wrote has no
-- file.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    file_id INTEGER REFERENCES files (id) ON DELETE CASCADE,
    reading_id INTEGER REFERENCES readings (id),
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    digest TEXT NOT NULL,
    repeat INTEGER NOT NULL,
    doc_id TEXT NOT NULL,
    doc_name TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (file_id, digest, repeat)
);
CREATE INDEX articles_by_part ON articles (file_id, part);
CREATE INDEX articles_by_doc_id ON articles (doc_id);

-- The id begins with the day (2025090400000001), so that its order is that of time: a search
-- between two dates, or for the newest, needs to look at nothing else.
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    doc_id TEXT NOT NULL,
    doc_name TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    quote_id TEXT NOT NULL,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    quote_type TEXT NOT NULL,
    speaker TEXT NOT NULL,
    speaker_mention TEXT NOT NULL,
    speaker_start INTEGER NOT NULL,
    speaker_end INTEGER NOT NULL,
    speaker_id TEXT NOT NULL,
    speaker_name TEXT NOT NULL,
    speaker_confidence REAL NOT NULL,
    speaker_kind TEXT NOT NULL,
    speaker_role TEXT NOT NULL,
    speaker_gender TEXT NOT NULL,
    cue TEXT NOT NULL,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    cue_lemma TEXT NOT NULL,
    attribution TEXT NOT NULL,
    confidence REAL NOT NULL,
    negated INTEGER NOT NULL,
    flags TEXT NOT NULL,
    utterance TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    context_before TEXT NOT NULL,
    context_after TEXT NOT NULL,
    speaker_words TEXT NOT NULL
);
CREATE INDEX quotes_by_article ON quotes (article_id);
CREATE INDEX quotes_by_source ON quotes (source);
CREATE INDEX quotes_by_speaker ON quotes (speaker_name, speaker);

-- Every word of speaker_words once, to find the spellings of a name.
CREATE TABLE speaker_vocabulary (
    word TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    quote,
    speaker_words,
    source,
    content="quotes",
    content_rowid="id",
    tokenize="unicode61 remove_diacritics 2",
    prefix="1 2 3"
);
CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, quote, speaker_words, source)
    VALUES (new.id, new.quote, new.speaker_words, new.source);
END;
CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, quote, speaker_words, source)
    VALUES ('delete', old.id, old.quote, old.speaker_words, old.source);
END;
CREATE TRIGGER quotes_changed AFTER UPDATE OF id, quote, speaker_words, source ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, quote, speaker_words, source)
    VALUES ('delete', old.id, old.quote, old.speaker_words, old.source);
    INSERT INTO quotes_fts (rowid, quote, speaker_words, source)
    VALUES (new.id, new.quote, new.speaker_words, new.source);
END;

-- Views: what the commands show by default, direct and mixed, nothing denied.

CREATE VIEW latest_quotations AS
SELECT id, date, source, coalesce(nullif(speaker_name, ''), speaker) AS speaker, quote,
    quote_type, confidence, title, url, doc_name
FROM quotes
WHERE quote_type IN ('direct', 'mixed') AND NOT negated
ORDER BY id DESC;

CREATE VIEW uncertain_quotations AS
SELECT id, date, source, speaker, quote, quote_type, confidence, attribution, flags,
    sentence, doc_name
FROM quotes
WHERE quote_type IN ('direct', 'mixed') AND NOT negated AND confidence < 0.5
ORDER BY id DESC;

CREATE VIEW speakers_ranked AS
SELECT coalesce(nullif(speaker_name, ''), speaker) AS speaker, max(speaker_id) AS speaker_id,
    count(*) AS quotations, count(DISTINCT article_id) AS articles,
    round(avg(confidence), 2) AS mean_confidence,
    min(nullif(date, '')) AS first_date, max(nullif(date, '')) AS last_date
FROM quotes
WHERE speaker != '' AND quote_type IN ('direct', 'mixed') AND NOT negated
GROUP BY 1
ORDER BY quotations DESC, 1;

CREATE VIEW quotations_by_month AS
SELECT coalesce(nullif(substr(date, 1, 7), ''), 'unknown') AS month, count(*) AS quotations,
    count(DISTINCT article_id) AS articles, count(DISTINCT nullif(speaker, '')) AS speakers
FROM quotes
WHERE quote_type IN ('direct', 'mixed') AND NOT negated
GROUP BY 1
ORDER BY 1;

CREATE VIEW quotations_by_source AS
SELECT coalesce(nullif(source, ''), 'unknown') AS source, count(*) AS quotations,
    count(DISTINCT article_id) AS articles, count(DISTINCT nullif(speaker, '')) AS speakers
FROM quotes
WHERE quote_type IN ('direct', 'mixed') AND NOT negated
GROUP BY 1
ORDER BY quotations DESC, 1;

CREATE VIEW quotations_by_role AS
SELECT coalesce(nullif(speaker_role, ''), 'unknown') AS role, count(*) AS quotations,
    count(DISTINCT article_id) AS articles, count(DISTINCT nullif(speaker, '')) AS speakers
FROM quotes
WHERE quote_type IN ('direct', 'mixed') AND NOT negated
GROUP BY 1
ORDER BY quotations DESC, 1;
