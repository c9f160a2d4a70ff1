-- Where an alert came in; what the self-test ("probe") left is not shown.
ALTER TABLE alert ADD COLUMN source TEXT NOT NULL DEFAULT '';
