-- What was aired in which zones, and what is to be said again. Owned by jp.kodama.channel.radio.
CREATE TABLE radio_airing (
    delivery TEXT   NOT NULL,
    zone     TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (delivery, zone)
);
CREATE INDEX radio_airing_zone ON radio_airing (zone, at);

-- The next time an alert is said again; number counts from 1.
CREATE TABLE radio_again (
    alert  TEXT    NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    due_at BIGINT  NOT NULL
);
CREATE INDEX radio_again_due ON radio_again (due_at);

-- Zones whose speakers run on batteries, since when, and who said so.
CREATE TABLE radio_battery (
    zone  TEXT   NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL,
    teller TEXT  NOT NULL
);
