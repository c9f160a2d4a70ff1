-- The outbox: what is to leave, and what became of it. Owned by jp.kodama.delivery.
-- An alert released and not yet fanned out; written in the transaction that releases it.
CREATE TABLE fan_out (
    alert TEXT     NOT NULL PRIMARY KEY,
    done  SMALLINT NOT NULL
);
CREATE INDEX fan_out_open ON fan_out (alert) WHERE done = 0;

CREATE TABLE delivery (
    id          TEXT     NOT NULL PRIMARY KEY,
    alert       TEXT     NOT NULL,
    channel     TEXT     NOT NULL,
    batch       TEXT     NOT NULL,
    rehearsal   SMALLINT NOT NULL,
    lane        TEXT     NOT NULL,
    state       TEXT     NOT NULL,
    attempt     INTEGER  NOT NULL,
    due_at      BIGINT   NOT NULL,
    announce_at BIGINT   NOT NULL,
    owner       TEXT     NOT NULL,
    created     BIGINT   NOT NULL,
    updated     BIGINT   NOT NULL,
    cause       TEXT     NOT NULL
);
CREATE INDEX delivery_announce ON delivery (state, announce_at, id);
CREATE INDEX delivery_alert ON delivery (alert);

CREATE TABLE delivery_target (
    delivery  TEXT     NOT NULL,
    recipient BIGINT   NOT NULL,
    address   TEXT     NOT NULL,
    language  TEXT     NOT NULL,
    district  TEXT     NOT NULL,
    sample    SMALLINT NOT NULL,
    evidence  TEXT     NOT NULL,
    PRIMARY KEY (delivery, recipient)
);
