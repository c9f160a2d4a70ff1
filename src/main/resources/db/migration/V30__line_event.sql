-- What LINE told us, each once, however often it tells. Owned by jp.kodama.channel.line.
CREATE TABLE line_event (
    id    TEXT   NOT NULL PRIMARY KEY,
    taken BIGINT NOT NULL
);
CREATE INDEX line_event_taken ON line_event (taken);
