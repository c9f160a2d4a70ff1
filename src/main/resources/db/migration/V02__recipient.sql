-- Whom a channel can address. Owned by jp.kodama.audience.
CREATE TABLE recipient (
    id       BIGINT   NOT NULL PRIMARY KEY,
    channel  TEXT     NOT NULL,
    address  TEXT     NOT NULL,
    language TEXT     NOT NULL,
    district TEXT     NOT NULL,
    sample   SMALLINT NOT NULL,
    UNIQUE (channel, address)
);
