-- The entries of feeds that were followed: each telegram is fetched once. Owned by jp.kodama.intake.feed.
CREATE TABLE feed_entry (
    source TEXT NOT NULL,
    -- atom:id and atom:updated: an entry that is changed counts as a new one
    entry TEXT NOT NULL,
    updated BIGINT NOT NULL,
    -- when it was first seen, and when its telegram was taken in; NULL: not yet
    seen BIGINT NOT NULL,
    taken BIGINT,
    PRIMARY KEY (source, entry)
);

CREATE INDEX feed_entry_updated ON feed_entry (source, updated);

-- A CAP message is found by what references it.
CREATE INDEX intake_event ON intake (event);
