-- Which node of a cluster speaks on a line, and the best rank that waits for it on another. Owned by jp.kodama.channel.radio.
CREATE TABLE air_lease (
    line         TEXT    NOT NULL PRIMARY KEY,
    node         TEXT    NOT NULL,
    until        BIGINT  NOT NULL,
    wanted       INTEGER NOT NULL,
    wanted_until BIGINT  NOT NULL
);
