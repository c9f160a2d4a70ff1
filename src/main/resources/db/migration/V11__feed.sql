-- Feeds that are polled. Owned by jp.kodama.intake.feed.
CREATE TABLE feed (
    -- the source, and which of its feeds: its address
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    -- not to be asked before: the provider's rule, or back-off. All nodes keep to it together
    next_at BIGINT NOT NULL,
    failures INTEGER NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    -- when it last answered
    answered BIGINT NOT NULL,
    -- until when something may have been missed that the long feed has not told yet; 0: nothing
    gap BIGINT NOT NULL,
    PRIMARY KEY (source, address)
);

-- Their entries: the telegram of each is fetched once.
CREATE TABLE feed_entry (
    source TEXT NOT NULL,
    -- atom:id and atom:updated: an entry that was changed is another one
    entry TEXT NOT NULL,
    updated BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    -- where its telegram lies; empty: it came with the entry
    link TEXT NOT NULL,
    -- 0: to be fetched; 1: taken in; 2: given up
    state SMALLINT NOT NULL,
    tries INTEGER NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (source, entry)
);

CREATE INDEX feed_entry_updated ON feed_entry (source, updated);

CREATE INDEX feed_entry_waiting ON feed_entry (source, updated) WHERE state = 0;

CREATE INDEX feed_entry_seen ON feed_entry (seen);

-- A CAP message is found by what references it.
CREATE INDEX intake_event ON intake (event);
