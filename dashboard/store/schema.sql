-- The atlas: what was found in the documents, laid out for asking.
-- Columns are for filtering and counting; `value` holds the whole object as JSON for showing.
-- Days are integers: days since 1970-01-01, negative before (any year of the calendar fits).

CREATE TYPE event_kind AS ENUM (
    'meeting', 'agreement', 'military', 'communication', 'statement', 'visit', 'appointment', 'political', 'legal',
    'economic', 'other'
);
CREATE TYPE family AS ENUM ('meeting', 'agreement', 'war', 'message', 'other');
CREATE TYPE certainty AS ENUM ('explicit', 'inferred');
CREATE TYPE status AS ENUM ('happened', 'planned', 'proposed', 'denied');
CREATE TYPE place_kind AS ENUM ('settlement', 'country', 'region', 'water', 'site', 'other');
CREATE TYPE mention_kind AS ENUM ('date', 'place', 'person');

-- The version of this file, and what the atlas was made of besides its documents (store/made.py).
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- Sentences about what could not be read or applied.
CREATE TABLE problems (sentence VARCHAR NOT NULL);

-- What keys are called on the screen: topics, and countries under the name they bore at most of their events.
CREATE TABLE labels (field VARCHAR, key VARCHAR, label VARCHAR NOT NULL, PRIMARY KEY (field, key));

CREATE TABLE documents (
    number BIGINT PRIMARY KEY,   -- made of the id (store/numbers.py): it stays while others come and go
    position INTEGER NOT NULL,   -- reading order
    id VARCHAR UNIQUE NOT NULL,
    title VARCHAR NOT NULL,
    edtf VARCHAR NOT NULL,       -- the document's own date, empty where not known
    earliest INTEGER,
    collection VARCHAR NOT NULL, -- volume or series, empty where not known
    text VARCHAR NOT NULL,
    value VARCHAR NOT NULL,      -- Document without its text
    date VARCHAR,                -- DateSpan with its basis
    place VARCHAR,               -- Place with its basis
    occasion VARCHAR,            -- id of the event that the document itself is
    untold INTEGER[] NOT NULL,   -- start and end of each dated clause that is no event, one after the other
    finding VARCHAR NOT NULL     -- key of what was found in it (store/kept.py)
);

CREATE TABLE events (
    number BIGINT PRIMARY KEY,   -- order of time: first day, then id; made of these (store/numbers.py)
    id VARCHAR UNIQUE NOT NULL,
    title VARCHAR NOT NULL,
    edtf VARCHAR NOT NULL,       -- empty for undated
    date_text VARCHAR NOT NULL,
    date_basis VARCHAR NOT NULL,
    earliest INTEGER,            -- null for undated or an open beginning
    latest INTEGER,              -- the last day itself; null for undated or an open end
    precision VARCHAR NOT NULL,
    approximate BOOLEAN NOT NULL,
    kind event_kind NOT NULL,
    family family NOT NULL,
    certainty certainty NOT NULL,
    listed BOOLEAN NOT NULL,     -- whether the reference list gives the date or a part of it
    status status NOT NULL,
    told_by VARCHAR NOT NULL,    -- words for the screen
    checked VARCHAR NOT NULL,    -- words for the screen: by machine, or by whom and when
    topics VARCHAR[] NOT NULL,
    countries VARCHAR[] NOT NULL,
    people VARCHAR[] NOT NULL,
    documents VARCHAR[] NOT NULL,
    collections VARCHAR[] NOT NULL,    -- of the documents
    place_ids VARCHAR[] NOT NULL,
    place_text VARCHAR NOT NULL,
    evidence INTEGER NOT NULL,
    country_names VARCHAR[] NOT NULL,  -- the countries under the names of the event's time
    value VARCHAR NOT NULL       -- Event
);

-- The words of each piece of an event's evidence, in its order, with what stands around them (store/quotations.py):
-- a list of events can be exported without going through the texts.
CREATE TABLE quotations (event BIGINT NOT NULL, words VARCHAR[] NOT NULL);

-- The ids an event was known by, its own and those merged into it, so that old links go on working.
CREATE TABLE event_ids (id VARCHAR PRIMARY KEY, event BIGINT NOT NULL);

-- Every place named, under the name and as the reading that is the commonest here (store/derived.py).
CREATE TABLE places (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    lat DOUBLE NOT NULL,
    lon DOUBLE NOT NULL,
    kind place_kind NOT NULL,
    country VARCHAR NOT NULL,
    radius_km DOUBLE NOT NULL,
    source VARCHAR NOT NULL,
    rivals INTEGER NOT NULL      -- other places that its names may mean as well as it
);

-- Where events happened.
CREATE TABLE event_places (event BIGINT NOT NULL, place VARCHAR NOT NULL, as_written VARCHAR NOT NULL);

CREATE TABLE mentions (
    document BIGINT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind mention_kind NOT NULL,
    text VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop INTEGER NOT NULL,
    place VARCHAR,               -- id of the place it means
    lights BIGINT,               -- the event a click on it leads to
    shares BOOLEAN NOT NULL,     -- whether that event's evidence shares its passage
    value VARCHAR                -- DateSpan, Place or Person
);
