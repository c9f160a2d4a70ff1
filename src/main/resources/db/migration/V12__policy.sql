-- Every version of the municipality's own policy that was ever proposed. Owned by jp.kodama.policy.
CREATE TABLE policy_version (
    town     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    -- PROPOSED, ACTIVE, REPLACED, REFUSED
    state    TEXT    NOT NULL,
    -- the file, byte for byte as it was proposed
    content  TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    proposer TEXT    NOT NULL,
    proposed BIGINT  NOT NULL,
    -- who activated or refused it, why, and when; empty and 0 before
    decider  TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    decided  BIGINT  NOT NULL,
    PRIMARY KEY (town, version)
);
-- One waits at a time, one holds at a time.
CREATE UNIQUE INDEX policy_version_proposed ON policy_version (town) WHERE state = 'PROPOSED';
CREATE UNIQUE INDEX policy_version_active ON policy_version (town) WHERE state = 'ACTIVE';
