-- Everything that came in from outside, and what was decided about it.
CREATE TABLE intake (
    id TEXT NOT NULL PRIMARY KEY,
    received BIGINT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    -- what it says, whatever the bytes: satellite and ground copies of one telegram are the same
    said TEXT NOT NULL,
    telegram TEXT NOT NULL,
    event TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- the alert that came of it, of which incident, saying what; empty for none
    alert TEXT NOT NULL,
    incident TEXT NOT NULL,
    signature TEXT NOT NULL,
    rehearsal SMALLINT NOT NULL
);

CREATE INDEX intake_said ON intake (said);

CREATE INDEX intake_sha256 ON intake (sha256);

CREATE INDEX intake_incident ON intake (incident, received);
