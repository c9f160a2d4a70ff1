-- What a provider said of a message before we knew its number: kept until the message is known, then a receipt. The
-- number is that of the audit row that vouches for it. Owned by jp.kodama.receipt.
CREATE TABLE early_report (
    number      BIGINT   NOT NULL PRIMARY KEY,
    channel     TEXT     NOT NULL,
    provider_id TEXT     NOT NULL,
    evidence    TEXT     NOT NULL,
    detail      TEXT     NOT NULL,
    at          BIGINT   NOT NULL,
    joined      SMALLINT NOT NULL
);
CREATE INDEX early_report_open ON early_report (channel, provider_id) WHERE joined = 0;
