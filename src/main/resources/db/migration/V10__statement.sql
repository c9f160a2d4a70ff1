-- What each kind of telegram last said of a hazard: several tell of one event, late and out of order.
-- Owned by jp.kodama.intake.
CREATE TABLE statement (
    incident TEXT NOT NULL,
    rehearsal SMALLINT NOT NULL,
    family TEXT NOT NULL,
    telegram TEXT NOT NULL,
    -- of config/policy/hazards.yaml; empty: nothing is in force
    hazard TEXT NOT NULL,
    verdict TEXT NOT NULL,
    -- a line each: code, name, level, parted by tabs
    kinds TEXT NOT NULL,
    -- when it was issued, milliseconds
    reported BIGINT NOT NULL,
    PRIMARY KEY (incident, rehearsal, family, telegram)
);
