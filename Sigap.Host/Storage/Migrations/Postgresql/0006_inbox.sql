-- Messages that were acknowledged before their conversation could answer. In normal running the table is empty.
CREATE TABLE inbox
(
    arrival             BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL PRIMARY KEY,
    message_fingerprint BIGINT           NOT NULL,
    conversation        TEXT COLLATE "C" NOT NULL,
    hear                BYTEA            NOT NULL, -- PERSONAL: manifest conv.hear.1, see Conversations/Wire/conversation.proto
    sent_at             BIGINT           NOT NULL,
    received_at         BIGINT           NOT NULL,
    attempts            BIGINT           NOT NULL,
    next_attempt_at     BIGINT           NOT NULL,
    parked_at           BIGINT               NULL -- given up; to have it tried again: parked_at = NULL, attempts = 0, next_attempt_at = 0
);

CREATE UNIQUE INDEX inbox_message_fingerprint ON inbox (message_fingerprint);
CREATE INDEX inbox_waiting ON inbox (conversation, sent_at, arrival) WHERE parked_at IS NULL;
CREATE INDEX inbox_next_attempt_at ON inbox (next_attempt_at) WHERE parked_at IS NULL;
CREATE INDEX inbox_parked_at ON inbox (parked_at) WHERE parked_at IS NOT NULL;
