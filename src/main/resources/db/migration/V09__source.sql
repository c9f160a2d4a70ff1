-- When each source was last heard; a restart does not forget. Times are milliseconds, 0: never.
-- Owned by jp.kodama.intake.source.
CREATE TABLE source_heard (
    source     TEXT   NOT NULL PRIMARY KEY,
    since      BIGINT NOT NULL,
    heard      BIGINT NOT NULL,
    letters    BIGINT NOT NULL,
    refused_at BIGINT NOT NULL,
    refusal    TEXT   NOT NULL
);

-- How each contact stood when it was last dealt with. Owned by jp.kodama.intake.contact.
CREATE TABLE source_contact (
    source TEXT     NOT NULL PRIMARY KEY,
    closed SMALLINT NOT NULL
);
