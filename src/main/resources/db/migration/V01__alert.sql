-- The journal: every alert ever entered, and where it stands. Owned by jp.kodama.alert.
CREATE TABLE alert (
    identifier TEXT     NOT NULL PRIMARY KEY,
    incident   TEXT     NOT NULL,
    rehearsal  SMALLINT NOT NULL,
    state      TEXT     NOT NULL,
    composer   TEXT     NOT NULL,
    approver   TEXT,
    since      BIGINT   NOT NULL,
    sent       BIGINT   NOT NULL,
    expires    BIGINT   NOT NULL,
    body       TEXT     NOT NULL
);
CREATE INDEX alert_state ON alert (state, expires);
CREATE INDEX alert_incident ON alert (incident, sent);
