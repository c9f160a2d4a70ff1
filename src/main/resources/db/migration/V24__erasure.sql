-- What the audit chain vouches for of a receipt is a salted hash of its address and detail, so that both can be erased and
-- the chain stays whole. Owned by jp.kodama.receipt. Empty: written before, when the chain vouched for them in the clear.
ALTER TABLE receipt ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN seal TEXT NOT NULL DEFAULT '';
-- Everything that was ever sent to one address.
CREATE INDEX receipt_recipient ON receipt (recipient, number);
