-- Screens. Owned by jp.kodama.channel.signage.
-- What is on the screens of each world; a restart goes on showing it.
CREATE TABLE signage_playlist (
    world    TEXT   NOT NULL PRIMARY KEY,
    tag      TEXT   NOT NULL,
    composed BIGINT NOT NULL,
    content  TEXT   NOT NULL
);

CREATE TABLE signage_device (
    id         TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    place      TEXT   NOT NULL,
    token_hash TEXT   NOT NULL,
    registered BIGINT NOT NULL,
    seen       BIGINT NOT NULL,
    tag        TEXT   NOT NULL
);

-- That a device said it showed a delivery; once, however often it rotates.
CREATE TABLE signage_shown (
    device   TEXT   NOT NULL,
    world    TEXT   NOT NULL,
    delivery TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (device, world, delivery)
);
