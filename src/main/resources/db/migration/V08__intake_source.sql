-- Which source a message came in by; those before were files. Owned by jp.kodama.intake.
ALTER TABLE intake ADD COLUMN source TEXT NOT NULL DEFAULT 'inbox';

-- One row: who holds it weighs a message against what came before, on whichever node. Copies that arrive at the same
-- instant by two sources are taken one after the other.
CREATE TABLE intake_turn (
    taken BIGINT NOT NULL
);
INSERT INTO intake_turn (taken) VALUES (0);
