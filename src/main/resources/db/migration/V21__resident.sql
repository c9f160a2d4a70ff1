-- Residents. Owned by jp.kodama.audience.
CREATE TABLE resident (
    id            BIGINT   NOT NULL PRIMARY KEY,
    -- the municipality's own number for this person; nothing else names them in the audit chain
    number        TEXT     NOT NULL UNIQUE,
    name          TEXT     NOT NULL,
    -- the name as it is searched for: width, case and kana made alike, blanks left out
    search        TEXT     NOT NULL,
    language      TEXT     NOT NULL,
    district      TEXT     NOT NULL,
    -- NONE, GIVEN, WITHDRAWN
    consent       TEXT     NOT NULL,
    consent_how   TEXT     NOT NULL,
    consent_at    BIGINT   NOT NULL,
    -- minutes since midnight in Japan; -1: none
    quiet_from    INTEGER  NOT NULL,
    quiet_until   INTEGER  NOT NULL,
    updated       BIGINT   NOT NULL
);
CREATE INDEX resident_search ON resident (search, id);
CREATE INDEX resident_district ON resident (district, id);
CREATE INDEX resident_withdrawn ON resident (updated) WHERE consent = 'WITHDRAWN';

CREATE TABLE resident_group (
    name     TEXT   NOT NULL,
    resident BIGINT NOT NULL,
    PRIMARY KEY (name, resident)
);
CREATE INDEX resident_group_resident ON resident_group (resident);

-- An address belongs to a resident, or to nobody known (0). What decides whether it may be written to lies in its own
-- row, so that finding an audience reads one table.
ALTER TABLE recipient ADD COLUMN resident BIGINT NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN reachable SMALLINT NOT NULL DEFAULT 1;
-- 1: no longer this resident's; kept, because receipts name it
ALTER TABLE recipient ADD COLUMN gone SMALLINT NOT NULL DEFAULT 0;
-- since when it is this resident's: what was sent before was for somebody else
ALTER TABLE recipient ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN quiet_from INTEGER NOT NULL DEFAULT -1;
ALTER TABLE recipient ADD COLUMN quiet_until INTEGER NOT NULL DEFAULT -1;
CREATE INDEX recipient_channel ON recipient (channel, id);
CREATE INDEX recipient_resident ON recipient (resident);

-- The next numbers of residents and recipients; made-up residents have those below.
CREATE TABLE audience_number (
    next BIGINT NOT NULL
);
INSERT INTO audience_number (next) SELECT 1000000 + COALESCE(MAX(id), 0) FROM recipient;

-- Addresses that are not to be written to, and who lifted that.
CREATE TABLE suppression (
    channel TEXT   NOT NULL,
    address TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    since   BIGINT NOT NULL,
    -- empty: it holds
    lifted  TEXT   NOT NULL,
    PRIMARY KEY (channel, address)
);
CREATE INDEX suppression_since ON suppression (since);
