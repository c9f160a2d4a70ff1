-- What was heard on the radio, as text. confidence in thousandths; recording is the SHA-256 of its sound.
-- Owned by jp.kodama.backchannel.transcript.
CREATE TABLE transcript (
    id         TEXT    NOT NULL PRIMARY KEY,
    monitor    TEXT    NOT NULL,
    began      BIGINT  NOT NULL,
    seconds    INTEGER NOT NULL,
    words      TEXT    NOT NULL,
    confidence INTEGER NOT NULL,
    recording  TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    alert      TEXT    NOT NULL,
    note       TEXT    NOT NULL
);
CREATE INDEX transcript_began ON transcript (began);
