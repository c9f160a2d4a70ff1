-- Evidence: never overwritten. Owned by jp.kodama.receipt.
CREATE TABLE receipt (
    number      BIGINT NOT NULL PRIMARY KEY,
    delivery    TEXT   NOT NULL,
    alert       TEXT   NOT NULL,
    channel     TEXT   NOT NULL,
    recipient   BIGINT NOT NULL,
    address     TEXT   NOT NULL,
    evidence    TEXT   NOT NULL,
    provider_id TEXT   NOT NULL,
    detail      TEXT   NOT NULL,
    at          BIGINT NOT NULL
);
CREATE INDEX receipt_alert ON receipt (alert, channel);
CREATE INDEX receipt_provider ON receipt (channel, provider_id);

-- Each row carries the hash of the one before: a changed, removed or moved row shows.
CREATE TABLE audit (
    number   BIGINT NOT NULL PRIMARY KEY,
    at       BIGINT NOT NULL,
    actor    TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    detail   TEXT   NOT NULL,
    previous TEXT   NOT NULL,
    hash     TEXT   NOT NULL
);
CREATE INDEX audit_subject ON audit (subject);

-- Where the chain ends: one row.
CREATE TABLE audit_head (
    number BIGINT NOT NULL,
    hash   TEXT   NOT NULL
);
INSERT INTO audit_head (number, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
