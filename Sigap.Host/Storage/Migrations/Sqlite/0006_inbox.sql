-- Messages that were acknowledged before their conversation could answer. In normal running the table is empty.
CREATE TABLE inbox
(
    arrival             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    message_fingerprint INTEGER NOT NULL,
    conversation        TEXT    NOT NULL,
    hear                BLOB    NOT NULL, -- PERSONAL: manifest conv.hear.1, see Conversations/Wire/conversation.proto
    sent_at             INTEGER NOT NULL,
    received_at         INTEGER NOT NULL,
    attempts            INTEGER NOT NULL,
    next_attempt_at     INTEGER NOT NULL,
    parked_at           INTEGER     NULL -- given up; to have it tried again: parked_at = NULL, attempts = 0, next_attempt_at = 0
);

CREATE UNIQUE INDEX inbox_message_fingerprint ON inbox (message_fingerprint);
CREATE INDEX inbox_waiting ON inbox (conversation, sent_at, arrival) WHERE parked_at IS NULL;
CREATE INDEX inbox_next_attempt_at ON inbox (next_attempt_at) WHERE parked_at IS NULL;
CREATE INDEX inbox_parked_at ON inbox (parked_at) WHERE parked_at IS NOT NULL;
