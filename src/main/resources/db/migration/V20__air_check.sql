-- Broadcasts of ours that must be heard back. One row for each airing and monitor; attempt tells airings of one delivery
-- apart. Owned by jp.kodama.backchannel.aircheck.
CREATE TABLE air_check (
    delivery  TEXT     NOT NULL,
    attempt   INTEGER  NOT NULL,
    monitor   TEXT     NOT NULL,
    alert     TEXT     NOT NULL,
    channel   TEXT     NOT NULL,
    batch     TEXT     NOT NULL,
    rehearsal SMALLINT NOT NULL,
    aired     BIGINT   NOT NULL,
    state     TEXT     NOT NULL,
    score     INTEGER  NOT NULL,
    detail    TEXT     NOT NULL,
    recording TEXT     NOT NULL,
    seen      SMALLINT NOT NULL,
    follows   TEXT     NOT NULL,
    PRIMARY KEY (delivery, attempt, monitor)
);
CREATE INDEX air_check_state ON air_check (state, aired);
CREATE INDEX air_check_follows ON air_check (alert) WHERE follows <> '';
