-- Which alarm which officer has seen, and when; an alarm that rings later than that is not seen. Owned by jp.kodama.console.
CREATE TABLE alarm_seen (
    alarm   TEXT   NOT NULL PRIMARY KEY,
    officer TEXT   NOT NULL,
    at      BIGINT NOT NULL
);
