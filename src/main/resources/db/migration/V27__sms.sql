-- Texts that a provider took: what is not sent again after a crash, nor to the same number twice, and what is asked about
-- until it is final. Owned by jp.kodama.channel.sms.
CREATE TABLE sms_message (
    alert       TEXT     NOT NULL,
    number      TEXT     NOT NULL,
    language    TEXT     NOT NULL,
    provider    TEXT     NOT NULL,
    provider_id TEXT     NOT NULL,
    sent        BIGINT   NOT NULL,
    ask_at      BIGINT   NOT NULL,
    asked       INTEGER  NOT NULL,
    last        SMALLINT NOT NULL,
    PRIMARY KEY (alert, number, language, provider_id)
);
CREATE INDEX sms_message_open ON sms_message (provider_id) WHERE last = 0;

-- The parts of a long text at a provider that reports on each. A part is known from either side: message is '' until we
-- know what it is part of, evidence is '' until something was said of it.
CREATE TABLE sms_part (
    id       TEXT     NOT NULL PRIMARY KEY,
    message  TEXT     NOT NULL,
    parts    INTEGER  NOT NULL,
    evidence TEXT     NOT NULL,
    last     SMALLINT NOT NULL,
    detail   TEXT     NOT NULL
);
CREATE INDEX sms_part_message ON sms_part (message);

-- What people answered.
CREATE TABLE sms_reply (
    id       TEXT   NOT NULL PRIMARY KEY,
    provider TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    words    TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    seen_by  TEXT   NOT NULL
);
CREATE INDEX sms_reply_at ON sms_reply (at);

-- What texts cost, in millionths, as reckoned from the configured prices.
CREATE TABLE sms_spend (
    month    TEXT   NOT NULL,
    provider TEXT   NOT NULL,
    segments BIGINT NOT NULL,
    micros   BIGINT NOT NULL,
    PRIMARY KEY (month, provider)
);
