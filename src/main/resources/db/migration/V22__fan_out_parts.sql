-- A large audience is queued part by part: who is at it, and until when others leave it to them (ms since 1970).
ALTER TABLE fan_out ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE fan_out ADD COLUMN lease BIGINT NOT NULL DEFAULT 0;
