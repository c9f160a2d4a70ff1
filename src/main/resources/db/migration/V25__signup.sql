-- People who asked to be told and have not confirmed yet. Owned by jp.kodama.audience.signup.
CREATE TABLE signup (
    -- SHA-256 of the token in the mail: who reads the store cannot confirm for others
    token    TEXT   NOT NULL PRIMARY KEY,
    channel  TEXT   NOT NULL,
    address  TEXT   NOT NULL,
    language TEXT   NOT NULL,
    district TEXT   NOT NULL,
    asked    BIGINT NOT NULL,
    expires  BIGINT NOT NULL
);
CREATE INDEX signup_address ON signup (channel, address, asked);
CREATE INDEX signup_expires ON signup (expires);

-- Letters about a registration, until they are posted. Not alerts: they wait behind them.
CREATE TABLE letter (
    id       TEXT    NOT NULL PRIMARY KEY,
    channel  TEXT    NOT NULL,
    address  TEXT    NOT NULL,
    language TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    tries    INTEGER NOT NULL,
    due_at   BIGINT  NOT NULL,
    expires  BIGINT  NOT NULL,
    cause    TEXT    NOT NULL
);
CREATE INDEX letter_due ON letter (due_at);
