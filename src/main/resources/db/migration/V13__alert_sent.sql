-- The latest alerts, and those that are over, are asked for by when they were sent.
CREATE INDEX alert_sent ON alert (sent, identifier);
