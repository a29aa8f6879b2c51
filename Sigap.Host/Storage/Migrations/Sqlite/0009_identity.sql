-- Which conversation has shown a scoped id. Both are keyed hashes: neither number nor id stands here.
CREATE TABLE identity_link
(
    scoped       TEXT NOT NULL PRIMARY KEY,
    conversation TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX identity_link_conversation ON identity_link (conversation);

-- Conversations of one person that are to become one. In normal running the table is empty.
CREATE TABLE identity_join
(
    one             TEXT    NOT NULL,
    other           TEXT    NOT NULL,
    changed_at      INTEGER     NULL, -- since when the other one's person has the number; null: both have shown the same scoped id
    attempts        INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE INDEX identity_join_next_attempt_at ON identity_join (next_attempt_at);

CREATE INDEX reminder_conversation ON reminder (conversation);
CREATE INDEX application_watch_conversation ON application_watch (conversation);
