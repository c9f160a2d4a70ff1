-- Who may sign in, and which programs may call. Owned by jp.kodama.accounts.
CREATE TABLE account (
    name        TEXT     NOT NULL PRIMARY KEY,
    title       TEXT     NOT NULL,
    password    TEXT     NOT NULL,
    roles       TEXT     NOT NULL,
    must_change SMALLINT NOT NULL,
    changed     BIGINT   NOT NULL
);

-- Only a token's hash is kept: the token itself is shown once.
CREATE TABLE api_token (
    hash    TEXT   NOT NULL PRIMARY KEY,
    name    TEXT   NOT NULL UNIQUE,
    scopes  TEXT   NOT NULL,
    created BIGINT NOT NULL
);
