-- What officers changed of the reading dictionary; an empty reading takes a word of the files out. Owned by jp.kodama.speech.
CREATE TABLE reading (
    town    TEXT   NOT NULL,
    written TEXT   NOT NULL,
    reading TEXT   NOT NULL,
    teller  TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (town, written)
);
